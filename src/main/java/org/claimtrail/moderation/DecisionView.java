package org.claimtrail.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision about something of its reader, or one that somebody appealed against.
 *
 * @param thing the code of a {@link Target.Kind} or of a {@link Part}
 * @param appealId of the appeal against it; null where there is none
 * @param outcome {@link Decision#UPHELD} or {@link Decision#REVERSED}; null where nobody decided on the appeal
 * @param ownOrFirst whether the reader made the decision or the appeal
 */
public record DecisionView(
        long entryId,
        Instant at,
        String thing,
        Decision decision,
        @Nullable Ground ground,
        String reason,
        @Nullable Long claimId,
        @Nullable String wording,
        @Nullable Long appealId,
        @Nullable String appealedBy,
        @Nullable String words,
        @Nullable Decision outcome,
        @Nullable String outcomeReason,
        boolean ownOrFirst) {

    /** Whether its reader may appeal against it. */
    public boolean open() {
        return decision.appealable() && appealId == null;
    }
}
