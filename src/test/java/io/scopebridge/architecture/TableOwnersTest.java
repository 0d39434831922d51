package io.scopebridge.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One package reads and writes a table; others read views that the migrations make. SQL stands in Java, in routes, in mappings and in files. */
@Fast
class TableOwnersTest {

    private static final Map<String, String> OWNERS = Map.ofEntries(
        entry("connection", "connection"), entry("connection_status", "connection"), entry("connection_trouble", "connection"),
        entry("watermark", "remote"), entry("scopestack_account", "identity"),
        entry("connection_right", "tenant"), entry("call_hour", "tenant"),
        entry("job", "job"), entry("schedule", "job"), entry("connection_lease", "job"),
        entry("plan", "plan.archive"), entry("ledger", "plan.ledger"), entry("step_call", "plan.journal"), entry("manual_resolution", "plan.manual"),
        entry("mapping_version", "draft"), entry("mapping_change", "draft"), entry("mapping_override", "draft"), entry("mapping_state", "draft"), entry("mapping_input", "draft"),
        entry("plan_preview", "project"), entry("project", "project"),
        entry("opportunity", "opportunity"), entry("opportunity_closing", "opportunity"), entry("directory", "company"),
        entry("log_entry", "log"), entry("log_outbox", "log"), entry("log_handling", "log.group"),
        entry("alert_target", "alert"), entry("alert_rule", "alert"), entry("alert_problem", "alert"), entry("alert_delivery", "alert"), entry("audit_entry", "audit"), entry("refused_login", "audit"),
        entry("audit_chain", "audit"), entry("audit_start", "audit"), entry("hub_secret", "secret"),
        entry("replay", "replay"), entry("replay_item", "replay"), entry("replay_entry", "replay"),
        entry("login_attempt", "security"), entry("login_place", "security"), entry("console_user", "user"), entry("console_session", "security.session"), entry("console_session_attributes", "security.session"),
        entry("drift_report", "drift"), entry("drift_finding", "drift"), entry("webhook_event", "webhook"));

    /** Deletes what is old, in any table, and nothing else. */
    private static final String HOUSEKEEPING = "housekeeping";

    private static final Pattern MADE = Pattern.compile("(?m)^create (table|view) (\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?m)^drop (table|view) (\\w+)");
    private static final Pattern RENAMED = Pattern.compile("(?m)^alter table (\\w+) rename to (\\w+)");
    private static final Pattern VERSION = Pattern.compile("^V(\\d+)__");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SQL = Pattern.compile("\\b(select|insert into|update|delete|join)\\b");
    private static final Pattern USE = Pattern.compile("\\b(from|join|into|update)\\s+([a-z_]+)");

    /** One statement, or a part of one. */
    private record Statement(String where, String user, String sql) {

        /** A merge that only deletes is a delete. */
        Statement {
            sql = sql.replaceAll("(?s)\\bmerge into (?=.*\\bwhen matched then delete\\s*$)", "delete from ");
        }

        /** What it uses as nobody but the owner may. */
        Stream<String> trespasses(Set<String> views) {
            return USE.matcher(sql).results().map(use -> trespass(use.group(1), use.group(2), sql.substring(0, use.start()), views)).filter(wrong -> wrong != null);
        }

        private String trespass(String word, String name, String before, Set<String> views) {
            boolean writes = word.equals("into") || word.equals("update") || before.stripTrailing().endsWith("delete");
            if (views.contains(name)) return writes ? where + " writes to the view " + name : null;
            String owner = OWNERS.get(name);
            if (owner == null || owner.equals(user) || user.equals(HOUSEKEEPING) && !word.equals("into") && !word.equals("update")) return null;
            return where + (writes ? " writes to " : " reads ") + name + " of " + owner;
        }
    }

    @Test
    void everyTableHasOneOwner() throws IOException {
        assertThat(made("table")).as("a new table is named above, with its owner").isEqualTo(new TreeSet<>(OWNERS.keySet()));
    }

    @Test
    void strangersReadViews() throws IOException {
        Set<String> views = made("view");
        List<Statement> statements = statements();
        assertThat(statements).as("found at all").hasSizeGreaterThan(100);

        assertThat(statements.stream().flatMap(statement -> statement.trespasses(views))).as("read a view; make one in a migration, next to its table's").isEmpty();
    }

    /** PostgreSQL refuses every further statement of a transaction after a duplicate key: what was inserted meanwhile is no error. */
    @Test
    void anInsertMayMeetARowThatIsThere() throws IOException {
        Map<String, String> never = Map.ofEntries(entry("connection_status", "of a connection that was inserted in the same transaction"),
            entry("connection_right", "under the lock of the connection"), entry("replay_entry", "of a replay that was inserted in the same transaction"),
            entry("opportunity", "of a subject of which one job runs at a time"), entry("audit_entry", "numbered"), entry("log_outbox", "numbered"), entry("plan", "numbered"),
            entry("plan_preview", "numbered"), entry("mapping_change", "numbered"), entry("drift_finding", "numbered"), entry("step_call", "numbered"), entry("manual_resolution", "numbered"), entry("replay", "numbered"));
        List<String> bare = statements().stream().flatMap(statement -> USE.matcher(statement.sql()).results().filter(use -> use.group(1).equals("into"))
            .filter(use -> OWNERS.containsKey(use.group(2)) && !never.containsKey(use.group(2)) && !statement.sql().contains("on conflict do nothing"))
            .map(use -> statement.where() + " inserts into " + use.group(2))).toList();

        assertThat(bare).as("ends in 'on conflict do nothing'; io.scopebridge.database.Upsert writes a row whether or not it exists").isEmpty();
        assertThat(SourceFile.of("src/main/java").stream().filter(source -> source.text().contains("DuplicateKeyException")).map(SourceFile::path)).isEmpty();
    }

    @Test
    void everyViewIsRead() throws IOException {
        Set<String> read = statements().stream().flatMap(statement -> USE.matcher(statement.sql()).results()).map(use -> use.group(2)).collect(Collectors.toSet());
        assertThat(read).as("a view that nobody reads goes").containsAll(made("view"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        replay       | select e.id from log_entry e join job j on j.id = e.job_id    | reads log_entry of log; reads job of job
        replay       | select e.id from log_record e                                 |
        replay       | update log_record set state = 'x'                             | writes to the view log_record
        log          | delete from job                                               | writes to job of job
        housekeeping | delete from job where id in (select id from job)              |
        housekeeping | merge into job using (select id from job) x on job.id = x.id when matched then delete |
        housekeeping | insert into job (id) values (1)                               | writes to job of job
        connection   | insert into connection_lease (connection_id) values (1)       | writes to connection_lease of job
        """)
    void aTrespassIsNamed(String user, String sql, String wrong) {
        List<String> named = new Statement("It", user, sql).trespasses(Set.of("log_record")).map(text -> text.replace("It ", "")).toList();
        assertThat(String.join("; ", named)).isEqualTo(wrong == null ? "" : wrong);
    }

    /** What stands after the last migration. */
    private static Set<String> made(String kind) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            List<Path> inOrder = files.filter(Files::isRegularFile).sorted((one, other) -> Integer.compare(version(one), version(other))).toList();
            for (Path file : inOrder) {
                String text = Files.readString(file).toLowerCase(Locale.ROOT);
                DROPPED.matcher(text).results().filter(found -> found.group(1).equals(kind)).forEach(found -> names.remove(found.group(2)));
                MADE.matcher(text).results().filter(found -> found.group(1).equals(kind)).forEach(found -> names.add(found.group(2)));
                RENAMED.matcher(text).results().filter(found -> names.remove(found.group(1))).forEach(found -> names.add(found.group(2)));
            }
        }
        return names;
    }

    private static int version(Path migration) {
        Matcher name = VERSION.matcher(migration.getFileName().toString());
        return name.find() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static List<Statement> statements() throws IOException {
        Stream<Statement> java = SourceFile.of("src/main/java").stream().flatMap(source -> LITERAL.matcher(source.text()).results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).filter(text -> SQL.matcher(text).find())
            .map(text -> new Statement(source.path().toString(), packageOf(source.path()), text)));
        Stream.Builder<Statement> files = Stream.builder();
        for (String folder : List.of("routes", "mappings", "src/main/resources/sql")) {
            if (!Files.exists(Path.of(folder))) continue;
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                for (Path file : found.filter(one -> one.toString().matches(".*\\.(yaml|ds|sql)")).toList()) {
                    String text = Files.readString(file);
                    String user = file.getParent().getFileName().toString();
                    if (file.toString().endsWith(".sql")) files.add(new Statement(file.toString(), user, text));
                    else text.lines().filter(line -> line.contains("sql:") && SQL.matcher(line).find()).forEach(line -> files.add(new Statement(file.toString(), user, line)));
                }
            }
        }
        return Stream.concat(java, files.build()).toList();
    }

    private static String packageOf(Path source) {
        return Path.of("src/main/java/io/scopebridge").relativize(source.getParent()).toString().replace('/', '.');
    }
}
