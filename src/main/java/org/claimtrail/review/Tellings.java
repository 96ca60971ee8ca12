package org.claimtrail.review;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claim;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.notification.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what happened in the review of their claims. */
@Component
class Tellings {

    private final Notifications notifications;
    private final JdbcClient jdbc;

    Tellings(Notifications notifications, JdbcClient jdbc) {
        this.notifications = notifications;
        this.jdbc = jdbc;
    }

    /** @param accountIds whom to tell; null for nobody */
    void tell(Claim claim, NotificationKind kind, Actor by, @Nullable Long... accountIds) {
        List<Long> people = Stream.of(accountIds).filter(Objects::nonNull).toList();
        tell(claim, kind, by, people);
    }

    private void tell(Claim claim, NotificationKind kind, Actor by, Collection<Long> people) {
        if (!people.isEmpty()) {
            notifications.tell(people, kind, claim.id(), by, claim.wording().text());
        }
    }

    /** Tells everybody who may give the claim's second review. */
    void tellSecondReviewers(Claim claim, NotificationKind kind, Actor by) {
        tell(
                claim,
                kind,
                by,
                jdbc.sql("""
                        select a.id from account a where a.status = 'active'
                            and not had_claim(:claim, a.id) and not declared_interest(:claim, a.id)
                        """).param("claim", claim.id()).query(Long.class).list());
    }

    /** Tells the reviewers whose names stand on the verdict. */
    void tellReviewers(Claim claim, NotificationKind kind, Actor by) {
        tell(
                claim,
                kind,
                by,
                jdbc.sql("""
                        select a.id from verdict v join account a on a.id in (v.first_reviewer_id, v.second_reviewer_id)
                        where v.claim_id = :claim
                        """).param("claim", claim.id()).query(Long.class).list());
    }
}
