package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log over HTTP. */
@RestController
@RequestMapping("/api/log")
class LogController {

    /**
     * @param next       pass it as {@code after} to get the next page; absent on the last one
     * @param searchedTo how far back the search got within the time limit: {@code next} continues from there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<LogEntry> entries, String next, Instant searchedTo) {
    }

    record Retry(String reason) {
    }

    private final LogSearch search;
    private final LogDetails details;
    private final LogExport export;
    private final ObjectProvider<Retries> retries;

    LogController(LogSearch search, LogDetails details, LogExport export, ObjectProvider<Retries> retries) {
        this.search = search;
        this.details = details;
        this.export = export;
        this.retries = retries;
    }

    @GetMapping
    Page list(HttpServletRequest request, @ParameterObject @ModelAttribute LogParameters parameters,
              @RequestParam(defaultValue = "50") String limit, @RequestParam(required = false) String after) {
        Paging.only(request, LogParameters.NAMES, "limit", "after");
        LogPage page = search.page(parameters.filter(), Paging.limit(limit), after == null ? null : key(after));
        return new Page(page.entries(), page.next() == null ? null : page.next().toString(), page.searchedTo());
    }

    @GetMapping("/count")
    LogCount count(HttpServletRequest request, @ParameterObject @ModelAttribute LogParameters parameters) {
        Paging.only(request, LogParameters.NAMES);
        return search.count(parameters.filter());
    }

    /** All matching entries as a file; streamed. */
    @GetMapping("/export")
    void export(HttpServletRequest request, @ParameterObject @ModelAttribute LogParameters parameters,
                @RequestParam(defaultValue = "csv") String format, HttpServletResponse response) throws IOException {
        Paging.only(request, LogParameters.NAMES, "format");
        LogFilter filter = parameters.filter();
        switch (format) {
            case "csv" -> export.csv(filter, response);
            case "json" -> export.json(filter, response);
            default -> throw new InvalidInput("format", "must be csv or json");
        }
    }

    @GetMapping("/{id}")
    LogDetails.Detail show(@PathVariable long id) {
        return details.of(id);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retries.Retried retry(@PathVariable long id, @RequestBody Retry retry) {
        if (retry.reason() == null || retry.reason().isBlank()) throw new InvalidInput("reason", "must give the reason for the retry");
        return retries.getObject().retry(id, retry.reason().strip());
    }

    private static LogKey key(String after) {
        try {
            return LogKey.parse(after);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("after", e.getMessage());
        }
    }
}
