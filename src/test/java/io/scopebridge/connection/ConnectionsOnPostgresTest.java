package io.scopebridge.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.ConnectionsHub;
import io.scopebridge.hub.Http;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The SQL of this package says the same on PostgreSQL. */
@StartsHub
class ConnectionsOnPostgresTest {

    @Test
    void aConnectionIsMadeFoundChangedAndDeleted() {
        try (var hub = new SpringApplicationBuilder(ConnectionsHub.class).run("--server.port=0", "--server.address=127.0.0.1",
            "--spring.datasource.url=" + Databases.freshPostgres(), "--spring.datasource.username=postgres",
            "--scopebridge.secret-key=c2NvcGVicmlkZ2UtdGVzdC1rZXktMzItYnl0ZXMhISE=", "--scopebridge.routes=file:routes",
            "--spring.jmx.enabled=false", "--camel.main.routes-include-pattern=false", "--spring.main.banner-mode=off")) {
            var connections = hub.getBean(Connections.class);
            connections.create(draft());
            assertThatThrownBy(() -> connections.create(draft())).isInstanceOf(ConnectionExists.class);
            ObjectNode changed = draft().settings().deepCopy();
            ((ObjectNode) changed.get("autotask")).put("username", "other").remove("secret");
            connections.replace("northwind", new ConnectionDraft(null, "Northwind", "autotask", null, changed));
            connections.enable("northwind", true);

            assertThat(connections.enabled()).singleElement().satisfies(connection -> {
                assertThat(connection.setting("autotask.username")).isEqualTo("other");
                assertThat(connection.secret("autotask.secret")).isEqualTo("s");
            });
            connections.delete("northwind");
            assertThat(connections.all()).isEmpty();
        }
    }

    private static ConnectionDraft draft() {
        return new ConnectionDraft("northwind", "Northwind", "autotask", false,
            Http.json("{\"scopestack\":{\"clientId\":\"c\",\"clientSecret\":\"s\"},\"autotask\":{\"username\":\"u\",\"secret\":\"s\"}}"));
    }
}
