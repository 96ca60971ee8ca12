package org.claimtrail.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what waits now. Cost: a state is counted by its index and no further than {@link #COUNTED}, its oldest claim is
 * the first of that index; people are summed over the claims that are in work.
 */
@Service
public class Backlog {

    /** Above this a state says "more than". */
    public static final int COUNTED = 100_000;

    /** How many people are listed, those with the most first. */
    public static final int PEOPLE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Backlog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How many claims are in a state, and since when the oldest of them is at the desk.
     *
     * @param state a state's code
     * @param oldest null where there is none
     */
    public record Waiting(String state, int count, @Nullable Instant oldest) {
        public boolean more() {
            return count > COUNTED;
        }
    }

    /** The claims that somebody has, by what they wait for. */
    public record Work(long accountId, String name, int inReview, int inSecondReview, int overdue) {}

    /** The states in which claims wait for somebody, in the order of a claim's way. */
    @Transactional(readOnly = true)
    public List<Waiting> states() {
        return jdbc.sql("""
                        select s.state,
                               (select count(*) from
                                   (select 1 from claim c where c.state = s.state limit :most) counted) as n,
                               (select c.created_at from claim c where c.state = s.state
                                order by c.id limit 1) as oldest
                        from (values (1, 'proposed'), (2, 'open'), (3, 'in_review'), (4, 'second_review'))
                            as s (position, state)
                        order by s.position
                        """)
                .param("most", COUNTED + 1)
                .query((row, n) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Waiting(
                            row.getString("state"), row.getInt("n"), oldest == null ? null : oldest.toInstant());
                })
                .list();
    }

    /** A claim is overdue from the day after the one it is due on, in UTC. */
    @Transactional(readOnly = true)
    public List<Work> people() {
        return jdbc.sql("""
                        select a.id, a.name, count(*) filter (where c.state = 'in_review') as in_review,
                               count(*) filter (where c.state = 'second_review') as in_second_review,
                               count(*) filter (where c.due_on < :today) as overdue
                        from claim c join account a on a.id = c.assignee_id
                        where c.state in ('in_review', 'second_review')
                        group by a.id, a.name order by count(*) desc, a.name, a.id limit :people
                        """)
                .param("today", clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                .param("people", PEOPLE)
                .query((row, n) -> new Work(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("in_review"),
                        row.getInt("in_second_review"),
                        row.getInt("overdue")))
                .list();
    }
}
