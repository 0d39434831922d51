package io.scopebridge.log;

import io.scopebridge.web.Paging;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;

/** The log for users of JMX. */
@Component
@ManagedResource(objectName = "io.scopebridge:type=Log,name=Log", description = "The log of failures")
public class LogMBean {

    private final FailureLog log;
    private final LogSearch search;
    private final ObjectProvider<Retries> retries;

    LogMBean(FailureLog log, LogSearch search, ObjectProvider<Retries> retries) {
        this.log = log;
        this.search = search;
        this.retries = retries;
    }

    @ManagedOperation(description = "The newest entries that contain the text")
    @ManagedOperationParameter(name = "filter", description = "part of cause, field, subject or step; empty for all")
    @ManagedOperationParameter(name = "limit", description = "maximum number of entries, 1 to 500")
    public List<String> list(String filter, int limit) {
        return search.page(LogFilter.containing(filter), Math.max(1, Math.min(limit, Paging.MOST_ROWS)), null).entries().stream().map(LogMBean::line).toList();
    }

    @ManagedOperation(description = "One entry with its payload, request and response")
    @ManagedOperationParameter(name = "id", description = "id of the entry")
    public String show(long id) {
        LogEntry entry = log.get(id);
        return String.join("\n", line(entry), "Remedy: " + entry.remedy(), section("Payload", entry.payload()),
                section("Request", entry.request()), section("Response", entry.response())).strip();
    }

    @ManagedOperation(description = "Retries the job of an entry")
    @ManagedOperationParameter(name = "id", description = "id of the entry")
    @ManagedOperationParameter(name = "reason", description = "why, for the audit trail")
    public String retry(long id, String reason) {
        if (reason == null || reason.isBlank()) throw new IllegalArgumentException("The argument 'reason' must give the reason for the retry.");
        log.get(id);
        Retries available = retries.getIfAvailable();
        return available == null ? "This hub cannot retry." : available.retry(id, reason.strip()).result();
    }

    private static String line(LogEntry entry) {
        return String.format("%d %s %s x%d %s %s%s%s: %s", entry.id(), entry.lastAt(), entry.state(), entry.occurrences(), entry.type(),
                entry.flow(), entry.connectionId() == null ? "" : " of " + entry.connectionId(),
                entry.subject() == null ? "" : " for " + entry.subject(), entry.cause());
    }

    private static String section(String title, String text) {
        return text == null ? "" : "\n" + title + ":\n" + text;
    }
}
