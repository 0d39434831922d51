package io.scopebridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@StartsServer
class WebhookEventsTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void manyAreStoredWithOneStatementUnlessOneIsKnown(String vendor) {
        DataSource database = vendor.equals("h2") ? Databases.h2() : Databases.postgres();
        JdbcClient db = JdbcClient.create(database);
        Databases.addConnection(database, "many-events", "autotask");
        try {
            WebhookEvents events = new WebhookEvents(db);

            assertThat(events.insertAllNew("many-events", List.of(event("a", 1), event("ü'\"{},\\", 2), event("c", 3)))).isTrue();
            assertThat(events.find("many-events", "ü'\"{},\\")).contains(new WebhookEvents.Accepted("hash of 2", 2));
            assertThat(events.find("many-events", "c")).contains(new WebhookEvents.Accepted("hash of 3", 3));

            new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
                assertThat(events.insertAllNew("many-events", List.of(event("d", 4), event("c", 5)))).isFalse();
                status.setRollbackOnly();
            });
            assertThat(events.find("many-events", "d")).isEmpty();
        } finally {
            db.sql("delete from connection where id = 'many-events'").update();
        }
    }

    private static WebhookEvents.New event(String id, long job) {
        return new WebhookEvents.New(id, "hash of " + job, job);
    }
}
