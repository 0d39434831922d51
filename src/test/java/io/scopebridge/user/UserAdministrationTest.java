package io.scopebridge.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.web.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Users of the database, with two nodes at once over both databases. */
@StartsServer
@ExtendWith(OutputCaptureExtension.class)
class UserAdministrationTest {

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private static final String PASSWORD = "Correct-horse-1";

    @TempDir
    Path data;

    /** One node over the database. */
    private final class Node {

        final List<UserChanged> changes = new ArrayList<>();
        final FirstPassword first = new FirstPassword();
        final FirstAdmin firstAdmin;
        final UserAdministration users;
        final ConsoleUsers logins;

        Node(DataSource database, String password) throws Exception {
            ConfiguredUsers configured = new ConfiguredUsers(new UserSettings(password, Map.of()), data, ENCODER);
            UserTable table = new UserTable(JdbcClient.create(database));
            firstAdmin = new FirstAdmin(configured, table, ENCODER, first, event -> changes.add((UserChanged) event));
            users = new UserAdministration(configured, table, ENCODER, new TransactionTemplate(new DataSourceTransactionManager(database)), event -> changes.add((UserChanged) event));
            logins = new ConsoleUsers(configured, table);
        }

        boolean opens(String name, String password) {
            return logins.find(name).filter(user -> ENCODER.matches(password, user.hash())).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void twoNodesThatStartTogetherAddOneAdmin(String vendor, CapturedOutput output) throws Exception {
        DataSource database = Databases.fresh(vendor);
        List<Node> nodes = List.of(new Node(database, null), new Node(database, null), new Node(database, null));
        together(nodes.stream().map(node -> (Callable<Void>) () -> {
            node.firstAdmin.addIfNeeded();
            return null;
        }).toList());

        List<String> passwords = nodes.stream().flatMap(node -> node.first.take().stream()).toList();
        assertThat(passwords).hasSize(1);
        assertThat(passwords.get(0)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(output.getAll().split(java.util.regex.Pattern.quote(passwords.get(0)), -1)).as("shown once").hasSize(2);
        assertThat(nodes).allMatch(node -> node.opens("admin", passwords.get(0)));
        assertThat(nodes.stream().flatMap(node -> node.changes.stream())).extracting(UserChanged::action).containsExactly("users.create");

        Node later = new Node(database, null);
        later.firstAdmin.addIfNeeded();
        assertThat(later.first.take()).as("a later start").isEmpty();
    }

    @Test
    void whoHasAnAdminInTheSettingsOrTheFileGetsNoOther() throws Exception {
        Node withPassword = new Node(Databases.fresh("h2"), "set-from-outside");
        withPassword.firstAdmin.addIfNeeded();
        assertThat(withPassword.first.take()).isEmpty();
        Files.writeString(data.resolve("console-users"), "root:admin:" + ENCODER.encode("of-the-file") + "\n");
        Node withFile = new Node(Databases.fresh("h2"), null);
        withFile.firstAdmin.addIfNeeded();
        assertThat(withFile.first.take()).isEmpty();
        assertThat(withFile.users.all()).extracting(UserView::name).containsExactly("root");
    }

    /** An admin whom the settings of another node had before, and who has gone from them. */
    @Test
    void aTakenNameIsSaidInPlaceOfAPassword(CapturedOutput output) throws Exception {
        DataSource database = Databases.fresh("h2");
        new Node(database, null).users.add("admin", "viewer", PASSWORD, "test");
        Node node = new Node(database, null);
        node.firstAdmin.addIfNeeded();
        assertThat(node.first.take()).isEmpty();
        assertThat(output.getAll()).contains("Set scopebridge.console.password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void ofTwoAdminsWhoRemoveEachOtherOneStays(String vendor) throws Exception {
        DataSource database = Databases.fresh(vendor);
        for (int round = 0; round < 10; round++) {
            JdbcClient.create(database).sql("delete from console_user").update();
            Node one = new Node(database, null);
            Node other = new Node(database, null);
            one.users.add("olga", "admin", PASSWORD, "test");
            one.users.add("piet", "admin", PASSWORD, "test");
            together(List.of(() -> refused(() -> one.users.enable("olga", false)), () -> refused(() -> other.users.changeRole("piet", "viewer"))));
            assertThat(one.users.all()).filteredOn(user -> user.enabled() && user.role().equals("admin")).hasSize(1);
        }
    }

    @Test
    void theLastAdminStays() throws Exception {
        Node node = new Node(Databases.fresh("h2"), null);
        node.users.add("olga", "admin", PASSWORD, "test");
        node.users.add("vera", "viewer", PASSWORD, "test");
        node.users.add("piet", "admin", PASSWORD, "test");
        node.users.enable("piet", false);
        assertThatThrownBy(() -> node.users.enable("olga", false)).isInstanceOf(UserConflict.class);
        assertThatThrownBy(() -> node.users.changeRole("olga", "operator")).isInstanceOf(UserConflict.class);
        assertThatThrownBy(() -> node.users.remove("olga")).isInstanceOf(UserConflict.class).hasMessageContaining("409");
        node.users.enable("piet", true);
        node.users.remove("olga");
        assertThat(node.users.all()).extracting(UserView::name).containsExactly("piet", "vera");
    }

    @Test
    void anAdminOfTheSettingsPermitsToRemoveTheLastOfTheDatabase() throws Exception {
        Node node = new Node(Databases.fresh("h2"), "set-from-outside");
        node.users.add("olga", "admin", PASSWORD, "test");
        node.users.remove("olga");
        assertThat(node.users.all()).extracting(UserView::name).containsExactly("admin");
    }

    @Test
    void usersOfTheSettingsWinAndAreNotChanged() throws Exception {
        DataSource database = Databases.fresh("h2");
        new Node(database, null).users.add("admin", "admin", PASSWORD, "test");
        Node node = new Node(database, "set-from-outside");
        assertThat(node.opens("admin", "set-from-outside")).isTrue();
        assertThat(node.opens("admin", PASSWORD)).isFalse();
        assertThat(node.users.all()).extracting(UserView::source).containsExactly(Source.SETTINGS);
        assertThatThrownBy(() -> node.users.setPassword("admin", "Another-horse-2", "test")).isInstanceOf(UserConflict.class);
        assertThatThrownBy(() -> node.users.remove("admin")).isInstanceOf(UserConflict.class);
        assertThatThrownBy(() -> node.users.add("Admin", "viewer", PASSWORD, "test")).isInstanceOf(InvalidInput.class).hasMessageContaining("name:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void namesThatDifferInCaseAloneAreTaken(String vendor) throws Exception {
        Node node = new Node(Databases.fresh(vendor), null);
        node.users.add("Olga", "operator", PASSWORD, "test");
        assertThatThrownBy(() -> node.users.add("olga", "viewer", PASSWORD, "test")).isInstanceOf(InvalidInput.class).hasMessageContaining("taken");
        assertThat(node.opens("Olga", PASSWORD)).isTrue();
        for (String odd : List.of("", "nobody", "a\0b", "x".repeat(101), "a'b", "zoë\n")) assertThat(node.logins.find(odd)).as(odd).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''          | viewer | Correct-horse-1 | name
        a:b         | viewer | Correct-horse-1 | name
        -olga       | viewer | Correct-horse-1 | name
        olga        | owner  | Correct-horse-1 | role
        olga        |        | Correct-horse-1 | role
        olga        | viewer |                 | password
        olga        | viewer | 12345678901     | password
        olga        | viewer | aaaaaaaaaaaab   | password
        olgaolgaolga | viewer | olgaolgaolga1  | password
        olga.meier  | viewer | Olga.Meier-2026 | password
        """)
    void whatIsWrongIsSaidByItsField(String name, String role, String password, String field) throws Exception {
        Node node = new Node(Databases.fresh("h2"), null);
        assertThatThrownBy(() -> node.users.add(name, role, password, "test")).isInstanceOfSatisfying(InvalidInput.class,
            wrong -> assertThat(wrong.errors()).extracting(error -> error.field()).containsExactly(field));
        assertThat(node.users.all()).isEmpty();
    }

    @Test
    void aPasswordHasAtMostTheBytesThatCount() throws Exception {
        Node node = new Node(Databases.fresh("h2"), null);
        node.users.add("olga", "viewer", "Correct-horse-1".repeat(4) + "é".repeat(6), "test");
        assertThatThrownBy(() -> node.users.add("piet", "viewer", "Correct-horse-1".repeat(4) + "é".repeat(7), "test")).hasMessageContaining("72 bytes");
    }

    @Test
    void whatIsShownHasNothingOfThePassword() throws Exception {
        Node node = new Node(Databases.fresh("h2"), null);
        node.users.add("olga", "viewer", PASSWORD, "test");
        ConsoleUser olga = node.logins.find("olga").orElseThrow();
        assertThat(List.of(node.users.all().toString(), olga.toString(), node.changes.toString())).noneMatch(text -> text.contains(olga.hash()) || text.contains(PASSWORD));
    }

    private static boolean refused(Runnable change) {
        try {
            change.run();
            return false;
        } catch (UserConflict last) {
            return true;
        }
    }

    private static <T> void together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier barrier = new CyclicBarrier(tasks.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> task : tasks) {
            running.add(threads.submit(() -> {
                barrier.await();
                return task.call();
            }));
        }
        for (Future<T> one : running) one.get();
        threads.shutdown();
    }
}
