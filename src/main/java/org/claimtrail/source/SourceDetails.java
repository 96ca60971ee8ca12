package org.claimtrail.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a document besides its address. */
public record SourceDetails(
        String title, @Nullable String publisher, @Nullable LocalDate publishedOn) {}
