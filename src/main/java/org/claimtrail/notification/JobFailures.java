package org.claimtrail.notification;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to a job that failed: it is tried again after a minute, then after twice as long each time, at most an
 * hour, and its error is kept for the admins.
 */
@Component
class JobFailures {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JobFailures(JdbcClient jdbc, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    <T> void handle(ExecutionComplete done, ExecutionOperations<T> job) {
        Execution execution = done.getExecution();
        int failures = execution.consecutiveFailures + 1;
        Instant now = clock.instant();
        job.reschedule(done, now.plus(pause(failures)));
        String error = done.getCause().map(JobFailures::words).orElse("");
        LOG.warn("The job {} failed, {} times in a row", execution.getTaskName(), failures);
        transaction.executeWithoutResult(status -> keep(execution, failures, error, now));
    }

    static Duration pause(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private void keep(Execution execution, int failures, String error, Instant now) {
        jdbc.sql("""
            insert into job_failure (task_name, task_instance, failed_at, error)
            values (:name, :instance, :at, :error)
            on conflict (task_name, task_instance) do update set failed_at = :at, error = :error
            """)
                .param("name", execution.getTaskName())
                .param("instance", execution.getId())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("error", error)
                .update();
        if (failures == 1) {
            audit.record(null, Actor.CLAIMTRAIL.name(), "job_failed", execution.getTaskName(), Map.of("reason", error));
        }
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return MailDelivery.shortened(message == null ? cause.getClass().getSimpleName() : message);
    }
}
