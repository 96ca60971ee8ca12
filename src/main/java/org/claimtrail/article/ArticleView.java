package org.claimtrail.article;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An article as pages show it, with how its newest revision was obtained, without the text. */
public record ArticleView(
        long id,
        String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable String address,
        @Nullable LocalDate publishedOn,
        String language,
        Instant createdAt,
        String createdByName,
        int version,
        long revisionId,
        int revisionNumber,
        String textSha256,
        String originalSha256,
        long originalSize,
        String mediaType,
        ObtainedBy obtainedBy,
        @Nullable String obtainedFrom,
        Instant obtainedAt) {}
