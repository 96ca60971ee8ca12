package org.claimtrail.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Streams the corrections of all claims that are not hidden, by claim and revision, as {@code corrections.csv}. */
@Service
class CorrectionExport {

    static final List<String> COLUMNS = List.of(
            "schema_version",
            "history_head",
            "claim_id",
            "claim_url",
            "tier",
            "note",
            "at",
            "actor",
            "revision_before",
            "revision_after",
            "rating_scale_before",
            "rating_code_before",
            "rating_label_before",
            "rating_scale_after",
            "rating_code_after",
            "rating_label_after",
            "row_sha256");

    private static final int FETCH = 500;

    private final JdbcTemplate jdbc;
    private final HistoryHead heads;

    CorrectionExport(DataSource dataSource, HistoryHead heads) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH);
        this.heads = heads;
    }

    /**
     * Writes the file. The same history gives the same bytes. Of a verdict that is withdrawn by now, the ratings are
     * left out, as on its page.
     *
     * @throws UncheckedIOException where the reader has gone
     */
    public VerdictExport.Written write(ExportProfile profile, String site, OutputStream out) {
        return heads.read(head -> write(profile, site, out, head));
    }

    private VerdictExport.Written write(ExportProfile profile, String site, OutputStream out, HistoryHead.Head head) {
        AtomicLong rows = new AtomicLong();
        try {
            VerdictCsv csv = new VerdictCsv(out, profile, COLUMNS);
            jdbc.query("""
                    select x.*, c.state = 'withdrawn' as withdrawn,
                           shown_name(x.claim_id, x.actor_id, x.actor_name) as shown_actor from correction x join claim c on c.id = x.claim_id
                    where not c.hidden order by x.claim_id, x.revision_after
                    """, row -> {
                try {
                    csv.row(cells(row, profile, head, site));
                    rows.incrementAndGet();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VerdictExport.Written(rows.get(), head.hash());
    }

    private static List<@Nullable String> cells(
            ResultSet row, ExportProfile profile, HistoryHead.Head head, String site) throws SQLException {
        String claim = row.getString("claim_id");
        boolean withdrawn = row.getBoolean("withdrawn");
        return Arrays.asList(
                profile.schemaVersion(),
                head.hash(),
                claim,
                site + "/verdicts/" + claim,
                row.getString("tier"),
                row.getString("note"),
                HistoryHead.text(Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant()),
                row.getString("shown_actor"),
                row.getString("revision_before"),
                row.getString("revision_after"),
                withdrawn ? null : row.getString("scale_before"),
                withdrawn ? null : row.getString("rating_code_before"),
                withdrawn ? null : row.getString("rating_label_before"),
                withdrawn ? null : row.getString("scale_after"),
                withdrawn ? null : row.getString("rating_code_after"),
                withdrawn ? null : row.getString("rating_label_after"));
    }
}
