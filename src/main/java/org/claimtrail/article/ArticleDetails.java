package org.claimtrail.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of an article besides its text. */
public record ArticleDetails(
        String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable String address,
        @Nullable LocalDate publishedOn) {}
