package io.scopebridge.log.group;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.log.LogCount;
import io.scopebridge.log.LogFilter;
import io.scopebridge.log.LogParameters;
import io.scopebridge.log.LogSearch;
import io.scopebridge.web.ApiTime;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The log by cause, and what people say about a cause. */
@RestController
@RequestMapping("/api/log/groups")
class LogGroupController {

    private static final Duration LONGEST_MUTE = Duration.ofDays(90);
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_NAME = 100;

    /** @param matches the entries that the groups are made of: the newest {@value LogGroups#MOST_ENTRIES} that match */
    record Groups(List<LogGroups.Group> groups, LogCount matches) {
    }

    /**
     * Replaces what was said before; what is absent is taken back.
     *
     * @param seen the {@code changedAt} of what the person saw, or {@code none}; if given, and another has said something since, the answer is 409
     */
    record Said(Boolean acknowledged, String note, String assignee, String mutedUntil, String seen) {
    }

    private final LogGroups groups;
    private final LogSearch search;
    private final Handlings handlings;

    LogGroupController(LogGroups groups, LogSearch search, Handlings handlings) {
        this.groups = groups;
        this.search = search;
        this.handlings = handlings;
    }

    /** Takes the filters of the log. */
    @GetMapping
    Groups list(HttpServletRequest request, @ParameterObject @ModelAttribute LogParameters parameters, @RequestParam(defaultValue = "-last") String sort,
                @RequestParam(defaultValue = "100") String limit) {
        Paging.only(request, LogParameters.NAMES, "sort", "limit");
        LogFilter filter = parameters.filter();
        return new Groups(groups.of(filter, sort, Paging.limit(limit)), search.count(filter));
    }

    /** Acknowledges, assigns or mutes the open failures of one cause. Alerts send nothing about them meanwhile. */
    @PostMapping("/{id}/handling")
    Handling handle(@PathVariable String id, @RequestBody Said said, Principal user) {
        Record put = handlings.put(id, handling(said, user.getName()), said.seen()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
            "There is no open failure of this cause: " + DatabaseText.of(id, 70) + ". GET /api/log/groups?state=OPEN lists them."));
        if (put instanceof Handlings.Outdated other) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, (other.now() == null ? "What was said of this cause was taken back meanwhile." : "This was changed by "
                + other.now().changedBy() + " at " + other.now().changedAt() + ".") + " Open it again to see it.");
        }
        return (Handling) put;
    }

    private static Handling handling(Said said, String by) {
        List<FieldError> errors = new ArrayList<>();
        String note = text("note", said.note(), LONGEST_NOTE, errors);
        String assignee = text("assignee", said.assignee(), LONGEST_NAME, errors);
        Instant muted = time(said.mutedUntil(), errors);
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        Instant now = TimeColumn.now().toInstant();
        boolean acknowledged = Boolean.TRUE.equals(said.acknowledged());
        return new Handling(acknowledged ? by : null, acknowledged ? now : null, note, assignee, muted, by, now);
    }

    private static String text(String field, String text, int longest, List<FieldError> errors) {
        if (text == null || text.isBlank()) return null;
        if (text.strip().length() > longest) errors.add(new FieldError(field, "must have at most " + longest + " characters"));
        return DatabaseText.of(text.strip(), longest);
    }

    private static Instant time(String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) return null;
        try {
            Instant time = ApiTime.parse(text);
            if (time.isAfter(Instant.now()) && time.isBefore(Instant.now().plus(LONGEST_MUTE))) return time;
            errors.add(new FieldError("mutedUntil", "must be a time in the next " + LONGEST_MUTE.toDays() + " days"));
        } catch (DateTimeException unreadable) {
            errors.add(new FieldError("mutedUntil", "must be a time such as 2026-01-31T12:00:00Z"));
        }
        return null;
    }
}
