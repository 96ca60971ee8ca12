package org.claimtrail.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.claimtrail.account.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has seen which claim up to which revision, so that the queue can tell what changed since. */
@Service
public class Visits {

    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes that somebody looked at the claim.
     *
     * @param number the newest revision that was there
     */
    @Transactional
    public void seen(Actor reader, long claimId, int number) {
        jdbc.sql("""
                        insert into claim_visit (account_id, claim_id, number, seen_at) values (:account, :claim, :number, :at)
                        on conflict (account_id, claim_id) do update set number = excluded.number, seen_at = excluded.seen_at
                        where claim_visit.number < excluded.number
                        """)
                .param("account", reader.accountId())
                .param("claim", claimId)
                .param("number", number)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
