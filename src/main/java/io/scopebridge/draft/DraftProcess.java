package io.scopebridge.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.draft.process.ChildLoop;
import io.scopebridge.mapping.MappingFailed;
import io.scopebridge.mapping.MappingRefused;
import io.scopebridge.mapping.MappingSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.core.NestedExceptionUtils;

/** What runs in the process of drafts: mappings are compiled, run and compared there. It has neither settings nor a database. */
public final class DraftProcess {

    /** Of the program; for the hub only. */
    public static final String COMMAND = "run-drafts";

    private static final int LONGEST_OUTPUT = 512 * 1024;

    private final ObjectMapper json;
    private final Map<Integer, UnaryOperator<String>> compiled = new HashMap<>();
    private final Map<Integer, JsonNode> outputs = new HashMap<>();

    private DraftProcess(ObjectMapper json) {
        this.json = json;
    }

    enum Ask {
        COMPILE, RUN, COMPARE
    }

    /**
     * @param number  of the mapping; with the first one, all earlier ones are forgotten
     * @param source  to compile
     * @param input   to run it on
     * @param mapping that runs, or whose outputs are compared
     * @param whole   whether the answer contains the outputs
     */
    record Question(Ask ask, int number, MappingSource source, String input, String mapping, DraftRun.Output current, DraftRun.Output draft, boolean whole) {

        static Question compile(int number, MappingSource source) {
            return new Question(Ask.COMPILE, number, source, null, null, null, null, false);
        }

        static Question run(int number, String mapping, String input) {
            return new Question(Ask.RUN, number, null, input, mapping, null, null, false);
        }

        static Question compare(String mapping, DraftRun.Output current, DraftRun.Output draft, boolean whole) {
            return new Question(Ask.COMPARE, 0, null, null, mapping, current, draft, whole);
        }
    }

    /**
     * @param refused why it does not compile
     * @param failure why it failed on its input
     * @param result  of a comparison, without its input
     * @param fields  how many items differ in which field
     * @param worn    whether an error may have damaged the process
     */
    record Answer(MappingRefused.Place refused, String failure, InputResult result, Map<String, Integer> fields, boolean worn) {

        static final Answer DONE = new Answer(null, null, null, null, false);
    }

    /** Does not return. */
    public static void run() {
        ObjectMapper json = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build());
        ChildLoop loop = new ChildLoop(json);
        DraftProcess process = new DraftProcess(json);
        process.answer(Question.compile(0, new MappingSource("warm-up", "payload", Map.of())));
        process.answer(Question.run(0, "warm-up", "{}"));
        loop.run(Question.class, process::answer);
    }

    private Answer answer(Question question) {
        return switch (question.ask()) {
            case COMPILE -> compile(question.number(), question.source());
            case RUN -> run(question.number(), question.mapping(), question.input());
            case COMPARE -> compare(question);
        };
    }

    private Answer compile(int number, MappingSource source) {
        if (number == 0) {
            compiled.clear();
            outputs.clear();
        }
        try {
            compiled.put(number, source.compile());
            return Answer.DONE;
        } catch (MappingRefused e) {
            return new Answer(e.place(), null, null, null, NestedExceptionUtils.getMostSpecificCause(e) instanceof Error);
        }
    }

    private Answer run(int number, String mapping, String input) {
        outputs.remove(number);
        try {
            outputs.put(number, json.readTree(compiled.get(number).apply(input)));
            return Answer.DONE;
        } catch (MappingFailed e) {
            return new Answer(null, e.failure().cause(), null, null, e.isError());
        } catch (JsonProcessingException e) {
            return new Answer(null, "Mapping " + mapping + ": its result is not JSON: " + e.getOriginalMessage(), null, null, false);
        }
    }

    private Answer compare(Question question) {
        DraftInput input = new DraftInput(question.mapping(), null, null);
        JsonNode current = outputs.get(question.current().number());
        JsonNode draft = outputs.get(question.draft().number());
        Map<String, Integer> fields = new TreeMap<>();
        InputResult result;
        if (current == null || draft == null) {
            result = InputResult.failed(input, question.current().failure(), question.draft().failure());
        } else {
            Comparison found = Comparison.of(current, draft);
            DraftResult.count(fields, found);
            result = InputResult.of(input, found);
        }
        return new Answer(null, null, question.whole() ? result.with(shown(current), shown(draft)) : result, fields, false);
    }

    private static JsonNode shown(JsonNode output) {
        return output == null || output.toString().length() > LONGEST_OUTPUT ? null : output;
    }
}
