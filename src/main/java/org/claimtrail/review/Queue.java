package org.claimtrail.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.Kind;
import org.claimtrail.support.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the queue of claims. */
@Service
public class Queue {

    /** Above this the queue says "more than": counting further would read every claim of the desk. */
    public static final int COUNTED = 1_000;

    private static final String ROW = """
            select c.id, c.state, shown_wording(c.id, c.wording) as wording, c.kind, c.article_id, a.title, p.name as assignee_name, c.hidden, c.locked,
                   c.created_at, c.due_on,
                   exists (select 1 from claim_visit x join chain_head y on y.claim_id = x.claim_id
                           where x.claim_id = c.id and x.account_id = :reader and y.number > x.number) as changed,
                   (select count(*) from evidence e where e.claim_id = c.id and not e.removed) as evidence_count
            from claim c join article a on a.id = c.article_id left join account p on p.id = c.assignee_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Queue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many claims wait and since when. */
    public record Extent(int count, Optional<Instant> oldest) {
        public boolean more() {
            return count > COUNTED;
        }
    }

    /** A page of the queue, oldest first, after the claim with this number. */
    @Transactional(readOnly = true)
    public List<QueueRow> after(QueueFilter filter, long after, int size) {
        return jdbc.sql(ROW + " where " + filter.where() + " and c.id > :after order by c.id limit :size")
                .params(filter.parameters(clock.instant()))
                .param("after", after)
                .param("size", size)
                .query(Queue::row)
                .list();
    }

    /** The page before the claim with this number, in the same order. */
    @Transactional(readOnly = true)
    public List<QueueRow> before(QueueFilter filter, long before, int size) {
        return jdbc.sql("select * from (" + ROW + " where " + filter.where()
                        + " and c.id < :before order by c.id desc limit :size) page order by id")
                .params(filter.parameters(clock.instant()))
                .param("before", before)
                .param("size", size)
                .query(Queue::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Extent extent(QueueFilter filter) {
        return jdbc.sql("select count(*) as n, min(created_at) as oldest from (select c.created_at from claim c where "
                        + filter.where() + " order by c.id limit " + (COUNTED + 1) + ") counted")
                .params(filter.parameters(clock.instant()))
                .query((row, n) -> new Extent(
                        row.getInt("n"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** Who has taken claims, for the filter: account and name. */
    @Transactional(readOnly = true)
    public Map<Long, String> assignees() {
        Map<Long, String> names = new TreeMap<>();
        jdbc.sql("select a.id, a.name from account a where exists (select 1 from claim c where c.assignee_id = a.id)")
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    private static QueueRow row(ResultSet row, int n) throws SQLException {
        return new QueueRow(
                row.getLong("id"),
                Coded.of(ClaimState.class, row.getString("state")),
                row.getString("wording"),
                Coded.of(Kind.class, row.getString("kind")),
                row.getLong("article_id"),
                row.getString("title"),
                row.getString("assignee_name"),
                row.getInt("evidence_count"),
                row.getBoolean("hidden"),
                row.getBoolean("locked"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("changed"));
    }
}
