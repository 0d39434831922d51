package io.scopebridge.log;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import java.util.List;
import org.springframework.stereotype.Component;

/** Logs parts of remote rows that were left out, each once while its entry is open. */
@Component
public class OddRows {

    private static final String STEP = "odd-rows";
    /** The rest is only counted: a list with errors in every row must not fill the log. */
    private static final int MOST = 20;

    private final FailureLog log;

    OddRows(FailureLog log) {
        this.log = log;
    }

    /** @param remedy where such a value is corrected */
    public void found(String connection, String flow, String subject, Long job, List<String> oddities, String remedy) {
        oddities.stream().distinct().limit(MOST).forEach(oddity -> write(connection, flow, subject, job, oddity, remedy));
        if (oddities.size() > MOST) write(connection, flow, subject, job, "More rows like these have parts that were left out.", remedy);
    }

    /** Everything was read again, and these are still invalid. */
    public void only(String connection, String flow, String subject, List<String> oddities) {
        if (oddities.isEmpty()) log.resolve(connection, flow, subject, STEP);
        else log.resolveExcept(connection, flow, subject, STEP, oddities);
    }

    private void write(String connection, String flow, String subject, Long job, String oddity, String remedy) {
        log.write(new FailedWork(connection, flow, subject, STEP, job, Failure.of(FailureClass.VALIDATION, oddity, remedy), null, null));
    }
}
