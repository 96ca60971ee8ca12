package org.claimtrail.claim;

import static org.claimtrail.claim.ClaimState.CORRECTED;
import static org.claimtrail.claim.ClaimState.DISMISSED;
import static org.claimtrail.claim.ClaimState.IN_REVIEW;
import static org.claimtrail.claim.ClaimState.OPEN;
import static org.claimtrail.claim.ClaimState.PROPOSED;
import static org.claimtrail.claim.ClaimState.PUBLISHED;
import static org.claimtrail.claim.ClaimState.SECOND_REVIEW;

import java.util.EnumSet;
import java.util.Set;
import org.claimtrail.support.Coded;

/** What people do with a claim, and the states in which they may. This is the one table of moves. */
public enum ClaimVerb implements Coded {
    ACCEPT(PROPOSED),
    UNDO_ACCEPT(OPEN),
    DISMISS(PROPOSED, OPEN),
    RECONSIDER(DISMISSED),
    REWORD(PROPOSED, OPEN, IN_REVIEW),
    TAKE(OPEN),
    ASSIGN(OPEN, IN_REVIEW),
    SET_DUE(OPEN, IN_REVIEW, SECOND_REVIEW),
    RELEASE(IN_REVIEW),
    DECLARE_INTEREST(PROPOSED, OPEN, IN_REVIEW, SECOND_REVIEW, PUBLISHED, CORRECTED),
    CHANGE_EVIDENCE(OPEN, IN_REVIEW, PUBLISHED, CORRECTED),
    DRAFT(IN_REVIEW),
    PUBLISH(IN_REVIEW),
    SUBMIT(IN_REVIEW),
    RECALL(SECOND_REVIEW),
    RATE_SECOND(SECOND_REVIEW),
    ADJUDICATE(SECOND_REVIEW),
    CORRECT(PUBLISHED, CORRECTED),
    WITHDRAW(PUBLISHED, CORRECTED);

    private final Set<ClaimState> from;

    ClaimVerb(ClaimState first, ClaimState... more) {
        this.from = EnumSet.of(first, more);
    }

    /** Whether a claim in this state can be treated so. */
    public boolean allowedIn(ClaimState state) {
        return from.contains(state);
    }
}
