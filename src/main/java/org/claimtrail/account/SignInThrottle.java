package org.claimtrail.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows repeated failures to sign in. After {@value #FREE_FOR_ACCOUNT} failures an e-mail address waits 2 seconds, twice
 * as long after each further one, at most 15 minutes; a network address, which a whole newsroom may share, after
 * {@value #FREE_FOR_NETWORK}. A day without a failure, or signing in, clears it. Kept in PostgreSQL, so every process of
 * the desk knows it.
 */
@Service
public class SignInThrottle {

    public static final int FREE_FOR_ACCOUNT = 4;
    public static final int FREE_FOR_NETWORK = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGET = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a try before it is made, in one statement, so that tries at the same moment cannot all pass. Whoever was right
     * says so afterwards: {@link #succeeded} or {@link #takeBack}.
     *
     * @param free how many failures cost no wait
     * @return how long the subject has to wait; empty where it may try now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> attempt(String subject, int free) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("delete from sign_in_failure where last_at < :old")
                .param("old", now.minus(FORGET))
                .update();
        int counted = jdbc.sql("""
                        insert into sign_in_failure as f (subject, failures, last_at, blocked_until)
                        values (:subject, 1, :now, :now)
                        on conflict (subject) do update
                        set failures = f.failures + 1, last_at = :now, blocked_until = :now
                            + case when f.failures < :free then interval '0'
                                   else least(interval '1 second' * power(2, least(f.failures + 1 - :free, 20)),
                                              interval '1 second' * :longest) end
                        where f.blocked_until <= :now
                        """)
                .param("subject", subject)
                .param("now", now)
                .param("free", free)
                .param("longest", LONGEST.toSeconds())
                .update();
        return counted > 0 ? Optional.empty() : wait(subject, now);
    }

    private Optional<Duration> wait(String subject, OffsetDateTime now) {
        return Optional.of(jdbc.sql("select blocked_until from sign_in_failure where subject = :subject")
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until))
                .filter(left -> left.compareTo(Duration.ZERO) > 0)
                .orElse(Duration.ZERO));
    }

    /** The subject's last try was right, or was not made: it does not count. Its earlier failures do. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void takeBack(String subject) {
        int left = jdbc.sql("update sign_in_failure set failures = failures - 1, blocked_until = last_at"
                        + " where subject = :subject and failures > 1")
                .param("subject", subject)
                .update();
        if (left == 0) {
            jdbc.sql("delete from sign_in_failure where subject = :subject and failures = 1")
                    .param("subject", subject)
                    .update();
        }
    }

    /** Forgets the subject's failures. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String subject) {
        jdbc.sql("delete from sign_in_failure where subject = :subject")
                .param("subject", subject)
                .update();
    }
}
