package org.claimtrail.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claims;
import org.claimtrail.notification.DailyJob;
import org.claimtrail.notification.NotificationKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells reviewers of their public verdicts that are past the day by which they are to be looked at again. */
@Configuration(proxyBeanMethods = false)
class ReviewsDue {

    /** So many a day are told of at most; the others follow the day after. */
    private static final int AT_ONCE = 500;

    private static final LocalTime EARLY = LocalTime.of(4, 0);

    @Bean
    DailyJob tellReviewsDue(
            JdbcClient jdbc, Claims claims, Tellings tellings, TransactionTemplate transaction, Clock clock) {
        return new DailyJob(
                "tell_reviews_due",
                EARLY,
                () -> due(jdbc, LocalDate.now(clock))
                        .forEach(id -> transaction.executeWithoutResult(status -> tellings.tellReviewers(
                                claims.lock(id), NotificationKind.REVIEW_DUE, Actor.CLAIMTRAIL))));
    }

    private static List<Long> due(JdbcClient jdbc, LocalDate today) {
        return jdbc.sql("""
                        select v.claim_id from verdict v join claim c on c.id = v.claim_id
                        where v.review_by < :today and c.state in ('published', 'corrected')
                          and not exists (select 1 from notification n where n.claim_id = v.claim_id
                                          and n.kind = 'review_due' and n.created_at >= v.review_by)
                        order by v.review_by, v.claim_id limit :most
                        """)
                .param("today", today)
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
    }
}
