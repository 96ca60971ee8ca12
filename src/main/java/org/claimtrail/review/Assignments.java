package org.claimtrail.review;

import java.time.Clock;
import java.time.LocalDate;
import org.claimtrail.account.Actor;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives claims to people, and says until when they should be done. */
@Service
public class Assignments {

    private final Reviews reviews;
    private final Tellings tellings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Assignments(Reviews reviews, Tellings tellings, JdbcClient jdbc, Clock clock) {
        this.reviews = reviews;
        this.tellings = tellings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives the claim to a person of the desk.
     *
     * @throws Refused where that person does not work here, or somebody else has the claim
     */
    @Transactional
    public void assign(Actor actor, long claimId, long accountId) {
        boolean active = jdbc.sql("select exists (select 1 from account where id = :id and status = 'active')")
                .param("id", accountId)
                .query(Boolean.class)
                .single();
        if (!active) {
            throw new Refused("review.refused.no-such-person");
        }
        reviews.change(actor, claimId, "assigned", null, claim -> {
            Long before = claim.assigneeId();
            if (before == null || before != accountId) {
                claim.assign(actor, accountId, clock.instant());
                tellings.tell(claim, NotificationKind.ASSIGNED, actor, accountId);
                tellings.tell(claim, NotificationKind.REASSIGNED, actor, before);
            }
        });
    }

    /** Sets the day by which the claim should be checked, or none. */
    @Transactional
    public void setDue(Actor actor, long claimId, @Nullable LocalDate day) {
        reviews.change(actor, claimId, "due_set", null, claim -> claim.setDue(day, clock.instant()));
    }
}
