package io.scopebridge.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.log.LogKey;
import io.scopebridge.web.ApiTime;
import io.scopebridge.web.CsvFile;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, when and why, over HTTP (feature F9). */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final List<String> NAMES = List.of("id", "who", "action", "connection", "subject", "outcome", "from", "to");
    private static final String[] COLUMNS = {"id", "at", "who", "role", "action", "connection", "subject", "reason", "outcome", "status", "details"};
    private static final int BATCH = 500;

    /** @param next pass it as {@code after}; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AuditEntry> entries, String next) {
    }

    /** Absent and empty mean any. */
    record Parameters(@Parameter(description = "id of an entry; negative: refused logins") String id,
                      @Parameter(description = "user, or webhook, approval, configuration") String who,
                      @Parameter(description = "such as connections.change, log.retry, login") String action,
                      @Parameter(description = "id of the connection") String connection,
                      @Parameter(description = "such as project:90001 or replays:7") String subject,
                      @Parameter(description = "DONE, REFUSED or FAILED") String outcome,
                      @Parameter(description = "at or after, such as 2026-01-31T12:00:00Z") String from,
                      @Parameter(description = "before") String to) {

        AuditTrail.Filter filter() {
            return new AuditTrail.Filter(number(), some(who), some(action), some(connection), some(subject), result(), time("from", from), time("to", to));
        }

        private Long number() {
            try {
                return some(id) == null ? null : Long.valueOf(id.strip());
            } catch (NumberFormatException unreadable) {
                throw new InvalidInput("id", "must be a whole number");
            }
        }

        private AuditEntry.Outcome result() {
            try {
                return some(outcome) == null ? null : AuditEntry.Outcome.valueOf(outcome.strip());
            } catch (IllegalArgumentException unknown) {
                throw new InvalidInput("outcome", "must be one of DONE, REFUSED, FAILED");
            }
        }

        private static String some(String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }

        private static Instant time(String field, String text) {
            try {
                return some(text) == null ? null : ApiTime.parse(text);
            } catch (DateTimeException unreadable) {
                throw new InvalidInput(field, "must be a time such as 2026-01-31T12:00:00Z");
            }
        }
    }

    private final AuditPages trail;

    AuditController(AuditPages trail) {
        this.trail = trail;
    }

    @GetMapping
    Page list(HttpServletRequest request, @ParameterObject @ModelAttribute Parameters parameters,
              @RequestParam(defaultValue = "50") String limit, @RequestParam(required = false) String after) {
        Paging.only(request, NAMES, "limit", "after");
        int most = Paging.limit(limit);
        List<AuditEntry> found = trail.page(parameters.filter(), after == null ? null : key(after), most + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(shown, found.size() > most ? keyOf(shown).toString() : null);
    }

    /** All matching entries as CSV; streamed. */
    @GetMapping("/export")
    void export(HttpServletRequest request, @ParameterObject @ModelAttribute Parameters parameters, HttpServletResponse response) throws IOException {
        Paging.only(request, NAMES);
        AuditTrail.Filter filter = parameters.filter();
        CsvFile file = new CsvFile(response, "audit", COLUMNS);
        List<AuditEntry> page;
        LogKey after = null;
        do {
            page = trail.page(filter, after, BATCH);
            page.forEach(entry -> file.row(entry.id(), entry.at(), entry.who(), entry.role(), entry.action(), entry.connectionId(), entry.subject(),
                entry.reason(), entry.outcome(), entry.status(), entry.details()));
            after = page.isEmpty() ? null : keyOf(page);
        } while (page.size() == BATCH);
        file.end();
    }

    private static LogKey keyOf(List<AuditEntry> page) {
        AuditEntry last = page.get(page.size() - 1);
        return new LogKey(last.at(), last.id());
    }

    private static LogKey key(String after) {
        try {
            return LogKey.parse(after);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("after", e.getMessage());
        }
    }
}
