package org.claimtrail.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as everybody may read it: not who decided, who flagged, or what is hidden.
 *
 * @param thing the code of a {@link Target.Kind} or of a {@link Part}
 * @param reason null where it was given before reasons were public
 * @param claimId the claim, where visitors see its verdict
 */
public record LogLine(
        long id,
        Instant at,
        String thing,
        Decision decision,
        @Nullable Ground ground,
        @Nullable String reason,
        @Nullable Long claimId,
        @Nullable String wording) {}
