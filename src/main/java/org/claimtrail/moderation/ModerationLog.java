package org.claimtrail.moderation;

import java.time.OffsetDateTime;
import java.util.List;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads flags and decisions for pages. */
@Service
public class ModerationLog {

    private final JdbcClient jdbc;

    ModerationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of open flags, the oldest first, after the flag with this number. */
    @Transactional(readOnly = true)
    public List<FlagView> openFlags(long after, int size) {
        return jdbc.sql("""
                        select f.id, f.claim_id, c.wording, c.state, c.hidden, c.locked, f.problem, f.note,
                               f.raised_by_name, f.raised_at
                        from flag f join claim c on c.id = f.claim_id
                        where f.decided_at is null and f.id > :after order by f.id limit :size
                        """)
                .param("after", after)
                .param("size", size)
                .query((row, n) -> new FlagView(
                        row.getLong("id"),
                        row.getLong("claim_id"),
                        row.getString("wording"),
                        Coded.of(ClaimState.class, row.getString("state")),
                        row.getBoolean("hidden"),
                        row.getBoolean("locked"),
                        Coded.of(Problem.class, row.getString("problem")),
                        row.getString("note"),
                        row.getString("raised_by_name"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A page of decisions, newest first, before the entry with this number. */
    @Transactional(readOnly = true)
    public List<EntryView> entries(@Nullable Long before, int size) {
        return jdbc.sql("""
                        select m.*, c.wording, a.name as account_name
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
                        row.getObject("flag_id", Long.class)))
                .list();
    }

    /** How many flags wait. */
    @Transactional(readOnly = true)
    public int openFlagCount() {
        return jdbc.sql("select count(*) from flag where decided_at is null")
                .query(Integer.class)
                .single();
    }
}
