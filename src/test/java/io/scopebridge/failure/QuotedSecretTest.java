package io.scopebridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A system that quotes the credentials it got, in a sentence and in bare base64: no table and no page shows them. */
@StartsHub
class QuotedSecretTest {

    private static Bench bench;
    private static TestHub hub;

    @BeforeAll
    static void aHub() {
        hub = TestHub.shared().start();
        bench = new Bench(hub);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void connectWiseQuotesThePrivateKey() {
        String user = PracticeConnectWise.COMPANY_ID + "+" + PracticeConnectWise.PUBLIC_KEY + ":" + PracticeConnectWise.PRIVATE_KEY;
        quoted("connectwise", hub.connectWise, "/project/projects", 95004, PracticeConnectWise.PRIVATE_KEY, base64(user));
    }

    @Test
    void autotaskQuotesTheSecret() {
        quoted("autotask", hub.autotask, "/Projects$", 90004, PracticeAutotask.SECRET, base64(PracticeAutotask.SECRET));
    }

    @Test
    void scopeStackQuotesTheClientSecret() {
        String secret = "practice-connectwise-secret";
        quoted("connectwise", hub.scopeStack, "/projects/", 95004, secret, base64("practice-connectwise-client:" + secret));
    }

    private static void quoted(String system, PracticeServer server, String path, long project, String secret, String encoded) {
        String connection = bench.connect(system);
        String text = "Nobody knows the key " + secret + " or the credential " + encoded + " here.";
        server.faults().status("*", path, 400, "{\"code\":\"InvalidObject\",\"message\":\"%1$s\",\"errors\":[{\"detail\":\"%1$s\",\"message\":\"%1$s\"}]}".formatted(text), 50);

        hub.push(connection, project, Map.of());
        server.faults().clear();

        assertThat(hub.log(connection)).isNotEmpty();
        assertThat(hub.log(connection).toString()).contains("[removed]").doesNotContain(secret, encoded);
        assertThat(columnsWith(secret)).as(secret).isEmpty();
        assertThat(columnsWith(encoded.substring(4, 16))).as(encoded).isEmpty();
    }

    /** Of every table, except the settings that name a client id. */
    private static List<String> columnsWith(String text) {
        List<String> found = new ArrayList<>();
        hub.database().sql("""
                select table_name, column_name from information_schema.columns where lower(table_schema) = 'public' and (data_type like 'CHARACTER%' or data_type like 'character%')""")
            .query((row, number) -> List.of(row.getString(1), row.getString(2))).list().forEach(column -> {
                long rows = hub.database().sql("select count(*) from \"" + column.get(0) + "\" where position(? in \"" + column.get(1) + "\") > 0").param(text).query(Long.class).single();
                if (rows > 0) found.add(column + " in " + rows + " rows");
            });
        return found;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
