package org.claimtrail.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is limited (GCRA: a row holds the instant at which all uses will have come back). The clock is the
 * database's, so that processes agree.
 */
@Service
public class Limits {

    private static final int SUBJECT_BYTES = 16;
    private static final String TAKEN = Limits.class.getName();

    private final JdbcClient jdbc;
    private final LimitSettings settings;

    Limits(JdbcClient jdbc, LimitSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Counts the request for whoever sent it, by account or by address; once, however often it is called for a request.
     *
     * @throws TooMany where the limit is used up
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = TooMany.class)
    public void take(Limit limit, HttpServletRequest request) {
        String mark = TAKEN + "." + limit.code();
        if (request.getAttribute(mark) == null) {
            request.setAttribute(mark, Boolean.TRUE);
            use(limit, Requester.of(request));
        }
    }

    /**
     * Counts one use by the key.
     *
     * @param key whom it is counted for, such as {@link Requester#address} or an e-mail address
     * @throws TooMany where the limit is used up
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = TooMany.class)
    public void take(Limit limit, String key) {
        use(limit, key);
    }

    private void use(Limit limit, String key) {
        Rate rate = settings.rate(limit);
        if (rate.unlimited()) {
            return;
        }
        byte[] subject = digest(key);
        boolean taken = jdbc.sql("""
            insert into rate_limit as r (name, subject, whole_at)
            values (:name, :subject, clock_timestamp() + :step * interval '1 microsecond')
            on conflict (name, subject) do update
            set whole_at = greatest(r.whole_at, clock_timestamp()) + :step * interval '1 microsecond'
            where r.whole_at + :step * interval '1 microsecond'
                <= clock_timestamp() + :per * interval '1 microsecond'
            returning true
            """)
                .param("name", limit.code())
                .param("subject", subject)
                .param("step", micros(rate.step()))
                .param("per", micros(rate.per()))
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!taken) {
            throw refusal(limit, rate, subject);
        }
    }

    private TooMany refusal(Limit limit, Rate rate, byte[] subject) {
        return jdbc.sql("""
            with before as (
                select whole_at, told_at from rate_limit where name = :name and subject = :subject for update),
            told as (
                update rate_limit r set told_at = clock_timestamp() from before b
                where r.name = :name and r.subject = :subject
                  and (b.told_at is null or b.told_at < clock_timestamp() - interval '10 minutes')
                returning r.told_at)
            select cast(1000 * extract(epoch from whole_at - clock_timestamp()) as bigint) as whole_in,
                   exists (select from told) as first
            from before
            """)
                .param("name", limit.code())
                .param("subject", subject)
                .query((row, n) -> new TooMany(
                        limit,
                        Duration.ofMillis(row.getLong("whole_in"))
                                .minus(rate.per())
                                .plus(rate.step()),
                        row.getBoolean("first")))
                .optional()
                .orElseGet(() -> new TooMany(limit, rate.step(), false));
    }

    /** Forgets who could use all of a limit again. */
    @Transactional
    public int sweep() {
        return jdbc.sql("delete from rate_limit where whole_at < clock_timestamp()")
                .update();
    }

    private static long micros(Duration duration) {
        return Math.max(1, duration.toNanos() / 1_000);
    }

    private static byte[] digest(String key) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, SUBJECT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
