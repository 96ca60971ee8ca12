package org.claimtrail.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person wrote.
 *
 * @param notice what readers see instead; null where it is shown
 */
public record WorkView(
        Place place, Instant at, String text, @Nullable String notice) {

    /** As a form names it. */
    public String name() {
        return place.claimId() + ":" + place.name();
    }
}
