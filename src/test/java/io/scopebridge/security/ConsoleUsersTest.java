package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import io.scopebridge.security.ConsoleSettings.ConsoleUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
@Fast
class ConsoleUsersTest {

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @TempDir
    Path data;
    private final FirstPassword first = new FirstPassword();

    private ConsoleUsers users(String password, Map<String, ConsoleUser> more) throws Exception {
        return new ConsoleUsers(new ConsoleSettings(password, more, List.of(), "", List.of()), data.resolve("deep"), ENCODER, first);
    }

    private static boolean opens(ConsoleUsers users, String name, String password) {
        return ENCODER.matches(password, users.named(name).getPassword());
    }

    @Test
    void theFirstStartGivesThePasswordOnceAndKeepsItsHash(CapturedOutput output) throws Exception {
        ConsoleUsers users = users(null, Map.of());
        String password = first.take().orElseThrow();
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(first.take()).isEmpty();
        assertThat(output.getAll().split(java.util.regex.Pattern.quote(password), -1)).hasSize(2);
        assertThat(opens(users, "admin", password)).isTrue();
        Path file = data.resolve("deep/console-users");
        assertThat(Files.readString(file)).doesNotContain(password).contains("admin:admin:{");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        ConsoleUsers again = users(null, Map.of());
        assertThat(first.take()).isEmpty();
        assertThat(opens(again, "admin", password)).isTrue();
    }

    @Test
    void aPasswordInTheSettingsMakesNoFile() throws Exception {
        ConsoleUsers users = users("set-from-outside", Map.of("olga", new ConsoleUser(ENCODER.encode("hashed-already"), "operator")));
        assertThat(data.resolve("deep/console-users")).doesNotExist();
        assertThat(opens(users, "admin", "set-from-outside")).isTrue();
        assertThat(opens(users, "olga", "hashed-already")).isTrue();
        assertThat(users.named("olga")).extracting(UserDetails::getAuthorities).asString().contains("ROLE_operator");
        assertThatThrownBy(() -> users.named("nobody")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void linesOfTheFileAreUsersAndWrongOnesStopTheStart() throws Exception {
        users(null, Map.of());
        Path file = data.resolve("deep/console-users");
        Files.writeString(file, "vera:viewer:" + ENCODER.encode("vera-looks") + "\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(opens(users(null, Map.of()), "vera", "vera-looks")).isTrue();
        Files.writeString(file, "eve:owner:{noop}x\n", java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(() -> users(null, Map.of())).hasMessageContaining("eve").hasMessageContaining("owner");
        Files.writeString(file, "bad line with tops3cret\n");
        assertThatThrownBy(() -> users(null, Map.of())).hasMessageContaining("name:role:{kind}hash");
    }

    @Test
    void aShortPasswordStopsTheStartWithoutShowingIt() {
        assertThatThrownBy(() -> users("short", Map.of())).hasMessageContaining("at least 8").hasMessageNotContaining("short");
    }
}
