package io.scopebridge.mapping;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping file is missing or invalid, or failed on its input. Always of class BUG; the cause names the mapping and the position. */
public class MappingFailed extends RemoteFailure {

    private static final String REMEDY = "Correct the mapping file %s.ds, or its input, and replay. A saved correction is used within seconds.";
    private static final Pattern ERROR = Pattern.compile("^Problem executing script: (com\\.datasonnet\\.jsonnet\\.Error: Internal Error|java\\.lang\\.\\w+Error)");
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+) of the transformation");
    private static final Pattern LIBRARY_PLACE = Pattern.compile("\\((\\S+) at line (\\d+) column (\\d+)\\)");

    MappingFailed(String mapping, String what, Throwable reason) {
        super(Failure.of(FailureClass.BUG, "Mapping " + mapping + ": " + what, REMEDY.formatted(mapping)), reason);
    }

    static MappingFailed tooDeep(String mapping, Throwable reason) {
        return new MappingFailed(mapping, "it recurses endlessly or is nested too deeply", reason);
    }

    /** Whether the reason was an error of Java: a class whose first use failed in it can never be used again in this process. */
    public boolean isError() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Error || ERROR.matcher(String.valueOf(cause.getMessage())).find()) return true;
        }
        return false;
    }

    /** The runtime error of DataSonnet, with the innermost position. */
    static MappingFailed on(String mapping, RuntimeException error) {
        String message = String.valueOf(error.getMessage());
        // Of an endless recursion, DataSonnet says no more than this.
        if (ERROR.matcher(message).find()) return new MappingFailed(mapping, place(message) + "it recurses endlessly, is nested too deeply, or an error of Java ended it", error);
        String reason = message.lines().findFirst().orElse("")
                .replace("Problem executing script: ", "").replace("com.datasonnet.jsonnet.Error: ", "");
        return new MappingFailed(mapping, place(message) + reason, error);
    }

    private static String place(String message) {
        Matcher library = LIBRARY_PLACE.matcher(message);
        if (library.find()) {
            // Lines of libraries are counted from 0.
            return "%s, line %d, column %s: ".formatted(library.group(1), Integer.parseInt(library.group(2)) + 1, library.group(3));
        }
        Matcher place = PLACE.matcher(message);
        return place.find() ? "line %s, column %s: ".formatted(place.group(1), place.group(2)) : "";
    }
}
