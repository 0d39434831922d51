package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.command.Commands;
import io.scopebridge.console.WebClient;
import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.HubProcess;
import io.scopebridge.hub.TestHub;
import io.scopebridge.log.FailedWork;
import io.scopebridge.log.FailureLog;
import io.scopebridge.opportunity.OpportunityPages;
import io.scopebridge.practice.receiver.PracticeReceiver;
import io.scopebridge.practice.signon.PracticeProvider;
import io.scopebridge.project.AutotaskTree;
import io.scopebridge.project.ConnectWiseTree;
import io.scopebridge.project.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The hub over PostgreSQL, alone and as one of several equal nodes. */
@StartsHub
public class PostgresHubTest {

    private static final String KEY = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    private Path home;
    private Bench bench;
    private TestHub hub;

    /** The hub does not own its tables: each test runs as the user that the manual describes. */
    @BeforeEach
    void aDatabaseOfItsOwn(@TempDir Path folder) throws IOException {
        home = folder;
        String user = "hub_" + UUID.randomUUID().toString().replace("-", "");
        String server = Databases.freshPostgres().replaceFirst("\\?.*", "");
        String url = server.replaceFirst("/[^/]+$", "/" + user);
        List<String> blocks = Pattern.compile("(?s)```sql\n(.*?)```").matcher(Files.readString(Path.of("docs/operate.md"))).results().map(block -> block.group(1)).toList();
        String[] before = blocks.get(0).split("-- in this database:");
        run(server, "postgres", before[0], user);
        run(url, "postgres", before[1], user);
        assertThat(Commands.run("migrate", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user + "_owner", "--spring.datasource.password=...")).isZero();
        run(url, user + "_owner", blocks.get(1), user);
        hub = new TestHub(folder, url, user, "...");
        hub.with("scopebridge.database.migrate", false);
        hub.with("scopebridge.secret-key", KEY).with("spring.datasource.hikari.maximum-pool-size", 15)
            .with("scopebridge.jobs.lease", "8s").with("scopebridge.jobs.renew", "1s").with("scopebridge.plan.timeout", "5s");
        bench = new Bench(hub);
    }

    private static void run(String url, String as, String sql, String user) {
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, as, "..."));
        for (String statement : sql.replace("scopebridge", user).split(";")) {
            if (!statement.isBlank()) database.sql(statement).update();
        }
    }

    @AfterEach
    void everyRequestWasAllowed() {
        bench.close();
    }

    /** One hub for all three: what they do does not depend on settings, and a start costs more than they do. */
    @Test
    void whatTheHubDoesOverTheEmbeddedDatabaseItDoesOverPostgres() {
        hub.withFewOpportunities().start();
        theUserOfTheHubCannotTouchTheAuditTrail();
        opportunitiesComeInAndProjectsGoOut();
        bench.clear();
        whatWasShownIsCarriedOut();
        opportunitiesAreReadWholeListedAndLinked();
        listsOfAllConnectionsAndChecksAnswer();
    }

    private void theUserOfTheHubCannotTouchTheAuditTrail() {
        for (String sql : List.of("drop trigger audit_is_append_only on audit_entry", "alter table audit_entry disable trigger all", "update audit_entry set who = 'x'", "delete from audit_entry",
            "truncate audit_entry", "drop table audit_entry", "delete from flyway_schema_history")) {
            assertThatThrownBy(() -> hub.database().sql(sql).update()).as(sql).rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private void opportunitiesComeInAndProjectsGoOut() {
        hub.scopeStack.approve(90001);
        hub.scopeStack.approve(95001);
        String autotask = bench.connect("autotask");
        String connectWise = bench.connect("connectwise");
        hub.sync(autotask);
        hub.sync(connectWise);

        assertThat(bench.log(autotask)).isEmpty();
        assertThat(bench.log(connectWise)).isEmpty();
        for (String connection : List.of(autotask, connectWise)) {
            assertThat(hub.database().sql("select count(*) from opportunity where connection_id = ?").param(connection).query(Integer.class).single()).isPositive();
        }
        assertThat(hub.push(autotask, 90001, null).path("state").asText()).isEqualTo("DONE");
        assertThat(hub.push(connectWise, 95001, null).path("state").asText()).isEqualTo("DONE");
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
        assertThat(hub.push(autotask, 90001, null).at("/result/created").asInt(-1)).isZero();
        assertThat(hub.get("/api/connections/" + autotask + "/projects?state=DONE&search=FIREWALL&status=approved&after=99999").path("projects"))
            .extracting(project -> project.path("id").asText()).containsExactly("90001");
        assertThat(hub.get("/api/connections/" + autotask + "/projects/90001").path("steps")).isNotEmpty()
            .allSatisfy(step -> assertThat(step.path("link").asText()).contains("/Mvc/Projects/"));
        assertThat(hub.get("/api/connections/" + autotask + "/projects/90001/calls?after=0&step=project").path("calls")).as("list, count, create").hasSize(3);
        for (String connection : List.of(autotask, connectWise)) {
            assertThat(hub.send("POST", "/api/connections/" + connection + "/check", null).statusCode()).isEqualTo(200);
            assertThat(hub.get("/api/connections/" + connection + "/status").path("sentence").asText()).startsWith("Connected");
        }
        hub.database().sql("insert into directory (connection_id, kind, remote_id, name, read_at) values (?, 'company', '250', 'Northwind 50%', current_timestamp)").param(connectWise).update();
        assertThat(hub.get("/api/connections/" + connectWise + "/project-options?search=50%25&company=northwind%2050%25").toString()).contains("Northwind 50%");
    }

    private void opportunitiesAreReadWholeListedAndLinked() {
        String connection = bench.connect("connectwise");
        hub.fullSync(connection, false);
        hub.connectWise.removeOpportunity(1001);
        hub.fullSync(connection, true);
        long companies = Long.parseLong(hub.send("POST", "/api/connections/" + connection + "/companies/sync", null).body().replaceAll("\\D", ""));

        assertThat(bench.log(connection)).isEmpty();
        assertThat(hub.get("/api/connections/" + connection + "/opportunities?state=FILTERED_OUT").at("/opportunities/0/id").asText()).isEqualTo("1001");
        String after1010 = hub.get("/api/connections/" + connection + "/opportunities?search=10&limit=41").path("next").asText();
        JsonNode page = hub.get("/api/connections/" + connection + "/opportunities?search=10&limit=2&after=" + after1010).path("opportunities");
        assertThat(page).extracting(row -> row.path("id").asText()).containsExactly("1009", "1008");
        OpportunityPages.assertEveryOrder(hub, connection);
        assertThat(hub.get("/api/connections/" + connection + "/opportunities/counts?search=10").path("filteredOut").asInt()).isEqualTo(1);
        assertThat(hub.ended(companies).path("state").asText()).isEqualTo("DONE");
        String next = hub.get("/api/connections/" + connection + "/companies?limit=2").path("next").asText();
        assertThat(hub.get("/api/connections/" + connection + "/companies?search=o&after=" + next).path("companies")).isNotEmpty();
        long link = Long.parseLong(hub.send("PUT", "/api/connections/" + connection + "/projects/95006/opportunity", "{\"opportunity\":\"1003\",\"confirmOtherCompany\":true}").body().replaceAll("\\D", ""));
        assertThat(hub.ended(link).path("state").asText()).isEqualTo("DONE");
        assertThat(hub.get("/api/connections/" + connection + "/projects/95006/opportunity").path("opportunity").asText()).isEqualTo("1003");
        assertThat(hub.get("/api/connections/" + connection + "/opportunities?search=1003").at("/opportunities/0/projects/0/id").asText()).isEqualTo("95006");
    }

    private void listsOfAllConnectionsAndChecksAnswer() {
        String connection = bench.connect("connectwise");
        hub.scopeStack.approve(95002);
        hub.sync(connection);
        hub.connectWise.faults().status("POST", "/project/projects$", 400, "{\"code\":\"InvalidObject\",\"message\":\"The name 'x' is odd\",\"errors\":[]}", 1);
        hub.push(connection, 95002, null);
        JsonNode group = hub.get("/api/log/groups?connection=" + connection + "&state=OPEN&sort=-entries&text=odd").path("groups").get(0);
        assertThat(group.path("open").asInt()).isOne();
        assertThat(hub.send("POST", "/api/log/groups/" + group.path("problem").asText() + "/handling", Map.of("acknowledged", true, "note", "known")).statusCode()).isEqualTo(200);
        assertThat(hub.get("/api/log?problem=" + group.path("problem").asText()).path("entries")).hasSize(1);
        assertThat(hub.get("/api/projects").path("projects")).anySatisfy(project -> assertThat(project.toString()).contains("95002"));
        assertThat(hub.get("/api/projects?search=95002&state=FAILED").path("projects")).hasSize(1);
        assertThat(hub.get("/api/opportunities?search=1003").path("opportunities")).isNotEmpty();
        assertThat(hub.get("/api/overview?search=" + connection + "&state=FAILING&limit=5")).hasSize(1);
        assertThat(hub.get("/api/overview/summary").isObject()).isTrue();
        assertThat(hub.get("/api/mappings").toString()).contains("project-plan");
        assertThat(hub.get("/api/mappings/connectwise:project-plan.ds/inputs").toString()).contains("project:95002");
        hub.push(connection, 95002, null);
        long check = Long.parseLong(hub.send("POST", "/api/connections/" + connection + "/drift", null).body().replaceAll("\\D", ""));
        assertThat(hub.ended(check).path("state").asText()).isEqualTo("DONE");
        assertThat(hub.get("/api/connections/" + connection + "/drift?project=95002").isObject()).isTrue();
    }

    private void whatWasShownIsCarriedOut() {
        hub.scopeStack.approve(95001);
        String connection = bench.connect("connectwise");
        String url = "/api/connections/" + connection + "/projects/95001/psa-project/preview";
        hub.send("POST", url, null);
        hub.ended(hub.jobs(connection, "preview-project").get(0).path("id").asLong());
        long preview = hub.database().sql("select id from plan_preview").query(Long.class).single();
        int steps = hub.get(url + "/" + preview).at("/totals/CREATE").asInt();

        assertThat(hub.push(connection, 95001, Map.of("preview", preview)).at("/result/created").asInt()).isEqualTo(steps).isPositive();
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
    }

    /** Two starts cost more than what either part does. */
    @Test
    void twoNodesShareTheWorkAndOneTakesOverFromTheOtherThatIsStopped() throws Exception {
        hub.with("scopebridge.jobs.lease", "150s").with("scopebridge.plan.timeout", "100s");
        try (PracticeProvider provider = new PracticeProvider(); TestHub other = more(hub)) {
            for (TestHub node : List.of(hub, other)) {
                node.with("scopebridge.console.sign-on.issuer", provider.issuer()).with("scopebridge.console.sign-on.client-id", PracticeProvider.CLIENT)
                    .with("scopebridge.console.sign-on.client-secret", PracticeProvider.SECRET).with("scopebridge.console.sign-on.viewers", "staff").start();
            }
            aLoginOnOneNodeIsValidOnTheOther(other);
            wrongPasswordsCountOnBothNodes(other);
            aSignOnThatBeginsOnOneNodeEndsOnTheOther(provider, other);
            twoNodesCreateOneProjectAndRunEachJobOnce(other);
            bench.clear();
            aJobIsCancelledOnTheOtherNode(other);
            bench.clear();
            aNodeTakesOverFromOneThatIsStopped(other);
        }
    }

    private void aLoginOnOneNodeIsValidOnTheOther(TestHub other) throws Exception {
        String first = "Correct-horse-1";
        assertThat(hub.send("POST", "/api/users", Map.of("name", "paula", "role", "operator", "password", first)).statusCode()).isEqualTo(201);
        WebClient here = client(hub);
        assertThat(here.login("paula", first).headers().firstValue("Location")).hasValue("/actuator/hawtio/");
        String[] session = {"Cookie", "JSESSIONID=" + here.cookie("JSESSIONID").getValue()};
        WebClient there = client(other);
        assertThat(there.get("/api/me", session).body()).contains("paula", "operator");
        String[] admin = {"Cookie", "JSESSIONID=" + session(here, "admin", TestHub.PASSWORD)};
        assertThat(there.get("/api/me", admin).statusCode()).as("of the settings, which all nodes have").isEqualTo(200);
        for (WebClient node : List.of(here, there)) assertThat(node.get("/api/me", WebClient.basic("paula", first)).statusCode()).isEqualTo(200);

        assertThat(other.send("PUT", "/api/users/paula/password", Map.of("password", "Another-horse-2")).statusCode()).isEqualTo(200);
        for (WebClient node : List.of(client(hub), client(other))) {
            assertThat(node.get("/api/me", session).statusCode()).isEqualTo(401);
            assertThat(node.get("/api/me", WebClient.basic("paula", first)).statusCode()).isEqualTo(401);
            assertThat(node.get("/api/me", WebClient.basic("paula", "Another-horse-2")).statusCode()).isEqualTo(200);
        }
        assertThat(hub.send("DELETE", "/api/users/paula", null).statusCode()).isEqualTo(204);
        for (String odd : List.of("a\0b", "", "\u00ff", "x".repeat(3_000))) {
            String cookie = "JSESSIONID=" + Base64.getEncoder().encodeToString(odd.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(client(hub).get("/api/me", "Cookie", cookie).statusCode()).as(cookie).isEqualTo(401);
        }
        assertThat(client(hub).get("/api/me", WebClient.basic("a\0b", "x")).statusCode()).isEqualTo(401);
    }

    private void wrongPasswordsCountOnBothNodes(TestHub other) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) statuses.add(client(i % 2 == 0 ? hub : other).get("/api/me", WebClient.basic("guessed", "wrong-" + i)).statusCode());
        assertThat(statuses.subList(0, 5)).containsOnly(401);
        assertThat(statuses).as("alone, neither has had five").contains(429);
    }

    /** Behind one address, whose proxy sends each request to any node. */
    private void aSignOnThatBeginsOnOneNodeEndsOnTheOther(PracticeProvider provider, TestHub other) throws Exception {
        provider.person(Map.of("preferred_username", "petra", "roles", "staff"));
        String[] front = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "hub.example.com"};
        HttpResponse<String> asked = new WebClient(URI.create(hub.url()).getPort(), front).get("/oauth2/authorization/sign-on");
        HttpResponse<Void> answered = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(asked.headers().firstValue("Location").orElseThrow())).build(), HttpResponse.BodyHandlers.discarding());
        URI back = URI.create(answered.headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith("https://hub.example.com/login/oauth2/code/sign-on?");
        HttpResponse<String> signedOn = new WebClient(URI.create(other.url()).getPort(), front).get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie", cookie(asked, "sign-on"));
        assertThat(signedOn.statusCode()).isEqualTo(200);
        for (TestHub node : List.of(hub, other)) {
            assertThat(client(node).get("/api/me", "Cookie", cookie(signedOn, "JSESSIONID")).body()).contains("petra", "viewer", "sign-on");
        }
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + "=") && !cookie.startsWith(name + "=;")).findFirst().orElseThrow().replaceFirst(";.*", "");
    }

    private static String session(WebClient client, String user, String password) throws Exception {
        client.login(user, password);
        return client.cookie("JSESSIONID").getValue();
    }

    private static WebClient client(TestHub hub) {
        return new WebClient(URI.create(hub.url()).getPort());
    }

    private void twoNodesCreateOneProjectAndRunEachJobOnce(TestHub other) throws Exception {
        hub.scopeStack.approve(90001);
        hub.scopeStack.approve(95001);
        String autotask = bench.connect("autotask");
        String connectWise = bench.connect("connectwise");
        assertOneJobForOneEvent(other, autotask);
        List<Long> jobs = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            for (TestHub node : List.of(hub, other)) {
                jobs.add(node.request(autotask, 90001, null));
                jobs.add(node.request(connectWise, 95001, null));
            }
        }
        List<JsonNode> ended = jobs.stream().map(hub::ended).toList();

        assertThat(ended).allSatisfy(job -> assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE"));
        assertThat(ended).allSatisfy(job -> assertThat(job.path("attempts").asInt()).as("%s", job).isEqualTo(1));
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
        assertThat(ended.stream().mapToInt(job -> job.at("/result/created").asInt()).sum()).as("written once by whichever job")
            .isEqualTo(1 + hub.autotask.phases().size() + hub.autotask.tasks().size() + 1 + hub.connectWise.phases().size()
                + hub.connectWise.tickets().size() + hub.connectWise.tasks().size());
        assertThat(bench.log(autotask)).isEmpty();
        assertThat(bench.log(connectWise)).isEmpty();
    }

    private void aJobIsCancelledOnTheOtherNode(TestHub other) {
        String connection = bench.connect("connectwise");
        hub.connectWise.faults().latency("POST", "/project/tickets$", 500, 10_000);
        long job = hub.request(connection, 95001, null);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.connectWise.records().count("tickets") >= 1);
        TestHub idle = isOf(hub, owner(hub, connection)) ? other : hub;

        assertThat(idle.send("POST", "/api/jobs/" + job + "/cancel", Map.of("reason", "wrong board")).statusCode()).isEqualTo(202);
        JsonNode ended = idle.ended(job);
        hub.connectWise.faults().clear();

        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("CANCELLED");
        assertThat(ended.at("/result/cancelled").asInt()).isPositive();
        assertThat(ended.path("attempts").asInt()).isEqualTo(1);
        assertThat(bench.log(connection)).isEmpty();
        assertThat(idle.push(connection, 95001, null).path("state").asText()).isEqualTo("DONE");
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
    }

    @Test
    void aNodeTakesOverFromOneThatWasKilled() throws Exception {
        HubProcess doomed = HubProcess.start(hub, home);
        String connection = bench.connect("autotask");
        try (TestHub other = more(hub)) {
            // Slow until both are up, so that the second finds the first one in the middle.
            hub.autotask.faults().latency("POST", "/Tasks$", 400, 10_000);
            long job = hub.request(connection, 90005, null);
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> hub.autotask.records().count("Tasks") >= 5);
            other.start();
            hub.autotask.faults().clear();
            int bothUp = hub.autotask.records().count("Tasks");
            Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(2)).until(() -> hub.autotask.records().count("Tasks") >= bothUp + 40);
            doomed.kill();
            assertThat(hub.autotask.records().count("Tasks")).as("killed before the end").isLessThan(808);

            JsonNode ended = other.ended(job);
            assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
            assertThat(ended.path("attempts").asInt()).isEqualTo(2);
            AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90005), true);
        } finally {
            doomed.kill();
        }
    }

    /** Two nodes count the failures of one cause; the one that is killed takes nothing with it, and neither reports what the other did. */
    @Test
    void aThousandFailuresOfOneCauseAreOneMessageAndOneAllClearAlsoWhenANodeIsKilled() throws Exception {
        hub.with("scopebridge.alerts.claim", "15s").with("scopebridge.jobs.workers", "16").with("scopebridge.jobs.per-connection", "16");
        HubProcess doomed = HubProcess.start(hub, home);
        try (TestHub other = more(hub); PracticeReceiver receiver = new PracticeReceiver()) {
            receiver.start(0);
            other.with("scopebridge.alerts.claim", "15s").with("scopebridge.jobs.workers", "16").with("scopebridge.jobs.per-connection", "16").start();
            String target = other.send("POST", "/api/alerts/targets", Map.of("name", "ops", "channel", "webhook", "settings", Map.of("url", receiver.webhookUrl(),
                "secret", PracticeReceiver.SECRET, "network", Map.of("privateHosts", "127.0.0.1", "allowPlainHttp", true)))).body().replaceAll("^\\{\"id\":(\\d+).*", "$1");
            assertThat(other.send("POST", "/api/alerts/rules", "{\"name\":\"all\",\"targets\":[" + target + "]}").statusCode()).isEqualTo(201);
            String connection = bench.connect("connectwise");
            FailureLog log = other.context().getBean(FailureLog.class);
            AtomicInteger written = new AtomicInteger();
            Thread killer = new Thread(() -> {
                Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(1)).until(() -> written.get() >= 300);
                doomed.kill();
            });
            killer.start();
            AtOnce.run(8, () -> {
                for (int project = written.getAndIncrement(); project < 1000; project = written.getAndIncrement()) {
                    log.write(new FailedWork(connection, "push-project", "project:" + project, "project", null,
                        Failure.of(FailureClass.MISSING_REFERENCE, "The company 'Fabrikam Inc' is inactive.", "Open it and set it to active."), "{}", null));
                }
                return 0;
            });
            killer.join();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !receiver.accepted().isEmpty() && other.database().sql("select count(*) from log_outbox").query(Integer.class).single() == 0);
            assertThat(other.get("/api/alerts/problems").findValuesAsText("entries")).containsExactly("1000");
            IntStream.range(0, 1000).forEach(project -> log.resolve(connection, "push-project", "project:" + project, null));

            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> receiver.accepted().size() >= 2);
            Awaitility.await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(10)).untilAsserted(
                () -> assertThat(receiver.accepted()).extracting(event -> event.path("type").asText()).containsExactly("alert.opened", "alert.over"));
            assertThat(receiver.accepted().get(1).at("/data/problems/0/failures").asInt()).isEqualTo(1000);
        } finally {
            doomed.kill();
        }
    }

    /** As on SIGTERM: it begins no call, ends the one in flight, and another node goes on long before a lease expires. */
    private void aNodeTakesOverFromOneThatIsStopped(TestHub other) throws Exception {
        String connection = bench.connect("autotask");
        hub.autotask.faults().latency("POST", "/Tasks$", 100, 10_000);
        long job = hub.request(connection, 90005, null);
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> hub.autotask.records().count("Tasks") >= 5);
        String first = owner(other, connection);
        TestHub stopped = isOf(hub, first) ? hub : other;
        TestHub left = stopped == hub ? other : hub;
        Thread stopping = new Thread(stopped::stop);
        stopping.start();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !first.equals(owner(left, connection)) && owner(left, connection) != null);
        hub.autotask.faults().clear();

        JsonNode ended = left.ended(job);
        stopping.join();
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
        assertThat(ended.path("attempts").asInt()).isEqualTo(2);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90005), true);
    }

    private static boolean isOf(TestHub hub, String owner) {
        return hub.context().getBean(Node.class).id().equals(owner);
    }

    private static String owner(TestHub asked, String connection) {
        return asked.database().sql("select owner from connection_lease where connection_id = ?").param(connection).query((row, n) -> Optional.ofNullable(row.getString(1))).single().orElse(null);
    }

    /** Sent to both nodes, many times at once. */
    private void assertOneJobForOneEvent(TestHub other, String connection) throws Exception {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        Map<String, Object> settings = hub.connection("autotask", Map.of("webhooks.secret", secret));
        settings.put("id", connection);
        hub.put(connection, settings);
        for (int round = 0; round < 3; round++) {
            String event = "event-" + round;
            String body = "{\"type\":\"project.changed\",\"project\":\"90001\"}";
            AtomicInteger turn = new AtomicInteger();
            List<Integer> answers = AtOnce.run(40, () -> (turn.getAndIncrement() % 2 == 0 ? hub : other).webhook(connection, secret, event, body).statusCode());

            assertThat(answers).containsOnly(200, 202);
            assertThat(answers.stream().filter(status -> status == 202)).hasSize(1);
            assertThat(hub.database().sql("select count(*) from job where dedupe_key like ?").param("%:" + event).query(Integer.class).single()).isOne();
        }
    }

    private TestHub more(TestHub first) throws Exception {
        TestHub other = new TestHub(Files.createTempDirectory(home, "node"), first);
        for (String name : List.of("spring.datasource.hikari.maximum-pool-size", "scopebridge.jobs.lease", "scopebridge.jobs.renew", "scopebridge.plan.timeout")) {
            other.with(name, first.settings().get(name));
        }
        return other;
    }
}
