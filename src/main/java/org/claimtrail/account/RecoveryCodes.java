package org.claimtrail.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes that stand in for a second factor that is lost. Each works once. */
@Component
class RecoveryCodes {

    static final int COUNT = 10;
    private static final String PURPOSE = "recovery codes";

    /** Letters and digits that nobody mistakes for each other; 49 bits a code. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 10;

    private final JdbcClient jdbc;
    private final DeskKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, DeskKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** Ten new ones in the place of the old. They are not stored: whoever asked sees them once. */
    @Transactional
    List<String> renew(long accountId) {
        remove(accountId);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String code = fresh();
            codes.add(code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2));
            jdbc.sql("insert into recovery_code (account_id, code_hash, created_at) values (:account, :hash, :now)")
                    .param("account", accountId)
                    .param("hash", key.hash(PURPOSE, accountId, code))
                    .param("now", now())
                    .update();
        }
        return codes;
    }

    /** Whether this is one of them that was not used yet; now it is. */
    @Transactional
    boolean use(long accountId, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (code.length() != LENGTH) {
            return false;
        }
        return jdbc.sql("update recovery_code set used_at = :now"
                                + " where account_id = :account and code_hash = :hash and used_at is null")
                        .param("now", now())
                        .param("account", accountId)
                        .param("hash", key.hash(PURPOSE, accountId, code))
                        .update()
                == 1;
    }

    @Transactional
    void remove(long accountId) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", accountId)
                .update();
    }

    private String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
