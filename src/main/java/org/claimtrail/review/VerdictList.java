package org.claimtrail.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads public verdicts, newest first. */
@Service
public class VerdictList {

    private final JdbcClient jdbc;

    VerdictList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page ends: the publication of its last verdict, and its claim. */
    public record Cursor(Instant publishedAt, long claimId) {

        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        /** As an address has it. */
        public String asText() {
            return publishedAt + "_" + claimId;
        }

        /** @return null where the text is no cursor */
        public static @Nullable Cursor parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                int mark = text.indexOf('_');
                if (mark < 0) {
                    return null;
                }
                Instant at = Instant.parse(text.substring(0, mark));
                boolean possible = at.isAfter(Instant.EPOCH) && at.isBefore(LATEST);
                return possible ? new Cursor(at, Long.parseLong(text.substring(mark + 1))) : null;
            } catch (DateTimeParseException | NumberFormatException e) {
                return null;
            }
        }
    }

    @Transactional(readOnly = true)
    public List<VerdictRow> page(VerdictFilter filter, @Nullable Cursor after, int size) {
        String further = after == null ? "" : " and (v.published_at, v.claim_id) < (:afterAt, :afterId)";
        JdbcClient.StatementSpec query = jdbc.sql(
                        """
                        select c.id, c.state, shown_wording(c.id, c.wording) as wording, c.claimant_name, r.code, r.label,
                               shown_reasoning(c.id, v.explanation) as explanation, v.published_at,
                               v.modified_at, shown_name(c.id, v.first_reviewer_id, v.first_reviewer_name) as first_reviewer_name,
                               a.id as article_id, a.title, a.publisher
                        from verdict v join claim c on c.id = v.claim_id join rating r on r.id = v.rating_id
                             join article a on a.id = c.article_id
                        where\s""" + filter.where() + further + " order by v.published_at desc, v.claim_id desc limit :size")
                .params(filter.parameters())
                .param("size", size);
        if (after != null) {
            query = query.param("afterAt", after.publishedAt().atOffset(ZoneOffset.UTC))
                    .param("afterId", after.claimId());
        }
        return query.query(VerdictList::row).list();
    }

    /** Who has published verdicts, for the filter: account and name. */
    @Transactional(readOnly = true)
    public Map<Long, String> reviewers() {
        Map<Long, String> names = new TreeMap<>();
        jdbc.sql("""
                        select a.id, a.name from account a
                        where exists (select 1 from verdict v where v.first_reviewer_id = a.id
                                      and v.published_at is not null)
                        """).query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }

    private static VerdictRow row(ResultSet row, int n) throws SQLException {
        return new VerdictRow(
                row.getLong("id"),
                Coded.of(ClaimState.class, row.getString("state")),
                row.getString("wording"),
                row.getString("claimant_name"),
                row.getString("code"),
                row.getString("label"),
                row.getString("explanation"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                row.getString("first_reviewer_name"),
                row.getLong("article_id"),
                row.getString("title"),
                row.getString("publisher"));
    }
}
