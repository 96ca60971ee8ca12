package org.claimtrail.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The e-mails that go out: one row and one job for each. */
@Service
public class Mails {

    private final JdbcClient jdbc;
    private final SchedulerClient jobs;
    private final MailSettings settings;
    private final Clock clock;
    private final boolean setUp;

    Mails(
            JdbcClient jdbc,
            SchedulerClient jobs,
            MailSettings settings,
            Clock clock,
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
        this.setUp = !host.isBlank() && sender.getIfAvailable() != null;
    }

    /** Whether this desk sends any. */
    public boolean setUp() {
        return setUp;
    }

    /** Has an e-mail sent for each of these notifications, once the transaction is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    void queue(Collection<Long> notificationIds) {
        if (notificationIds.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Long> mails = jdbc.sql("""
                        insert into mail (notification_id, account_id, message_id, created_at)
                        select n.id, n.account_id, '<' || gen_random_uuid() || '@' || :domain || '>', :now
                        from notification n where n.id in (:ids) order by n.id
                        returning id
                        """)
                .param("domain", settings.domain())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("ids", notificationIds)
                .query(Long.class)
                .list();
        for (long mail : mails) {
            jobs.scheduleIfNotExists(
                    JobConfiguration.SEND_MAIL.instance(Long.toString(mail)).scheduledTo(now));
        }
    }
}
