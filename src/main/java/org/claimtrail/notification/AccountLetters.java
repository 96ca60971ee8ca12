package org.claimtrail.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.claimtrail.account.AccountMail;
import org.springframework.stereotype.Component;

/**
 * Has e-mails about accounts sent, each by a job named after its kind and address. Whether anybody has the address is found
 * out when the job runs: who asks learns nothing of it, and what a link opens is stored nowhere before it is sent.
 */
@Component
class AccountLetters implements AccountMail {

    private final SchedulerClient jobs;
    private final Mails mails;
    private final Clock clock;

    AccountLetters(SchedulerClient jobs, Mails mails, Clock clock) {
        this.jobs = jobs;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public boolean setUp() {
        return mails.setUp();
    }

    @Override
    public void send(Kind kind, String email) {
        jobs.scheduleIfNotExists(JobConfiguration.SEND_ACCOUNT_MAIL
                .instance(kind.code() + " " + email)
                .data(0)
                .scheduledTo(clock.instant()));
    }
}
