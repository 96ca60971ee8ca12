package org.claimtrail.splitting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim proposed for review.
 *
 * @param text the claim worded to stand alone, in the article's words
 * @param spans the passages of the text that support it, in order, at least one
 * @param kind what it is about
 * @param checkworthy whether its score reaches the threshold
 * @param score 0 to 1
 * @param reasons what speaks for checking it
 * @param speaker who is reported to have said it, without title, or null
 * @param quantities the quantities of its passages
 * @param times the times of its passages
 */
public record Candidate(
        String text,
        List<Span> spans,
        ClaimKind kind,
        boolean checkworthy,
        double score,
        List<Reason> reasons,
        @Nullable String speaker,
        List<Quantity> quantities,
        List<TimeExpression> times) {

    public Candidate {
        spans = List.copyOf(spans);
        reasons = List.copyOf(reasons);
        quantities = List.copyOf(quantities);
        times = List.copyOf(times);
    }
}
