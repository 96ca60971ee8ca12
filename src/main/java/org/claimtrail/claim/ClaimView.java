package org.claimtrail.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as pages show it.
 *
 * @param startAt where its passage begins in the article revision's text, in code points
 * @param assigneeName who is checking it
 * @param revision the number of the newest revision: all that stands here was true at it
 */
public record ClaimView(
        long id,
        long articleId,
        long articleRevisionId,
        int startAt,
        ClaimState state,
        Origin origin,
        String wording,
        Kind kind,
        @Nullable String claimantName,
        @Nullable String claimantRole,
        List<String> reasons,
        @Nullable Dismissal dismissal,
        @Nullable String dismissalNote,
        @Nullable Long assigneeId,
        @Nullable String assigneeName,
        @Nullable LocalDate dueOn,
        boolean hidden,
        boolean locked,
        Instant createdAt,
        Instant changedAt,
        int revision,
        List<PassageSpan> passage,
        List<ClaimQuantity> quantities,
        List<ClaimTime> times) {

    public boolean may(ClaimVerb verb) {
        return !locked && verb.allowedIn(state);
    }

    public boolean canAccept() {
        return may(ClaimVerb.ACCEPT);
    }

    public boolean canUndoAccept() {
        return may(ClaimVerb.UNDO_ACCEPT) && origin == Origin.SPLITTER;
    }

    public boolean canDismiss() {
        return may(ClaimVerb.DISMISS);
    }

    public boolean canReconsider() {
        return may(ClaimVerb.RECONSIDER);
    }

    public boolean canReword() {
        return may(ClaimVerb.REWORD);
    }

    public boolean canTake() {
        return may(ClaimVerb.TAKE);
    }

    /** The passage's words; an ellipsis where it has several spans. */
    public String exact() {
        return String.join(" … ", passage.stream().map(PassageSpan::exact).toList());
    }
}
