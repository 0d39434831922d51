package io.scopebridge.log;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.web.CsvFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** The entries of a search as a file. Streamed, a few at a time. */
@Component
class LogExport {

    private static final String[] COLUMNS = {"id", "state", "class", "connection", "flow", "subject", "step", "field", "cause", "remedy",
        "occurrences", "jobId", "createdAt", "lastAt", "resolvedAt", "subjectName", "stepTitle"};

    private final LogSearch search;
    private final ObjectMapper json;

    LogExport(LogSearch search, ObjectMapper json) {
        this.search = search;
        this.json = json;
    }

    /** Without payloads. */
    void csv(LogFilter filter, HttpServletResponse response) throws IOException {
        CsvFile file = new CsvFile(response, "log", COLUMNS);
        search.each(filter, false, entry -> file.row(entry.id(), entry.state(), entry.type(), entry.connectionId(), entry.flow(), entry.subject(),
            entry.step(), entry.field(), entry.cause(), entry.remedy(), entry.occurrences(), entry.jobId(),
            entry.createdAt(), entry.lastAt(), entry.resolvedAt(), entry.subjectName(), entry.stepTitle()));
        file.end();
    }

    /** An array of full entries. */
    void json(LogFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"log.json\"");
        JsonGenerator file = json.getFactory().createGenerator(response.getOutputStream(), JsonEncoding.UTF8);
        file.writeStartArray();
        search.each(filter, true, entry -> {
            try {
                json.writeValue(file, entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        file.writeEndArray();
        file.flush();
    }
}
