package org.claimtrail.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A piece of evidence with its source, as pages show it. */
public record EvidenceView(
        long id,
        Stance stance,
        String quotedPassage,
        String note,
        boolean removed,
        long sourceId,
        String address,
        String title,
        @Nullable String publisher,
        @Nullable LocalDate publishedOn) {}
