package org.claimtrail.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code verdicts.csv} and its companions: RFC 4180, UTF-8, CRLF, schema version 1. The last cell of each row is the SHA-256 of the
 * row's other cells as they stand in the file: their bytes with the commas between them.
 */
final class VerdictCsv {

    /** The columns of {@code verdicts.csv}, in their order. */
    static final List<String> COLUMNS = List.of(
            "schema_version",
            "export_as_of",
            "history_head",
            "desk",
            "claim_id",
            "claim_url",
            "claim_text",
            "claim_language",
            "claim_kind",
            "quantity_value",
            "quantity_unit",
            "quantity_comparator",
            "claim_as_of_date",
            "claimant_name",
            "claimant_role",
            "claim_date",
            "claim_location",
            "article_id",
            "article_url",
            "article_title",
            "article_publisher",
            "article_published_at",
            "article_revision",
            "article_sha256",
            "anchor_exact",
            "anchor_prefix",
            "anchor_suffix",
            "anchor_start",
            "anchor_end",
            "anchor_state",
            "canonical_claim_id",
            "sightings_count",
            "status",
            "rating_scale",
            "rating_scale_version",
            "rating_code",
            "rating_label",
            "rating_value",
            "rating_best",
            "rating_worst",
            "rating_explanation",
            "valid_until",
            "first_reviewer",
            "second_reviewer",
            "second_agreed",
            "published_at",
            "modified_at",
            "correction_kind",
            "correction_note",
            "sources_count",
            "claim_revision",
            "row_sha256");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final ExportProfile profile;
    private final StringBuilder line = new StringBuilder();
    private final CsvWriter csv;

    VerdictCsv(OutputStream stream, ExportProfile profile, List<String> columns) throws IOException {
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        this.profile = profile;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(new Appender(line));
        if (profile == ExportProfile.SPREADSHEET) {
            out.write(BYTE_ORDER_MARK);
        }
        csv.writeRecord(columns);
        out.append(line);
        line.setLength(0);
    }

    /**
     * Writes one row.
     *
     * @param cells one for each column but the last, null where nothing is known
     */
    void row(List<@Nullable String> cells) throws IOException {
        List<String> texts = new ArrayList<>(cells.size());
        for (String cell : cells) {
            texts.add(profile.cell(cell == null ? "" : cell));
        }
        csv.writeRecord(texts);
        line.setLength(line.length() - 2);
        out.append(line).append(',').append(sha256(line.toString())).append("\r\n");
        line.setLength(0);
    }

    void flush() throws IOException {
        out.flush();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Collects what the CSV library writes. */
    private static final class Appender extends Writer {

        private final StringBuilder to;

        Appender(StringBuilder to) {
            this.to = to;
        }

        @Override
        public void write(char[] chars, int from, int length) {
            to.append(chars, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
