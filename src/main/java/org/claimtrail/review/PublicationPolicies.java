package org.claimtrail.review;

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

    private static final List<Function<Case, Optional<String>>> RULES = List.of(
            c -> missing(c.state() != ClaimState.IN_REVIEW, "review"),
            c -> missing(c.rating() == null, "rating"),
            c -> missing(c.explanation().isBlank(), "explanation"),
            c -> missing(c.evidence() == 0 && c.rating() != RatingKind.NO_FINDING, "evidence"),
            c -> missing(c.hidden(), "shown"));

    /** The message keys of what is missing, most basic first; empty where it can be published. */
    static List<String> missing(Case claim) {
        return RULES.stream()
                .map(rule -> rule.apply(claim))
                .flatMap(Optional::stream)
                .map(what -> "review.missing." + what)
                .toList();
    }

    private static Optional<String> missing(boolean isMissing, String what) {
        return isMissing ? Optional.of(what) : Optional.empty();
    }
}
