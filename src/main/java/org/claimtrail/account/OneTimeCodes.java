package org.claimtrail.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes from an authenticator program: RFC 6238 with SHA-1, six digits, thirty seconds, as all of them know it. */
@Component
class OneTimeCodes {

    private static final Logger LOG = LoggerFactory.getLogger(OneTimeCodes.class);
    private static final String PURPOSE = "one-time codes";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    /** How many steps a clock may be off, before and after. */
    private static final int DRIFT = 1;

    private final JdbcClient jdbc;
    private final DeskKey key;
    private final Clock clock;
    private final String deskName;
    private final SecureRandom random = new SecureRandom();
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    OneTimeCodes(
            JdbcClient jdbc, DeskKey key, Clock clock, @Value("${claimtrail.desk-name:Claimtrail}") String deskName) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
        this.deskName = deskName;
    }

    private record Row(byte[] sealed, boolean confirmed, long lastStep) {}

    /**
     * Begins with a new secret, which counts only once a code made from it was given.
     *
     * @throws Refused where the account has one that counts
     */
    @Transactional
    void begin(long accountId) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        int begun = jdbc.sql("""
                        insert into one_time_code as o (account_id, sealed, created_at) values (:account, :sealed, :now)
                        on conflict (account_id) do update set sealed = excluded.sealed, created_at = excluded.created_at
                        where o.confirmed_at is null
                        """)
                .param("account", accountId)
                .param("sealed", key.seal(PURPOSE, accountId, secret))
                .param("now", now())
                .update();
        if (begun == 0) {
            throw new Refused("account.refused.codes-there");
        }
    }

    /** The secret that is being set up, in Base32; empty where none is. */
    @Transactional(readOnly = true)
    Optional<String> pending(long accountId) {
        Row row = row(accountId, false);
        byte[] secret = row == null || row.confirmed() ? null : key.open(PURPOSE, accountId, row.sealed());
        return Optional.ofNullable(secret).map(Base32::encode);
    }

    /** What the picture says to the authenticator program. */
    String address(String email, String secret) {
        return "otpauth://totp/" + encoded(deskName) + ":" + encoded(email) + "?secret=" + secret + "&issuer="
                + encoded(deskName) + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    /** Whether the code proves that the secret arrived; from now on it counts. */
    @Transactional
    boolean confirm(long accountId, String typed) {
        Row row = row(accountId, true);
        long step = row == null || row.confirmed() ? 0 : step(accountId, row, typed);
        if (step == 0) {
            return false;
        }
        jdbc.sql("update one_time_code set confirmed_at = :now, last_step = :step where account_id = :account")
                .param("now", now())
                .param("step", step)
                .param("account", accountId)
                .update();
        return true;
    }

    /** Whether this is a code of now that was not taken before; each is taken once. */
    @Transactional
    boolean accept(long accountId, String typed) {
        Row row = row(accountId, true);
        long step = row == null || !row.confirmed() ? 0 : step(accountId, row, typed);
        if (step == 0) {
            return false;
        }
        jdbc.sql("update one_time_code set last_step = :step where account_id = :account")
                .param("step", step)
                .param("account", accountId)
                .update();
        return true;
    }

    @Transactional
    boolean remove(long accountId) {
        return jdbc.sql("delete from one_time_code where account_id = :account")
                        .param("account", accountId)
                        .update()
                > 0;
    }

    /** The step that the code belongs to, if it is near and later than the last one taken; else 0. */
    private long step(long accountId, Row row, String typed) {
        String code = typed.replaceAll("\\s", "");
        byte[] secret = key.open(PURPOSE, accountId, row.sealed());
        if (secret == null) {
            LOG.error("The secret of account {} was sealed with another key: see claimtrail.secret-key", accountId);
            return 0;
        }
        long current = clock.instant().getEpochSecond() / STEP_SECONDS;
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (step > row.lastStep() && code(secret, step).equals(code)) {
                return step;
            }
        }
        return 0;
    }

    private String code(byte[] secret, long step) {
        try {
            int code = generator.generateOneTimePassword(
                    new SecretKeySpec(secret, generator.getAlgorithm()), Instant.ofEpochSecond(step * STEP_SECONDS));
            return String.format(Locale.ROOT, "%06d", code);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Row row(long accountId, boolean lock) {
        return jdbc.sql("select sealed, confirmed_at, last_step from one_time_code where account_id = :account"
                        + (lock ? " for update" : ""))
                .param("account", accountId)
                .query((row, n) -> new Row(
                        row.getBytes("sealed"), row.getObject("confirmed_at") != null, row.getLong("last_step")))
                .optional()
                .orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
