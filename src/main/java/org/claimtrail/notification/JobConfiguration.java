package org.claimtrail.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The jobs that run in the background, and what runs them: db-scheduler, whose table is in the desk's database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({JobSettings.class, MailSettings.class})
class JobConfiguration {

    /** One job for each e-mail; its number is the job's. */
    static final TaskDescriptor<Void> SEND_MAIL = TaskDescriptor.of("send_mail");

    private static final int THREADS = 2;
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    /** Schedules jobs, inside the transaction that asks for them. */
    @Bean
    @DependsOnDatabaseInitialization
    SchedulerClient jobs(DataSource source) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .build();
    }

    @Bean
    Task<Void> sendMail(MailDelivery delivery) {
        return Tasks.custom(SEND_MAIL).execute((job, context) -> {
            Instant again = delivery.deliver(Long.parseLong(job.getId()));
            return (done, operations) -> end(done, operations, again);
        });
    }

    @Bean
    @DependsOnDatabaseInitialization
    JobRunner jobRunner(DataSource source, Task<Void> sendMail, List<DailyJob> daily, JobSettings settings) {
        return new JobRunner(() -> scheduler(source, sendMail, daily, settings));
    }

    private static RecurringTask<Void> task(DailyJob job) {
        return Tasks.recurring(job.name(), Schedules.daily(ZoneOffset.UTC, job.at()))
                .execute((instance, context) -> job.work().run());
    }

    /** One that is stopped for good when it stops. */
    static Scheduler scheduler(DataSource source, Task<Void> sendMail, List<DailyJob> daily, JobSettings settings) {
        return Scheduler.create(source, sendMail)
                .startTasks(daily.stream().map(JobConfiguration::task).toList())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.pollingInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WAIT)
                .build();
    }

    private static void end(ExecutionComplete done, ExecutionOperations<Void> job, @Nullable Instant again) {
        if (again == null) {
            job.remove();
        } else {
            job.reschedule(done, again);
        }
    }
}
