package org.claimtrail.review.web;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.claimtrail.history.Revision;

/** Which revisions of a claim visitors see: from its publication on, what changed what they read. */
final class PublicHistory {

    private static final Set<String> ACTIONS = Set.of(
            "published_without_second_review",
            "published_after_second_review",
            "published_after_adjudication",
            "corrected",
            "restored",
            "evidence_attached",
            "evidence_changed",
            "evidence_removed",
            "evidence_put_back");

    private PublicHistory() {}

    static Predicate<Revision> of(List<Revision> all) {
        int first = all.stream()
                .filter(r -> r.after().get("verdict.published") != null)
                .mapToInt(Revision::number)
                .min()
                .orElse(Integer.MAX_VALUE);
        return r -> r.number() >= first && ACTIONS.contains(r.action());
    }
}
