package io.scopebridge.log;

import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Failures of one flow of a connection with the same class, the same rejected field and the same cause are one problem. Names in quotes and
 * numbers in the cause tell its records apart, not its problems.
 */
final class ProblemKey {

    private static final Pattern QUOTED = Pattern.compile("'[^'\\n]{0,300}'(?!\\w)|\"[^\"\\n]{0,300}\"|“[^”\\n]{0,300}”|‘[^’\\n]{0,300}’");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ProblemKey() {
    }

    static String of(FailedWork work) {
        String cause = NUMBER.matcher(QUOTED.matcher(work.failure().cause()).replaceAll("'…'")).replaceAll("#");
        return DigestUtils.sha256Hex(String.join("\0", String.valueOf(work.connectionId()), work.flow(), work.failure().type().name(), cause, field(work.failure().field())));
    }

    /** A cause may name the rejected field in quotes only. */
    private static String field(String field) {
        return field == null ? "" : NUMBER.matcher(field).replaceAll("#");
    }
}
