package io.scopebridge.tenant;

import io.scopebridge.web.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The status of every connection in one response, for live pages. */
@RestController
class OverviewController {

    private static final int MOST_NAMES = 5;

    /** @param names of the first few, the most urgent first */
    record Group(int count, List<String> names) {

        static Group of(Stream<OverviewLines.Line> lines) {
            List<String> names = lines.map(OverviewLines.Line::name).toList();
            return new Group(names.size(), names.stream().limit(MOST_NAMES).toList());
        }
    }

    /**
     * All connections in figures.
     *
     * @param needAttention enabled and not working
     * @param failing       enabled, with open failures
     * @param tags          that connections have
     */
    record Summary(int connections, int enabled, Group needAttention, Group failing, List<String> tags) {
    }

    private final OverviewLines lines;

    OverviewController(OverviewLines lines) {
        this.lines = lines;
    }

    /**
     * Sorted by urgency: not working, then with open failures, then the rest by name. A change between two pages can move a connection.
     *
     * @param search in id, name or a tag, case-insensitive
     * @param state  CONNECTED, NEEDS_ATTENTION, UNCHECKED (all of enabled ones), FAILING (with open failures) or DISABLED
     * @param tag    one of its tags, case-insensitive
     * @param system the id of a PSA
     * @param after  the id of the last connection of the previous page
     * @param limit  default: all
     */
    @GetMapping("/api/overview")
    List<OverviewLines.Line> overview(@RequestParam(required = false) String search, @RequestParam(required = false) String state, @RequestParam(required = false) String tag,
                                      @RequestParam(required = false) String system, @RequestParam(required = false) String after, @RequestParam(required = false) Integer limit) {
        if (limit != null && limit < 1) throw new InvalidInput("limit", "must be 1 or more");
        String wanted = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        Predicate<OverviewLines.Line> inState = inState(state == null ? "" : state.strip().toUpperCase(Locale.ROOT));
        List<OverviewLines.Line> all = lines.all();
        List<OverviewLines.Line> found = all.stream().filter(inState)
            .filter(line -> (line.id() + "\n" + line.name() + "\n" + String.join("\n", line.tags())).toLowerCase(Locale.ROOT).contains(wanted))
            .filter(line -> system == null || system.isBlank() || line.system().equals(system.strip()))
            .filter(line -> tag == null || tag.isBlank() || line.tags().stream().anyMatch(one -> one.equalsIgnoreCase(tag.strip()))).toList();
        int from = 0;
        if (after != null) {
            // Whatever has become of it meanwhile: what comes after its place.
            OverviewLines.Line anchor = all.stream().filter(line -> line.id().equals(after)).findFirst()
                .orElseThrow(() -> new InvalidInput("after", "must be the id of a connection, of the previous page; start again at the first page"));
            while (from < found.size() && OverviewLines.urgency(found.get(from), anchor) <= 0) from++;
        }
        return found.subList(from, limit == null ? found.size() : Math.min(found.size(), from + limit));
    }

    @GetMapping("/api/overview/summary")
    Summary summary() {
        List<OverviewLines.Line> all = lines.all();
        List<OverviewLines.Line> enabled = all.stream().filter(line -> line.state().enabled()).toList();
        // The same tag, however it is written, once.
        TreeMap<String, String> tags = all.stream().flatMap(line -> line.tags().stream())
            .collect(Collectors.toMap(tag -> tag.toLowerCase(Locale.ROOT), tag -> tag, (one, other) -> one, TreeMap::new));
        return new Summary(all.size(), enabled.size(), Group.of(enabled.stream().filter(inState("NEEDS_ATTENTION"))), Group.of(enabled.stream().filter(inState("FAILING"))),
            List.copyOf(tags.values()));
    }

    private static Predicate<OverviewLines.Line> inState(String state) {
        return switch (state) {
            case "" -> line -> true;
            case "DISABLED" -> line -> !line.state().enabled();
            case "FAILING" -> line -> line.state().enabled() && line.failuresOpen() > 0;
            case "CONNECTED", "NEEDS_ATTENTION", "UNCHECKED" -> line -> line.state().enabled() && line.state().status().equals(state);
            default -> throw new InvalidInput("state", "must be one of CONNECTED, NEEDS_ATTENTION, UNCHECKED, FAILING, DISABLED");
        };
    }
}
