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
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** One job for each e-mail about an account; {@link AccountLetters} names them. What it holds counts the failures. */
    static final TaskDescriptor<Integer> SEND_ACCOUNT_MAIL = TaskDescriptor.of("send_account_mail", Integer.class);

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
    Task<Void> sendMail(MailDelivery delivery, JobFailures failures) {
        return Tasks.custom(SEND_MAIL).onFailure(failures::handle).execute((job, context) -> {
            Instant again = delivery.deliver(Long.parseLong(job.getId()));
            return (done, operations) -> end(done, operations, again);
        });
    }

    @Bean
    Task<Integer> sendAccountMail(AccountMailDelivery delivery, JobFailures failed) {
        return Tasks.custom(SEND_ACCOUNT_MAIL).onFailure(failed::handle).execute((job, context) -> {
            int failures = job.getData() + 1;
            Instant again = delivery.deliver(job.getId(), failures);
            return (done, operations) -> {
                if (again == null) {
                    operations.remove();
                } else {
                    operations.reschedule(done, again, failures);
                }
            };
        });
    }

    @Bean
    @DependsOnDatabaseInitialization
    JobRunner jobRunner(
            DataSource source,
            List<Task<?>> tasks,
            List<DailyJob> daily,
            List<PeriodicJob> periodic,
            JobFailures failures,
            JobSettings settings) {
        List<RecurringTask<Void>> recurring = new ArrayList<>();
        for (DailyJob job : daily) {
            LocalTime[] times = job.at().toArray(LocalTime[]::new);
            recurring.add(task(job.name(), Schedules.daily(ZoneOffset.UTC, times), job.work(), failures));
        }
        for (PeriodicJob job : periodic) {
            recurring.add(task(job.name(), Schedules.fixedDelay(job.every()), job.work(), failures));
        }
        return new JobRunner(() -> scheduler(source, tasks, recurring, settings));
    }

    private static RecurringTask<Void> task(String name, Schedule schedule, Runnable work, JobFailures failures) {
        return Tasks.recurring(name, schedule).onFailure(failures::handle).execute((instance, context) -> work.run());
    }

    /** One that is stopped for good when it stops. */
    static Scheduler scheduler(
            DataSource source, List<Task<?>> tasks, List<RecurringTask<Void>> recurring, JobSettings settings) {
        return Scheduler.create(source, tasks)
                .startTasks(recurring)
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
