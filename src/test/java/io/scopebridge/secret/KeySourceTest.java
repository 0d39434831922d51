package io.scopebridge.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Fast
class KeySourceTest {

    @TempDir Path data;

    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(SecretConfiguration.class);

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReadsAndLaterOnesKeepIt() throws IOException {
        Path file = data.resolve("not/yet/secret.key");

        List<byte[]> keys = KeySource.file(file);

        assertThat(keys).singleElement().satisfies(key -> assertThat(key).hasSize(32));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(KeySource.file(file).get(0)).isEqualTo(keys.get(0));
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefusedWithTheCommandThatMendsIt() throws IOException {
        Path file = data.resolve("secret.key");
        KeySource.file(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeySource.file(file)).isInstanceOf(UnusableKey.class).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void aBadKeyStopsTheStartWithASentence() {
        start.withPropertyValues("scopebridge.secret-key=not base64!").run(context ->
            assertThat(context.getStartupFailure()).rootCause().isInstanceOf(UnusableKey.class)
                .hasMessageContaining("scopebridge.secret-key").hasMessageContaining("openssl rand -base64 32"));
        start.withPropertyValues("scopebridge.secret-key=" + Base64.getEncoder().encodeToString(new byte[16])).run(context ->
            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("16 bytes"));
    }

    @Test
    void aConfiguredKeyNeedsNoFile() {
        start.withPropertyValues("scopebridge.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]), "scopebridge.data=" + data).run(context -> {
            assertThat(context).hasSingleBean(SecretBox.class);
            assertThat(data).isEmptyDirectory();
        });
    }
}
