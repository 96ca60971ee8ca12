package org.claimtrail.moderation;

import java.time.OffsetDateTime;
import java.util.List;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads decisions for pages. */
@Service
public class ModerationLog {

    private final JdbcClient jdbc;

    ModerationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of decisions, newest first, before the entry with this number. */
    @Transactional(readOnly = true)
    public List<EntryView> entries(@Nullable Long before, int size) {
        return jdbc.sql("""
            select m.*, shown_wording(c.id, c.wording) as wording, a.name as account_name
            from moderation_entry m left join claim c on c.id = m.claim_id
                 left join account a on a.id = m.account_id
            where cast(:before as bigint) is null or m.id < :before order by m.id desc limit :size
            """)
                .param("before", before)
                .param("size", size)
                .query((row, n) -> new EntryView(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        Coded.of(Decision.class, row.getString("decision")),
                        row.getString("reason"),
                        row.getObject("claim_id", Long.class),
                        row.getString("wording"),
                        row.getString("account_name"),
                        row.getObject("case_id", Long.class),
                        new Target(
                                row.getObject("claim_id", Long.class),
                                row.getObject("evidence_id", Long.class),
                                row.getObject("comment_id", Long.class),
                                row.getObject("account_id", Long.class)),
                        row.getString("part")))
                .list();
    }
}
