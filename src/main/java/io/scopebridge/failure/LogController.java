package io.scopebridge.failure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** The log over HTTP. */
@RestController
@RequestMapping("/api/log")
class LogController {

    private static final Set<String> FILTERS = new TreeSet<>(List.of("connection", "flow", "class", "state", "text", "since", "until", "limit", "before"));

    /** @param next what to ask for as {@code before} to get the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<LogEntry> entries, Long next) {
    }

    record Retry(String reason) {
    }

    record Retried(String result) {
    }

    private final FailureLog log;
    private final ObjectProvider<Retries> retries;

    LogController(FailureLog log, ObjectProvider<Retries> retries) {
        this.log = log;
        this.retries = retries;
    }

    @GetMapping
    Page list(@RequestParam Map<String, String> all,
              @RequestParam(required = false) String connection, @RequestParam(required = false) String flow,
              @RequestParam(name = "class", required = false) FailureClass type, @RequestParam(required = false) LogState state,
              @RequestParam(required = false) String text,
              @RequestParam(required = false) Instant since, @RequestParam(required = false) Instant until,
              @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) Long before) {
        all.keySet().stream().filter(name -> !FILTERS.contains(name)).findFirst().ifPresent(name -> {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no parameter '" + name + "'; there are " + String.join(", ", FILTERS) + ".");
        });
        if (limit < 1 || limit > 500) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be between 1 and 500.");
        }
        List<LogEntry> found = log.list(new LogFilter(connection, flow, type, state, text, since, until), Math.min(limit + 1, 500), before);
        boolean more = found.size() > limit;
        List<LogEntry> entries = more ? found.subList(0, limit) : found;
        return new Page(entries, more || limit == 500 && found.size() == 500 ? entries.get(entries.size() - 1).id() : null);
    }

    @GetMapping("/{id}")
    LogEntry show(@PathVariable long id) {
        return log.get(id);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retry(@PathVariable long id, @RequestBody Retry retry) {
        if (retry.reason() == null || retry.reason().isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "reason must say why it is retried.");
        }
        log.get(id);
        Retries available = retries.getIfAvailable(() -> {
            throw new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED, "This hub cannot retry.");
        });
        return new Retried(available.retry(id, retry.reason().strip()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownLogEntry e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        String wanted = type != null && type.isEnum()
                ? "must be one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : type == Instant.class ? "must be a time such as 2026-01-31T12:00:00Z" : "must be a whole number";
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getName() + " " + wanted + ".");
    }

    @ExceptionHandler
    ProblemDetail wrongBody(HttpMessageNotReadableException e) {
        String field = e.getCause() instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(JsonMappingException.Reference::getFieldName).collect(Collectors.joining(".")) : "";
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field.isEmpty()
                ? "The body must be JSON such as {\"reason\": \"the company exists now\"}." : "The field '" + field + "' is unknown or wrong; the body has one field, reason.");
    }
}
