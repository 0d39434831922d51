package io.scopebridge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV download (RFC 4180), in UTF-8 with a byte order mark for spreadsheets, row by row. Complete only after {@link #end}. */
public final class CsvFile {

    private final CSVPrinter printer;

    public CsvFile(HttpServletResponse response, String name, String... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 32 * 1024);
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord((Object[]) columns);
    }

    public void row(Object... values) {
        try {
            printer.printRecord(Stream.of(values).map(SpreadsheetCells::of).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** If this is not called, the file does not look complete. */
    public void end() throws IOException {
        printer.flush();
    }
}
