package org.claimtrail.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The background jobs, as admins see them. */
@Service
public class JobList {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    JobList(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A page of the jobs, by name; e-mails only where they failed.
     *
     * @param name of the last job of the page before; empty for the first page
     * @param instance its instance
     */
    @Transactional(readOnly = true)
    public List<JobView> page(String name, String instance, int size) {
        return jdbc.sql("""
            select t.task_name, t.task_instance, t.execution_time, t.picked, t.last_success,
                   greatest(t.consecutive_failures, m.attempts, 0) as failures,
                   coalesce(t.last_failure, f.failed_at) as last_failure,
                   coalesce(m.last_error, f.error) as error
            from scheduled_tasks t
            left join job_failure f on f.task_name = t.task_name and f.task_instance = t.task_instance
            left join mail m
                on m.id = case when t.task_name = 'send_mail' then cast(t.task_instance as bigint) end
            where (t.task_name not in ('send_mail', 'send_account_mail') or t.consecutive_failures > 0 or m.attempts > 0)
              and (t.task_name, t.task_instance) > (:name, :instance)
            order by t.task_name, t.task_instance limit :size
            """)
                .param("name", name)
                .param("instance", instance)
                .param("size", size)
                .query(JobList::view)
                .list();
    }

    /** How many e-mails have not gone out yet. */
    @Transactional(readOnly = true)
    public long waitingMails() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name in ('send_mail', 'send_account_mail')")
                .query(Long.class)
                .single();
    }

    /**
     * Has a job run as soon as a process looks for one.
     *
     * @throws Refused while it runs
     */
    @Transactional
    public void runNow(Actor actor, String name, String instance) {
        int found = jdbc.sql("""
            update scheduled_tasks set execution_time = :now, version = version + 1
            where task_name = :name and task_instance = :instance and not picked
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("name", name)
                .param("instance", instance)
                .update();
        if (found == 0) {
            boolean running = jdbc.sql(
                            "select exists (select from scheduled_tasks where task_name = :name and task_instance ="
                                    + " :instance)")
                    .param("name", name)
                    .param("instance", instance)
                    .query(Boolean.class)
                    .single();
            if (running) {
                throw new Refused("job.refused.running");
            }
            throw new NotFound("job", name);
        }
        audit.record(actor.id(), actor.name(), "job_run", name, Map.of());
    }

    private static JobView view(ResultSet row, int n) throws SQLException {
        int failures = row.getInt("failures");
        return new JobView(
                row.getString("task_name"),
                row.getString("task_instance"),
                row.getObject("execution_time", OffsetDateTime.class).toInstant(),
                row.getBoolean("picked"),
                instant(row, "last_success"),
                failures,
                failures == 0 ? null : instant(row, "last_failure"),
                failures == 0 ? null : row.getString("error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
