package io.scopebridge.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class ComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {steps:[{key:a,hours:1}]}            | {steps:[{key:a,hours:1.0}]}                    | 1 0 0 0 |
        {steps:[{key:a,hours:1},{key:b}]}    | {steps:[{key:b},{key:a,hours:2}]}              | 1 1 0 0 | steps/a hours
        {steps:[{key:a}],subject:x}          | {steps:[{key:a},{key:c}],subject:y}            | 1 1 1 0 | - subject; steps/c
        {steps:[{key:a},{key:b}]}            | {steps:[]}                                     | 0 0 0 2 | steps/a; steps/b
        [{id:1,tags:[x]},{id:2}]             | [{id:1,tags:[x,y]}]                            | 0 1 0 1 | 1 tags/1; 2
        {steps:[{key:a},{key:a,hours:1}]}    | {steps:[{key:a},{key:a,hours:2}]}              | 0 1 0 0 | - steps/1/hours
        {steps:[{key:a,b:null}]}             | {steps:[{key:a}]}                              | 0 1 0 0 | steps/a b
        7                                    | 8                                              | 0 1 0 0 | - -
        null                                 | {problems:[{cause:x}]}                         | 0 1 0 0 | - -
        [1,2]                                | [1,3]                                          | 0 1 0 0 | - 1
        """)
    void itemsAreMatchedByTheirKeysAndComparedFieldByField(String current, String draft, String counts, String items) throws JsonProcessingException {
        Comparison found = Comparison.of(JSON.readTree(quoted(current)), JSON.readTree(quoted(draft)));

        assertThat(found.same() + " " + found.changed() + " " + found.added() + " " + found.removed()).isEqualTo(counts);
        assertThat(found.items().stream().map(ComparisonTest::shown).sorted().collect(Collectors.joining("; "))).isEqualTo(items == null ? "" : items);
        assertThat(found.isSame()).isEqualTo(items == null);
    }

    @Test
    void aFieldIsCountedByItsNameOncePerItem() throws JsonProcessingException {
        Comparison found = Comparison.of(JSON.readTree(quoted("{steps:[{key:a,rows:[{hours:1},{hours:2}]}]}")), JSON.readTree(quoted("{steps:[{key:a,rows:[{hours:3},{hours:4}]}]}")));
        assertThat(found.fields()).singleElement().satisfies(fields -> assertThat(fields).containsExactly("hours"));
        assertThat(found.items().get(0).differences()).hasSize(2);
    }

    @Test
    void manyDifferencesAreCountedAndTheFirstShown() {
        var current = JSON.createArrayNode();
        var draft = JSON.createArrayNode();
        for (int n = 0; n < 1000; n++) {
            current.addObject().put("id", n).put("text", "a");
            draft.addObject().put("id", n).put("text", "b".repeat(10_000));
        }
        Comparison found = Comparison.of(current, draft);
        assertThat(found.changed()).isEqualTo(1000);
        assertThat(found.items()).hasSize(100);
        assertThat(found.items().get(0).differences().get(0).draft().asText()).hasSizeLessThan(2100);
    }

    private static String shown(ItemChange change) {
        String item = change.item().isEmpty() ? "-" : change.item();
        return change.differences().isEmpty() ? item : item + " " + change.differences().stream().map(one -> one.path().isEmpty() ? "-" : one.path()).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return text.replaceAll("\\b(?!null)([a-z][a-zA-Z]*)\\b", "\"$1\"");
    }
}
