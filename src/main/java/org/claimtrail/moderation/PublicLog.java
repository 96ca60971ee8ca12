package org.claimtrail.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads decisions for everybody. */
@Service
public class PublicLog {

    /** What a line can be about. */
    public static final List<String> THINGS =
            List.of("claim", "wording", "reasoning", "evidence", "comment", "name", "account");

    private final JdbcClient jdbc;

    PublicLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page, newest first.
     *
     * @param thing one of {@link #THINGS}; null for all
     * @param decision only these; null for all
     * @param before only those with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<LogLine> page(@Nullable String thing, @Nullable Decision decision, @Nullable Long before, int size) {
        return jdbc.sql("""
            select l.*, c.id as verdict_id, shown_wording(c.id, c.wording) as wording
            from (select m.*, coalesce(m.part, case when m.account_id is not null then 'account'
                             when m.comment_id is not null then 'comment'
                             when m.evidence_id is not null then 'evidence' else 'claim' end) as thing
                  from moderation_entry m) l
                 left join claim c on c.id = l.claim_id and c.state in ('published', 'corrected') and not c.hidden
            where (cast(:thing as text) is null or l.thing = :thing)
              and (cast(:decision as text) is null or l.decision = :decision)
              and (cast(:before as bigint) is null or l.id < :before)
            order by l.id desc limit :size
            """)
                .param("thing", thing)
                .param("decision", decision == null ? null : decision.code())
                .param("before", before)
                .param("size", size)
                .query(PublicLog::line)
                .list();
    }

    private static LogLine line(ResultSet row, int n) throws SQLException {
        String ground = row.getString("ground");
        return new LogLine(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("thing"),
                Coded.of(Decision.class, row.getString("decision")),
                ground == null ? null : Coded.of(Ground.class, ground),
                row.getBoolean("reason_public") ? row.getString("reason") : null,
                row.getObject("verdict_id", Long.class),
                row.getString("wording"));
    }
}
