package org.claimtrail.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What reviewers decided on the claims of a sentence, as labelled sentences to train the splitter with. A sentence is
 * worth checking where one of its claims was accepted or marked by hand; it is not where all of its claims were dismissed
 * as not checkable or trivial. Where a claim still waits, or was dismissed for another reason, nothing is known of it.
 */
@Service
public class Labels {

    private static final int FETCH = 500;

    /** A sentence with a label, {@code label} null where nothing is known. */
    private static final String LABELLED = """
            (select c.article_revision_id, s.number,
                    case when bool_or(c.state not in ('proposed', 'dismissed')) then true
                         when bool_and(c.state = 'dismissed' and c.dismissal in ('not_checkable', 'trivial')) then false
                    end as label,
                    json_agg(json_build_object('wording', shown_wording(c.id, c.wording), 'kind', c.kind, 'origin', c.origin,
                        'score', c.score, 'decision', case c.state when 'proposed' then null
                            when 'dismissed' then c.dismissal else 'accepted' end) order by c.id)::text as claims
             from claim c
                  join sentence s on s.article_revision_id = c.article_revision_id
                       and c.start_at >= s.start_at and c.start_at < s.end_at
             group by c.article_revision_id, s.number) l
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Labels(DataSource dataSource, JsonMapper json) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH);
        this.json = json;
    }

    /** How many sentences reviewers found worth checking, and how many not. */
    public record Count(long checkworthy, long not) {}

    @Transactional(readOnly = true)
    public Count count() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) filter (where label), count(*) filter (where not label) from " + LABELLED,
                (row, n) -> new Count(row.getLong(1), row.getLong(2))));
    }

    /**
     * Writes one JSON object a line: article, revision, start, end (code points), text, checkworthy, claims.
     *
     * @param site where this desk's pages are, without a slash at the end
     * @throws UncheckedIOException where the reader has gone
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long write(String site, OutputStream out) {
        long[] rows = new long[1];
        Writer lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            jdbc.query("""
                            select r.article_id, r.number as revision, s.start_at, s.end_at, l.label, l.claims,
                                   substr(r.text, s.start_at + 1, s.end_at - s.start_at) as text
                            from\s""" + LABELLED + """
                                 join sentence s on s.article_revision_id = l.article_revision_id and s.number = l.number
                                 join article_revision r on r.id = l.article_revision_id
                            where l.label is not null
                            order by r.id, s.number
                            """, row -> {
                write(lines, json.writeValueAsString(line(row, site)) + "\n");
                rows[0]++;
            });
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows[0];
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> line(ResultSet row, String site) throws SQLException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("article", site + "/articles/" + row.getLong("article_id"));
        line.put("revision", row.getInt("revision"));
        line.put("start", row.getInt("start_at"));
        line.put("end", row.getInt("end_at"));
        line.put("text", row.getString("text"));
        line.put("checkworthy", row.getBoolean("label"));
        line.put("claims", json.readTree(row.getString("claims")));
        return line;
    }
}
