package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A downloaded {@code verdicts.csv}, read as strictly as RFC 4180 and the desk's own rules allow. */
record VerdictsFile(boolean byteOrderMark, List<NamedCsvRecord> rows) {

    private static final int COLUMNS = 52;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static VerdictsFile read(Path file) {
        String text;
        try {
            byte[] bytes = Files.readAllBytes(file);
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("The file is not UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String csv = marked ? text.substring(1) : text;
        List<String> raw = rawRecords(csv);
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(false)
                .allowMissingFields(false)
                .ofNamedCsvRecord(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            rows = reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(raw).as("rows with their header").hasSize(rows.size() + 1);
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            String line = raw.get(i + 1);
            assertThat(row.getFields()).hasSize(COLUMNS);
            assertThat(row.getField("row_sha256"))
                    .as("hash of row %s", i + 1)
                    .isEqualTo(sha256(line.substring(0, line.lastIndexOf(','))));
        }
        return new VerdictsFile(marked, rows);
    }

    NamedCsvRecord ofClaim(String id) {
        return rows.stream()
                .filter(row -> row.getField("claim_id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for claim " + id));
    }

    /** The records as they stand in the file, without their ends: each ends in CRLF, and no other line end is bare. */
    private static List<String> rawRecords(String csv) {
        List<String> records = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                assertThat(csv.startsWith("\r\n", i)).as("CRLF at %s", i).isTrue();
                records.add(csv.substring(from, i));
                i++;
                from = i + 1;
            }
        }
        assertThat(from).as("the last row ends in CRLF too").isEqualTo(csv.length());
        return records;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
