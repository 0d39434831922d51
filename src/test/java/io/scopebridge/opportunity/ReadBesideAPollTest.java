package io.scopebridge.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A push reads the opportunity of its project while a poll of the connection is running. */
@StartsServer
class ReadBesideAPollTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void thePollKeepsItsClosingsAndClosesNothingThatWasReadMeanwhile(String vendor) {
        DataSource database = Databases.fresh(vendor);
        Databases.addConnection(database, "tenant", "autotask");
        JdbcClient db = JdbcClient.create(database);
        ClosingRows closings = new ClosingRows(new NamedParameterJdbcTemplate(database));
        Polls polls = new Polls(db, new Closing(db, null, closings, null, null), 100);
        Connection tenant = new Connection("tenant", "Tenant", "autotask", true, JsonNodeFactory.instance.objectNode(), Map.of());
        PollCount poll = polls.begin(tenant, null);
        db.sql("insert into opportunity_closing (connection_id, opportunity_id, content) values ('tenant', '1', '{}')").update();

        polls.beginBeside(tenant).saw(List.of("2"));

        assertThat(closings.count("tenant")).isEqualTo(1);
        assertThat(poll.unseen(List.of("1", "2"))).containsExactly("1");
        assertThat(polls.begin(tenant, null).unseen(List.of("2"))).as("the next poll").containsExactly("2");
        assertThat(closings.count("tenant")).isZero();
    }
}
