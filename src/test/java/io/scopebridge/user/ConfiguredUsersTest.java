package io.scopebridge.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import io.scopebridge.user.UserSettings.ConfiguredUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@Fast
class ConfiguredUsersTest {

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @TempDir
    Path data;

    private ConfiguredUsers users(String password, Map<String, ConfiguredUser> more) throws Exception {
        return new ConfiguredUsers(new UserSettings(password, more), data, ENCODER);
    }

    private static boolean opens(ConfiguredUsers users, String name, String password) {
        return users.find(name).filter(user -> ENCODER.matches(password, user.hash())).isPresent();
    }

    @Test
    void passwordsOfTheSettingsAreTextsOrHashes() throws Exception {
        ConfiguredUsers users = users("set-from-outside", Map.of("olga", new ConfiguredUser(ENCODER.encode("hashed-already"), "operator")));
        assertThat(opens(users, "admin", "set-from-outside")).isTrue();
        assertThat(opens(users, "olga", "hashed-already")).isTrue();
        assertThat(users.find("olga").orElseThrow()).hasToString("olga (operator)");
        assertThat(users.find("nobody")).isEmpty();
        assertThat(data).as("nothing is written").isEmptyDirectory();
    }

    @Test
    void linesOfTheFileAreUsersAndWrongOnesStopTheStart() throws Exception {
        Path file = data.resolve("console-users");
        Files.writeString(file, "# users\nvera:viewer:" + ENCODER.encode("vera-looks") + "\nadmin:admin:" + ENCODER.encode("of-the-file") + "\n");
        assertThat(opens(users(null, Map.of()), "vera", "vera-looks")).isTrue();
        assertThat(opens(users("set-from-outside", Map.of()), "admin", "set-from-outside")).as("the settings win").isTrue();
        Files.writeString(file, "eve:owner:{noop}x\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> users(null, Map.of())).hasMessageContaining("eve").hasMessageContaining("owner");
        Files.writeString(file, "bad line with tops3cret\n");
        assertThatThrownBy(() -> users(null, Map.of())).hasMessageContaining("name:role:{kind}hash");
    }

    @Test
    void aShortPasswordStopsTheStartWithoutShowingIt() {
        assertThatThrownBy(() -> users("short", Map.of())).hasMessageContaining("at least 8").hasMessageNotContaining("short");
    }
}
