package io.scopebridge.connection;

import static io.scopebridge.hub.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.ConnectionsHub;
import io.scopebridge.hub.Http;
import io.scopebridge.hub.HubTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
@ExtendWith(OutputCaptureExtension.class)
@StartsHub
class ConnectionsApiTest {

    @LocalServerPort int port;
    @Autowired Connections connections;
    @Autowired ConnectionsHub hub;
    @Autowired JdbcClient db;
    Http http;
    String id;

    @BeforeEach
    void freshId() {
        http = new Http(port);
        id = "c-" + UUID.randomUUID();
    }

    @Test
    void aSavedConnectionIsShownWithoutItsSecretsAndReadWithThem() {
        var made = http.post("/api/connections", autotask());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.response().headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("/api/connections/" + id));
        var shown = http.get("/api/connections/" + id);
        assertThat(shown.json().get("secrets")).isEqualTo(json("[\"autotask.secret\",\"scopestack.clientSecret\"]"));
        assertThat(made.text() + shown.text() + http.get("/api/connections").text()).doesNotContain("at-s3cret", "ss-s3cret");
        var row = db.sql("select settings, secrets from connection where id = ?").param(id).query().singleRow();
        assertThat(row.toString()).doesNotContain("at-s3cret", "ss-s3cret");
        assertThat(connections.get(id).secret("autotask.secret")).isEqualTo("at-s3cret");
        assertThat(connections.get(id).toString()).doesNotContain("s3cret");
    }

    @Test
    void defaultsAreThoseOfTheSystem() {
        http.post("/api/connections", autotask());
        var settings = connections.get(id);

        assertThat(settings.setting("scopestack.apiUrl")).isEqualTo("https://api.scopestack.io");
        assertThat(settings.setting("opportunities.status")).isEqualTo("Active");
        assertThat(settings.setting("projects.cron")).isEqualTo("0 */5 * * * *");
        assertThat(settings.settings().at("/network/allowPlainHttp").isBoolean()).isTrue();
        http.post("/api/connections", connectWise("na.myconnectwise.net").put("id", id + "w"));
        assertThat(connections.get(id + "w").setting("opportunities.status")).isNull();
    }

    /** They would end up in headers, log files, and a database that does not accept NUL. */
    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\r\nSet-Cookie: x=y", "a\tb", "a\u0085b", "a\u0007b"})
    void namesAndSettingsAreOneLine(String text) {
        ObjectNode draft = autotask().put("name", text);
        ((ObjectNode) settings(draft).get("scopestack")).put("clientId", text);
        ((ObjectNode) settings(draft).get("autotask")).put("secret", text);
        var refused = http.post("/api/connections", draft);

        assertThat(refused.status()).isEqualTo(400);
        for (String field : List.of("name", "scopestack.clientId", "autotask.secret")) assertThat(refused.error(field)).as(field).contains("one line");
        assertThat(http.get("/api/connections/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"a\\u0000b, 400", "a\\\\\\u0000b, 400", "a\\\\u0000b, 201"})
    void nulIsRefusedHoweverItIsWritten(String written, int status) {
        assertThat(http.post("/api/connections", autotask().put("name", "N-A-M-E").toString().replace("N-A-M-E", written)).status()).isEqualTo(status);
    }

    @Test
    void whatSurroundsANameIsRemoved() {
        assertThat(http.post("/api/connections", autotask().put("name", " \r\n Northwind\n")).status()).isEqualTo(201);
        assertThat(http.get("/api/connections/" + id).json().path("name").asText()).isEqualTo("Northwind");
    }

    @Test
    void anAbsentSecretStaysAnotherReplacesItAndNullRemovesIt() {
        ObjectNode draft = autotask();
        settings(draft).putObject("webhooks").put("secret", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        http.post("/api/connections", draft);
        ((ObjectNode) settings(draft).get("autotask")).remove("secret");
        ((ObjectNode) settings(draft).get("scopestack")).put("clientSecret", "another");
        ((ObjectNode) settings(draft).get("webhooks")).putNull("secret");

        assertThat(http.put("/api/connections/" + id, draft).status()).isEqualTo(200);

        assertThat(connections.get(id).secrets()).isEqualTo(Map.of("autotask.secret", "at-s3cret", "scopestack.clientSecret", "another"));
    }

    @Test
    void aRequiredSecretCannotBeRemoved() {
        http.post("/api/connections", autotask());
        ObjectNode draft = autotask();
        ((ObjectNode) settings(draft).get("autotask")).putNull("secret");

        assertThat(http.put("/api/connections/" + id, draft).error("autotask.secret")).startsWith("is required");
        assertThat(connections.get(id).secret("autotask.secret")).isEqualTo("at-s3cret");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var refused = http.post("/api/connections", """
            {"id":"Not A Slug","system":"autotask","settings":{"autotask":{"secret":"at-s3cret","colour":"red"},
             "opportunities":{"cron":"every hour","enabled":"yes"}, "weather":{},
             "projects":{"options":{"phases":"many","estimatedStart":"soon"}}}}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.error("id")).contains("lower-case");
        assertThat(refused.error("name")).startsWith("is required");
        assertThat(refused.error("autotask.username")).startsWith("is required").contains("key from the API user");
        assertThat(refused.error("autotask.colour")).contains("is unknown").contains("username");
        assertThat(refused.error("scopestack.clientId")).startsWith("is required");
        assertThat(refused.error("opportunities.cron")).contains("six fields");
        assertThat(refused.error("opportunities.enabled")).contains("true or false");
        assertThat(refused.error("weather")).contains("is unknown");
        assertThat(refused.error("projects.options.phases")).contains("none, phases, services");
        assertThat(refused.error("projects.options.estimatedStart")).contains("date");
        assertThat(refused.text()).doesNotContain("s3cret");
    }

    @Test
    void anUnknownSystemIsAnsweredWithTheKnownOnes() {
        for (String system : new String[] {"scopestack", "../autotask", "halo"}) {
            assertThat(http.post("/api/connections", autotask().put("system", system)).error("system")).isEqualTo("must be one of: autotask, connectwise");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://h/{{sys:user.name}} | placeholders
        https://${env.HOME}.example.com | placeholders
        https://me:pw@example.com | user or password
        https://example.com/#part | ? or #
        https://example.com/?a=b | ? or #
        http://example.com | allowPlainHttp
        ftp://example.com | https://
        file:///etc/passwd | https://
        https://127.0.0.1 | private
        https://localhost | private
        https://10.1.2.3:8443/x | private
        https://169.254.169.254/latest | private
        https://[::1] | private
        https://[::ffff:10.0.0.1] | private
        https://[fd00:ec2::254] | private
        https://2130706433 | four decimal numbers
        https://0177.0.0.1 | four decimal numbers
        https://0x7f.1 | is not a URL
        https://127.1 | is not a URL
        https://exa mple.com | is not a URL
        https://example.com:99999 | is not a URL
        """)
    void anAddressThatCouldLeadElsewhereIsRefused(String url, String why) {
        var refused = http.post("/api/connections", connectWise(url));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("connectwise.host")).contains(why);
    }

    @Test
    void anOperatorMayAllowAPrivateHostAndPlainHttp() {
        ObjectNode draft = connectWise("http://10.1.2.3:8080/");
        settings(draft).putObject("network").put("allowPlainHttp", true).put("allowPrivateAddresses", true);

        assertThat(http.post("/api/connections", draft).status()).isEqualTo(201);
        assertThat(connections.get(id).setting("connectwise.host")).isEqualTo("http://10.1.2.3:8080");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        na.myconnectwise.net, https://api-na.myconnectwise.net
        https://EU.myconnectwise.net/, https://api-eu.myconnectwise.net
        https://au.myconnectwise.net/v4_6_release, https://api-au.myconnectwise.net
        https://na.myconnectwise.net/v4_6_release/ConnectWise.aspx, https://api-na.myconnectwise.net
        https://na.myconnectwise.net/v4_6_release/ConnectWise.aspx?fullscreen=false&locale=en_US#XQAAAAIe, https://api-na.myconnectwise.net
        https://na.myconnectwise.net/v2025_1/, https://api-na.myconnectwise.net
        HTTPS://NA.myconnectwise.net/V2025_1/apis/3.0/, HTTPS://api-na.myconnectwise.net
        na.myconnectwise.net/login/login.aspx, https://api-na.myconnectwise.net
        https://cw.example.com:8443/v4_6_release/services/system_io/router/openrecord.rails?recid=1, https://cw.example.com:8443
        https://cw.example.com//, https://cw.example.com
        staging.connectwisedev.com, https://api-staging.connectwisedev.com
        https://api-na.myconnectwise.net, https://api-na.myconnectwise.net
        cw.example.com, https://cw.example.com
        """)
    void theHostOfTheWebInterfaceBecomesThatOfTheApi(String typed, String kept) {
        http.post("/api/connections", connectWise(typed));

        assertThat(connections.get(id).setting("connectwise.host")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cw.example.com/psa", "https://na.myconnectwise.net/support/", "cw.example.com/v4_6_releases", "https://cw.example.com/x/v4_6_release", "https://cw.example.com/loginpage"})
    void aHostWithAnotherPathIsRefused(String typed) {
        assertThat(http.post("/api/connections", connectWise(typed)).error("connectwise.host")).contains("without a path");
    }

    @Test
    void theVersionThatBelongsToEachCallIsCutFromOtherAddresses() {
        ObjectNode draft = autotask();
        ((ObjectNode) settings(draft).get("autotask")).put("zoneLookupUrl", "https://webservices5.autotask.net/ATServicesRest/V1.0/Projects");
        ((ObjectNode) settings(draft).get("scopestack")).put("apiUrl", "https://api.scopestack.io/v1/");
        http.post("/api/connections", draft);

        assertThat(connections.get(id).setting("autotask.zoneLookupUrl")).isEqualTo("https://webservices5.autotask.net/ATServicesRest");
        assertThat(connections.get(id).setting("scopestack.apiUrl")).isEqualTo("https://api.scopestack.io");
    }

    @Test
    void aCompanyIdThatRoutesWouldReadAsAPlaceholderIsRefused() {
        ObjectNode draft = connectWise("na.myconnectwise.net");
        ((ObjectNode) settings(draft).get("connectwise")).put("companyId", "{{sys:user.name}}");

        assertThat(http.post("/api/connections", draft).error("connectwise.companyId")).contains("required format");
    }

    @Test
    void enablingAndDisablingIsAnnounced() {
        http.post("/api/connections", autotask());
        assertThat(connections.enabled()).extracting("id").doesNotContain(id);

        assertThat(http.post("/api/connections/" + id + "/enable", "").json().get("enabled").asBoolean()).isTrue();
        assertThat(connections.enabled()).extracting("id").contains(id);
        http.post("/api/connections/" + id + "/disable", "");

        assertThat(connections.enabled()).extracting("id").doesNotContain(id);
        assertThat(hub.changed).filteredOn(id::equals).hasSize(3);
        assertThat(db.sql("select status from connection_status where connection_id = ?").param(id).query(String.class).single()).isEqualTo("UNCHECKED");
    }

    @Test
    void aDeletedConnectionIsGone() {
        http.post("/api/connections", autotask());

        assertThat(http.send("DELETE", "/api/connections/" + id, null, Map.of()).status()).isEqualTo(204);
        assertThat(http.get("/api/connections/" + id).status()).isEqualTo(404);
        assertThat(http.send("DELETE", "/api/connections/" + id, null, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aTakenIdAnAbsentOneAndAnotherSystemAreRefused() {
        http.post("/api/connections", autotask());

        assertThat(http.post("/api/connections", autotask()).status()).isEqualTo(409);
        assertThat(http.put("/api/connections/none", autotask().put("id", "none")).status()).isEqualTo(404);
        assertThat(http.post("/api/connections/none/enable", "").status()).isEqualTo(404);
        assertThat(http.put("/api/connections/" + id, connectWise("na.myconnectwise.net")).error("system")).contains("cannot be changed");
        assertThat(http.put("/api/connections/" + id, autotask().put("id", "other")).error("id")).contains("cannot be changed");
    }

    @Test
    void malformedBodiesAreExplained() {
        var malformed = http.post("/api/connections", "{\"id\": \"x\",\n  \"name\": }");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().get("detail").asText()).contains("line 2, column 1");
        assertThat(http.post("/api/connections", "{} {}").status()).isEqualTo(400);
        assertThat(http.post("/api/connections", "").status()).isEqualTo(400);
        assertThat(http.post("/api/connections", autotask().put("colour", "red")).error("colour")).contains("is unknown").contains("settings");
        assertThat(http.post("/api/connections", autotask().put("enabled", "true")).error("enabled")).contains("true or false");
        assertThat(http.post("/api/connections", autotask().put("name", 5)).error("name")).contains("a string");
        assertThat(http.post("/api/connections", autotask().put("settings", "none")).error("settings")).contains("object");
        assertThat(http.post("/api/connections", "[]").status()).isEqualTo(400);
    }

    @Test
    void otherMethodsAndMediaTypesAreRefusedAsProblems() {
        var form = http.send("POST", "/api/connections", "id=x", Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.json().path("errors").isArray()).isTrue();
        assertThat(http.send("PATCH", "/api/connections/" + id, "{}", Map.of("Content-Type", "application/json")).status()).isEqualTo(405);
    }

    @Test
    void aBodyOverOneMegabyteIsRefusedWhetherItsLengthIsKnownOrNot() throws IOException {
        assertThat(http.post("/api/connections", " ".repeat(1024 * 1024 + 1)).status()).isEqualTo(413);
        assertThat(http.post("/api/connections", autotask() + " ".repeat(900 * 1024)).status()).isEqualTo(201);
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(("POST /api/connections HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "100100\r\n" + " ".repeat(0x100100)).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void anUnexpectedFailureTellsAnIdThatTheLogHas(CapturedOutput output) {
        db.sql("insert into connection (id, name, system, enabled, settings, secrets) values (?, 'x', 'autotask', false, 'hunter2', '{}')").param(id).update();
        var failed = http.get("/api/connections/" + id);
        db.sql("delete from connection where id = ?").param(id).update();

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.text()).doesNotContain("hunter2", "IllegalState", "JSON");
        assertThat(output).contains(failed.json().get("id").asText());
    }

    private ObjectNode autotask() {
        return (ObjectNode) json("""
            {"id":"%s","name":"Northwind","system":"autotask","settings":{
              "scopestack":{"clientId":"ss-client","clientSecret":"ss-s3cret"},
              "autotask":{"username":"api@northwind.example","secret":"at-s3cret"}}}""".formatted(id));
    }

    private ObjectNode connectWise(String host) {
        ObjectNode draft = autotask().put("system", "connectwise");
        settings(draft).remove("autotask");
        settings(draft).putObject("connectwise").put("host", host).put("companyId", "northwind").put("publicKey", "pub").put("privateKey", "priv");
        return draft;
    }

    private static ObjectNode settings(JsonNode draft) {
        return (ObjectNode) draft.get("settings");
    }
}
