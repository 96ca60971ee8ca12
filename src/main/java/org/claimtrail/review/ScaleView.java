package org.claimtrail.review;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rating scale as its admin sees it.
 *
 * @param version the newest
 * @param labels of the newest version, in their order
 * @param ruleVersion counts the changes of the rule
 * @param uses how many verdicts stand on each version, the newest first
 */
public record ScaleView(
        String code,
        int version,
        String name,
        List<ScaleLabel> labels,
        SecondReviewRule rule,
        boolean retired,
        int ruleVersion,
        List<Use> uses) {

    /** What the newest version calls the label with this code; null where it has none. */
    public @Nullable String labelOf(@Nullable String labelCode) {
        return labels.stream()
                .filter(l -> l.code() != null && l.code().equals(labelCode))
                .map(ScaleLabel::label)
                .findFirst()
                .orElse(null);
    }

    /** The labels of the newest version that these leave out. */
    public List<String> without(List<ScaleLabel> next) {
        Set<String> kept = new HashSet<>();
        next.forEach(l -> kept.add(Objects.requireNonNullElse(l.code(), "")));
        return labels.stream()
                .filter(l -> !kept.contains(l.code()))
                .map(ScaleLabel::label)
                .toList();
    }

    /** One version, and the drafts and verdicts that are rated on it. */
    public record Use(int version, int verdicts) {}
}
