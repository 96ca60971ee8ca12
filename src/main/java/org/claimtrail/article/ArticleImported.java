package org.claimtrail.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An article came in and its first revision is stored, in a transaction that is still open. */
public record ArticleImported(
        long articleId,
        long revisionId,
        String text,
        @Nullable LocalDate publishedOn) {}
