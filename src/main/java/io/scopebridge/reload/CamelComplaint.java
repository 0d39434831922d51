package io.scopebridge.reload;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camel's error message about a file, with the line. */
final class CamelComplaint {

    private static final Pattern PLACE = Pattern.compile("\\bline:? (\\d+)");
    private static final Pattern STEP = Pattern.compile("(?s)>>>(.*?)<<<");

    private CamelComplaint() {
    }

    /** @param ending the suffix of the ids */
    static RouteRefused of(RouteFile file, Exception e, String ending) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = told(root, ending);
        String whole = told(e, ending);
        return RouteRefused.at(file.path(), line(file, reason, whole), reason.lines().findFirst().orElse(""), e);
    }

    private static int line(RouteFile file, String reason, String whole) {
        Matcher step = STEP.matcher(whole);
        String quoted = step.find() ? step.group(1) : "";
        for (String message : List.of(reason, whole)) {
            Matcher place = PLACE.matcher(message);
            if (place.find()) {
                return Integer.parseInt(place.group(1));
            }
        }
        int line = file.lineOf(reason);
        line = line > 0 ? line : file.lineOf(quoted);
        return line > 0 ? line : file.entries().stream().filter(entry -> whole.contains(entry.id())).mapToInt(RouteFile.Entry::line).findFirst().orElse(0);
    }

    private static String told(Throwable e, String ending) {
        return String.valueOf(e.getMessage()).replace(ending, "");
    }
}
