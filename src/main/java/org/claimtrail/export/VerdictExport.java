package org.claimtrail.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.claimtrail.review.VerdictFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Streams public verdicts from one snapshot of the database: any size, flat memory. */
@Service
class VerdictExport {

    private static final int FETCH = 500;

    private static final String ROWS = """
            select c.id, shown_wording(c.id, c.wording) as wording, a.language, c.kind, q.value, q.unit, q.comparator, t.value as as_of,
                   c.claimant_name, c.claimant_role, a.published_on, a.id as article_id, a.address, a.title, a.publisher,
                   ar.number as article_revision, ar.text_sha256, p.exact, p.prefix, p.suffix, p.start_at, p.end_at,
                   c.state, s.code as scale, s.version as scale_version, r.code, r.label, r.value as rating_value,
                   b.best, b.worst, shown_reasoning(c.id, v.explanation) as explanation,
                   shown_name(c.id, v.first_reviewer_id, v.first_reviewer_name) as first_reviewer_name, v.published_at, v.modified_at,
                   v.correction_kind, v.correction_note,
                   shown_name(c.id, v.second_reviewer_id, v.second_reviewer_name) as second_reviewer_name, v.second_agreed, v.review_by,
                   (select count(distinct e.source_id) from evidence e where e.claim_id = c.id and not e.removed) as sources,
                   h.number as claim_revision
            from claim c
                 join verdict v on v.claim_id = c.id
                 join rating r on r.id = v.rating_id
                 join rating_scale s on s.id = r.rating_scale_id
                 join (select rating_scale_id, max(value) as best, min(value) as worst from rating group by rating_scale_id) b
                      on b.rating_scale_id = s.id
                 join article a on a.id = c.article_id
                 join article_revision ar on ar.id = c.article_revision_id
                 join chain_head h on h.claim_id = c.id
                 join lateral (select string_agg(x.exact, ' … ' order by x.position) as exact,
                                      (array_agg(x.prefix order by x.position))[1] as prefix,
                                      (array_agg(x.suffix order by x.position desc))[1] as suffix,
                                      min(x.start_at) as start_at, max(x.end_at) as end_at
                               from passage_span x where x.claim_id = c.id) p on true
                 left join claim_quantity q on q.claim_id = c.id and q.position = 0
                 left join claim_time t on t.claim_id = c.id and t.position = 0
            where\s""";

    private final NamedParameterJdbcTemplate jdbc;
    private final HistoryHead heads;
    private final String desk;

    VerdictExport(DataSource dataSource, HistoryHead heads, @Value("${claimtrail.desk-name}") String desk) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.heads = heads;
        this.desk = desk;
    }

    /** What was written. */
    record Written(long rows, String head) {}

    /**
     * Writes the file. The same history and the same filter give the same bytes.
     *
     * @param site where this desk's pages are, without a slash at the end
     * @throws UncheckedIOException where the reader has gone
     */
    public Written write(VerdictFilter filter, ExportProfile profile, String site, OutputStream out) {
        return heads.read(head -> write(filter, profile, site, out, head));
    }

    private Written write(
            VerdictFilter filter, ExportProfile profile, String site, OutputStream out, HistoryHead.Head head) {
        AtomicLong rows = new AtomicLong();
        try {
            VerdictCsv csv = new VerdictCsv(out, profile, VerdictCsv.COLUMNS);
            jdbc.query(
                    ROWS + filter.where() + " order by c.id", new MapSqlParameterSource(filter.parameters()), row -> {
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
        return new Written(rows.get(), head.hash());
    }

    private List<@Nullable String> cells(ResultSet row, ExportProfile profile, HistoryHead.Head head, String site)
            throws SQLException {
        List<@Nullable String> cells = new ArrayList<>(VerdictCsv.COLUMNS.size());
        cells.add(profile.schemaVersion());
        cells.add(head.asOf());
        cells.add(head.hash());
        cells.add(desk);
        cells.add(row.getString("id"));
        cells.add(site + "/verdicts/" + row.getString("id"));
        cells.add(row.getString("wording"));
        cells.add(row.getString("language"));
        cells.add(row.getString("kind"));
        cells.add(number(row, "value"));
        cells.add(row.getString("unit"));
        cells.add(row.getString("comparator"));
        cells.add(row.getString("as_of"));
        cells.add(row.getString("claimant_name"));
        cells.add(row.getString("claimant_role"));
        cells.add(row.getString("published_on"));
        cells.add(null);
        cells.add(row.getString("article_id"));
        cells.add(row.getString("address"));
        cells.add(row.getString("title"));
        cells.add(row.getString("publisher"));
        cells.add(row.getString("published_on"));
        cells.add(row.getString("article_revision"));
        cells.add(row.getString("text_sha256"));
        cells.add(row.getString("exact"));
        cells.add(row.getString("prefix"));
        cells.add(row.getString("suffix"));
        cells.add(row.getString("start_at"));
        cells.add(row.getString("end_at"));
        cells.add("exact");
        cells.add(null);
        cells.add(null);
        cells.add(row.getString("state"));
        cells.add(row.getString("scale"));
        cells.add(row.getString("scale_version"));
        cells.add(row.getString("code"));
        cells.add(row.getString("label"));
        cells.add(row.getString("rating_value"));
        cells.add(row.getString("best"));
        cells.add(row.getString("worst"));
        cells.add(row.getString("explanation"));
        cells.add(row.getString("review_by"));
        cells.add(row.getString("first_reviewer_name"));
        cells.add(row.getString("second_reviewer_name"));
        cells.add(truth(row, "second_agreed"));
        cells.add(instant(row, "published_at"));
        cells.add(instant(row, "modified_at"));
        cells.add(row.getString("correction_kind"));
        cells.add(row.getString("correction_note"));
        cells.add(row.getString("sources"));
        cells.add(row.getString("claim_revision"));
        return cells;
    }

    private static @Nullable String truth(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : Boolean.toString(value);
    }

    private static @Nullable String number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull()
                ? null
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : HistoryHead.text(at.toInstant());
    }
}
