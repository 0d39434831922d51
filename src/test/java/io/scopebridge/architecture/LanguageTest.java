package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are plain, present-day technical English: these words do not return. */
@Fast
class LanguageTest {

    /** Each with what to write instead. */
    private static final List<String> GONE = List.of(
        "anew",                                               // again
        "told",                                               // reported, notified
        "mend(s|ed|ing)?",                                    // fix, correct
        "(go|goes|going|went) on(?! to)",                     // continue, resume
        "of (then|now)", "from (then|now)(?! on\\b)",         // original, current
        "(take|takes|took|taken|taking) down",                // record
        "(keep|keeps|kept|keeping) out(?! of)",               // filter out
        "(lay|lays|laid) (it |them |something )?down",        // add, store
        "at an end",                                          // finished
        "under way", "on (its|their) way",                    // running, in flight
        "(carry|carries|carried|carrying) (it |them |this )?out", // run
        "as (it|they) stands?", "stands? (in|at|on|against|above|below|beside|first|there)", // is
        "full pass(es)?", "braked?",                          // full sync, safety limit
        "foresight", "settled", "settlements?",               // preview, resolved
        "take it along", "said openly", "look first", "do it again"); // export, known limits, preview, retry

    private static final Pattern DIALECT = Pattern.compile("(?i)(?<![\\w.-])(" + String.join("|", GONE).replace(" ", "\\s+(?:[*/#]+\\s*)*") + ")(?![\\w-])");
    /** In Java: texts and comments, not names. */
    private static final Pattern TEXT_OF_JAVA = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern WHOLE = Pattern.compile("(?s).+");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "docs", "routes", "mappings", "src/main/console/src", "src/main/java",
        "src/main/resources/application.yaml", "src/main/resources/templates", "src/main/resources/static/plugin", "src/main/resources/db/migration"})
    void textsAreWrittenInPlainEnglish(String place) {
        List<Path> files = files(Path.of(place));

        assertThat(files).isNotEmpty();
        assertThat(files.stream().flatMap(file -> found(file).stream())).as("write plain, present-day technical English").isEmpty();
    }

    private static List<String> found(Path file) {
        List<String> found = new ArrayList<>();
        String source = SourceFile.read(file).text();
        Matcher text = (file.toString().endsWith(".java") ? TEXT_OF_JAVA : WHOLE).matcher(source);
        while (text.find()) {
            Matcher word = DIALECT.matcher(text.group());
            while (word.find()) found.add(file + ":" + (source.substring(0, text.start() + word.start()).lines().count()) + " " + word.group().replaceAll("\\s+", " "));
        }
        return found;
    }

    /** Migrations that are applied somewhere never change, and examples quote what people write. */
    private static List<Path> files(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().matches(".*(/V[1-6]__.*|/examples/.*)")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(place.toString(), e);
        }
    }
}
