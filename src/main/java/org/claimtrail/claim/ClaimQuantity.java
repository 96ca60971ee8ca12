package org.claimtrail.claim;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A number that a claim gives, with its place in the article revision's text (code points, end exclusive). A range has
 * low and high and no value.
 *
 * @param comparator one of = ~ &gt;= &lt;= &gt; &lt;
 */
@Embeddable
public record ClaimQuantity(
        int startAt,
        int endAt,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String unit,
        String comparator) {}
