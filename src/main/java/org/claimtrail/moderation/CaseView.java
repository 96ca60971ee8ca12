package org.claimtrail.moderation;

import java.time.Instant;
import java.util.List;
import org.claimtrail.claim.ClaimState;
import org.jspecify.annotations.Nullable;

/**
 * A case in the queue: what it is about, its flags, and what one needs to know to decide.
 *
 * @param text what is flagged: the claim's wording, the quoted words of the evidence, the comment, the account's name
 * @param by whose it is; for an account its role's code
 * @param around other comments near a flagged one, or what a flagged account did last
 */
public record CaseView(
        long id,
        Target target,
        Instant openedAt,
        String text,
        @Nullable String by,
        @Nullable String wording,
        @Nullable ClaimState state,
        boolean hidden,
        boolean locked,
        boolean suspended,
        List<FlagView> flags,
        List<Line> around) {

    /** What an admin can decide. */
    public List<Decision> choices() {
        return Decision.on(target.kind());
    }

    /** A comment near the flagged one, or a deed: its action's code. */
    public record Line(String who, String text, Instant at, boolean flagged) {}
}
