package org.claimtrail.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Writes the log as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula has an apostrophe before
 * it.
 */
final class AuditCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final CsvWriter csv;

    AuditCsv(OutputStream stream) {
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord("id", "at", "who", "action", "subject", "details");
    }

    void row(AuditEntry entry) {
        String details = entry.details().entrySet().stream()
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining("; "));
        csv.writeRecord(
                Long.toString(entry.id()),
                entry.at().toString(),
                safe(entry.actorName()),
                safe(entry.action()),
                safe(entry.subject()),
                safe(details));
    }

    void flush() throws IOException {
        csv.flush();
        out.flush();
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
