package io.scopebridge.draft;

import io.scopebridge.draft.DraftProcess.Answer;
import io.scopebridge.draft.DraftProcess.Question;
import io.scopebridge.draft.process.Child;
import io.scopebridge.draft.process.ChildStopped;
import io.scopebridge.mapping.MappingRefused;
import io.scopebridge.mapping.MappingSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One run of a draft in a process of its own: each step within the time limit. Every method throws {@link DraftStopped}. */
class DraftRun {

    private static final int FAILED = -1;

    private final Child child;
    private final Duration step;
    private final Duration timeout;
    private final long begun = System.nanoTime();
    private final Map<MappingSource, Integer> compiled = new HashMap<>();
    private int next;

    DraftRun(Child child, Duration step, Duration timeout) {
        this.child = child;
        this.step = step;
        this.timeout = timeout;
    }

    /** What was compared: the number of an output, or of a failure. */
    record Output(int number, String failure) {
    }

    boolean isOver() {
        return left().isNegative();
    }

    private Duration left() {
        return timeout.minusNanos(System.nanoTime() - begun);
    }

    void compile(MappingSource source) throws MappingRefused {
        Duration left = left();
        if (left.isNegative()) throw new DraftStopped("compiling " + source.name() + ": all mappings together took longer than " + timeout.toSeconds() + " seconds");
        compile(source, left);
    }

    private void compile(MappingSource source, Duration limit) throws MappingRefused {
        Answer answer = ask("compiling " + source.name(), Question.compile(next, source), limit);
        if (answer.refused() != null) throw new MappingRefused(answer.refused());
        compiled.put(source, next++);
    }

    /** @param what names the step */
    Output run(String what, MappingSource source, String input) {
        Integer number = compiled.get(source);
        if (number == null) {
            try {
                compile(source, step);
            } catch (MappingRefused e) {
                return failed("Mapping " + source.name() + ": " + e.getMessage());
            }
            number = compiled.get(source);
        }
        return new Output(number, ask(what, Question.run(number, source.name(), input), step).failure());
    }

    Output failed(String failure) {
        return new Output(FAILED, failure);
    }

    /** @param whole with the whole outputs, if they are not too long */
    Answer compare(DraftInput input, Output current, Output draft, boolean whole) {
        return ask("comparing " + input.name(), Question.compare(input.mapping(), current, draft, whole), step);
    }

    private Answer ask(String what, Question question, Duration limit) {
        try {
            Answer answer = child.ask(question, Answer.class, limit);
            if (answer.worn()) child.wear();
            return answer;
        } catch (ChildStopped e) {
            throw new DraftStopped(what + ": " + e.getMessage());
        }
    }
}
