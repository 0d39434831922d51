package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used twice on each of forty levels is computed once on each: otherwise a trillion times, which no machine ends in a minute. */
@Fast
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LazyValuesTest {

    private static final int LEVELS = 40;

    @ParameterizedTest
    @ValueSource(strings = {
        "local f(n, x) = if n == 0 then x else f(n - 1, x + x); f(payload.levels, 1)",
        "local f(n) = if n == 0 then 1 else local below = f(n - 1); below + below; f(payload.levels)",
        "local f(n) = if n == 0 then [1] else local list = [f(n - 1)[0]]; [list[0] + list[0]]; f(payload.levels)[0]",
    })
    void anArgumentALocalAndAListElementAreComputedOnce(String mapping, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/doubled.ds"), "/** DataSonnet\nversion=2.0\ninput payload application/json\noutput application/json\n*/\n" + mapping);
        Object result = new Mappings("file:" + folder, new ObjectMapper()).apply("a/doubled", Map.of("levels", LEVELS));
        assertThat(((Number) result).longValue()).isEqualTo(1L << LEVELS);
    }
}
