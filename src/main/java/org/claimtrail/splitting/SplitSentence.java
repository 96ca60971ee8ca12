package org.claimtrail.splitting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the text and what was found in it.
 *
 * @param start first code point, 0-based, never white space
 * @param end code point after the last, never white space before it
 * @param checkworthy whether a claim in it is worth checking
 * @param score 0 to 1, the best of its claims
 * @param reasons the reasons of its claims
 * @param notCheckable why it is not worth checking, null where it is
 * @param attributions every report of speech, belief, wish or demand in it, checkable or not
 * @param quantities every quantity in it
 * @param times every time in it that could be resolved
 * @param claims the claims proposed
 */
public record SplitSentence(
        int start,
        int end,
        boolean checkworthy,
        double score,
        List<Reason> reasons,
        @Nullable NotCheckable notCheckable,
        List<Attribution> attributions,
        List<Quantity> quantities,
        List<TimeExpression> times,
        List<Candidate> claims) {

    public SplitSentence {
        reasons = List.copyOf(reasons);
        attributions = List.copyOf(attributions);
        quantities = List.copyOf(quantities);
        times = List.copyOf(times);
        claims = List.copyOf(claims);
    }
}
