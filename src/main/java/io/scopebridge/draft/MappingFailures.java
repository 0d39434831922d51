package io.scopebridge.draft;

import io.scopebridge.log.LogEntry;
import io.scopebridge.log.LogFilter;
import io.scopebridge.log.LogSearch;
import io.scopebridge.log.LogState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Log entries about mappings: their cause begins with the mapping. */
@Component
class MappingFailures {

    private static final Pattern MAPPING = Pattern.compile("^Mapping ([a-z0-9/-]+): ");
    private static final int MOST = 200;
    private static final int LAST = 5;

    private final LogSearch search;

    MappingFailures(LogSearch search) {
        this.search = search;
    }

    /** By mapping, the open entries among the newest. */
    Map<String, MappingView.Failures> open() {
        Map<String, MappingView.Failures> found = new HashMap<>();
        for (LogEntry entry : search.page(new LogFilter(null, null, null, LogState.OPEN, null, "Mapping ", null, null), MOST, null).entries()) {
            Matcher mapping = MAPPING.matcher(String.valueOf(entry.cause()));
            if (mapping.find()) {
                found.merge(mapping.group(1), new MappingView.Failures(1, entry.id(), entry.cause(), entry.lastAt()),
                    (newest, older) -> new MappingView.Failures(newest.count() + 1, newest.entry(), newest.cause(), newest.at()));
            }
        }
        return found;
    }

    /** The last of one mapping, in any state. */
    List<MappingText.Failed> last(String mapping) {
        return search.page(LogFilter.containing("Mapping " + mapping + ":"), LAST, null).entries().stream()
            .map(entry -> new MappingText.Failed(entry.id(), entry.connectionId(), entry.subject(), entry.state().name(), entry.cause(), entry.lastAt())).toList();
    }
}
