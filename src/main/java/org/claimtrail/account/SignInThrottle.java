package org.claimtrail.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** How long the subject still has to wait; empty where it may try now. */
    @Transactional(readOnly = true)
    public Optional<Duration> wait(String subject) {
        Instant now = clock.instant();
        return jdbc.sql("select blocked_until from sign_in_failure where subject = :subject")
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(left -> left.compareTo(Duration.ZERO) > 0);
    }

    /**
     * Counts one failure of the subject.
     *
     * @param free how many failures cost no wait
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String subject, int free) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("delete from sign_in_failure where last_at < :old")
                .param("old", now.minus(FORGET))
                .update();
        int failures = jdbc.sql("""
                        insert into sign_in_failure (subject, failures, last_at, blocked_until)
                        values (:subject, 1, :now, :now)
                        on conflict (subject) do update set failures = sign_in_failure.failures + 1, last_at = :now
                        returning failures
                        """)
                .param("subject", subject)
                .param("now", now)
                .query(Integer.class)
                .single();
        jdbc.sql("update sign_in_failure set blocked_until = :until where subject = :subject")
                .param("until", now.plus(delay(failures - free)))
                .param("subject", subject)
                .update();
    }

    /** Forgets the subject's failures. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String subject) {
        jdbc.sql("delete from sign_in_failure where subject = :subject")
                .param("subject", subject)
                .update();
    }

    /** The wait after so many failures beyond the free ones. */
    static Duration delay(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures, 20);
        Duration delay = Duration.ofSeconds(seconds);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
