package org.claimtrail.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each correction of a public verdict, and reads them for readers. Rows are only added. */
@Service
public class Corrections {

    private static final String READ = """
            select x.*, case when c.state <> 'withdrawn' then shown_wording(c.id, c.wording) end as shown,
                   shown_name(x.claim_id, x.actor_id, x.actor_name) as shown_actor
            from correction x join claim c on c.id = x.claim_id
            where not c.hidden
            """;

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters the newest revision of the claim, where it changed a public verdict or withdrew it.
     *
     * @param recorded whether the caller added a revision at all
     * @return the same
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enter(long claimId, boolean recorded) {
        if (recorded) {
            jdbc.sql("select enter_correction(claim_id, number) from chain_head where claim_id = :claim")
                    .param("claim", claimId)
                    .query((row, n) -> n)
                    .list();
        }
        return recorded;
    }

    /** The corrections of one claim that is not hidden, newest first. */
    @Transactional(readOnly = true)
    public List<CorrectionView> of(long claimId) {
        return jdbc.sql(READ + " and x.claim_id = :claim order by x.id desc")
                .param("claim", claimId)
                .query(Corrections::row)
                .list();
    }

    /**
     * A page of all corrections of claims that are not hidden, newest first.
     *
     * @param tier only these; null for all
     * @param before only those with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<CorrectionView> page(@Nullable CorrectionTier tier, @Nullable Long before, int size) {
        return jdbc.sql(READ + """
                         and (cast(:tier as text) is null or x.tier = :tier)
                         and (cast(:before as bigint) is null or x.id < :before)
                        order by x.id desc limit :size
                        """)
                .param("tier", tier == null ? null : tier.code())
                .param("before", before)
                .param("size", size)
                .query(Corrections::row)
                .list();
    }

    private static CorrectionView row(ResultSet row, int n) throws SQLException {
        String shown = row.getString("shown");
        boolean rated = shown != null && row.getString("scale_before") != null;
        return new CorrectionView(
                row.getLong("id"),
                row.getLong("claim_id"),
                shown,
                Coded.of(CorrectionTier.class, row.getString("tier")),
                row.getString("note"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("shown_actor"),
                row.getInt("revision_before"),
                row.getInt("revision_after"),
                rated ? side(row, "before") : null,
                rated ? side(row, "after") : null);
    }

    private static CorrectionView.Side side(ResultSet row, String when) throws SQLException {
        return new CorrectionView.Side(
                row.getString("scale_" + when),
                row.getString("rating_code_" + when),
                row.getString("rating_label_" + when));
    }
}
