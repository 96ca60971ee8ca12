package org.claimtrail.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one verdict that is or was public, with what is said of it in data. */
@Component
class ReviewedClaims {

    private final JdbcClient jdbc;

    ReviewedClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known.
     *
     * @param closed whether the verdict is hidden or withdrawn, and must not be shown
     * @param value null for a label that is not ordered
     * @param saidOn the day of the article, as ISO 8601
     */
    record Row(
            long claimId,
            boolean closed,
            String wording,
            @Nullable String claimant,
            String label,
            @Nullable Integer value,
            @Nullable Integer best,
            @Nullable Integer worst,
            String explanation,
            Instant publishedAt,
            Instant modifiedAt,
            String articleTitle,
            @Nullable String articleAddress,
            @Nullable String articlePublisher,
            @Nullable String saidOn) {}

    /** Nothing where the claim never had a public verdict. */
    @Transactional(readOnly = true)
    public Optional<Row> find(long claimId) {
        return jdbc.sql("""
                        select c.id, c.hidden or c.state = 'withdrawn' as closed, shown_wording(c.id, c.wording) as wording, c.claimant_name, r.label, r.value,
                               (select max(value) from rating b where b.rating_scale_id = r.rating_scale_id) as best,
                               (select min(value) from rating b where b.rating_scale_id = r.rating_scale_id) as worst,
                               shown_reasoning(c.id, v.explanation) as explanation, v.published_at, v.modified_at, a.title, a.address, a.publisher, a.published_on
                        from claim c join verdict v on v.claim_id = c.id join rating r on r.id = v.rating_id
                             join article a on a.id = c.article_id
                        where c.id = :claim and v.published_at is not null
                          and c.state in ('published', 'corrected', 'withdrawn')
                        """).param("claim", claimId).query(ReviewedClaims::row).optional();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getBoolean("closed"),
                row.getString("wording"),
                row.getString("claimant_name"),
                row.getString("label"),
                row.getObject("value", Integer.class),
                row.getObject("best", Integer.class),
                row.getObject("worst", Integer.class),
                row.getString("explanation"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                row.getString("title"),
                row.getString("address"),
                row.getString("publisher"),
                row.getString("published_on"));
    }
}
