package org.claimtrail.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrail.claim.ClaimState;
import org.jspecify.annotations.Nullable;

/** What a claim must have before its verdict can be published; each rule names what is missing. */
final class PublicationPolicies {

    private PublicationPolicies() {}

    /** What the rules look at. */
    record Case(ClaimState state, boolean hidden, @Nullable RatingKind rating, String explanation, int evidence) {}

    /** What every public verdict has, also after a correction. */
    private static final List<Function<Case, Optional<String>>> CONTENT = List.of(
            c -> missing(c.rating() == null, "rating"),
            c -> missing(c.explanation().isBlank(), "explanation"),
            c -> missing(c.evidence() == 0 && c.rating() != RatingKind.NO_FINDING, "evidence"));

    /** What it takes besides to become public. */
    private static final List<Function<Case, Optional<String>>> MOMENT =
            List.of(c -> missing(c.state() != ClaimState.IN_REVIEW, "review"), c -> missing(c.hidden(), "shown"));

    /** The message keys of what is missing; empty where it can be published. */
    static List<String> missing(Case claim) {
        List<String> missing = new ArrayList<>(apply(MOMENT, claim));
        missing.addAll(missingContent(claim));
        return missing;
    }

    /** The message keys of what a verdict that is public would lack. */
    static List<String> missingContent(Case claim) {
        return apply(CONTENT, claim);
    }

    private static List<String> apply(List<Function<Case, Optional<String>>> rules, Case claim) {
        return rules.stream()
                .map(rule -> rule.apply(claim))
                .flatMap(Optional::stream)
                .map(what -> "review.missing." + what)
                .toList();
    }

    private static Optional<String> missing(boolean isMissing, String what) {
        return isMissing ? Optional.of(what) : Optional.empty();
    }
}
