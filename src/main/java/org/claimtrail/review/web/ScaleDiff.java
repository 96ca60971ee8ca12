package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimtrail.review.ScaleVersion;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/** What a new version of a scale changes, in sentences. */
final class ScaleDiff {

    private ScaleDiff() {}

    /** @param old null for a new scale, where nothing is changed */
    static List<String> between(@Nullable ScaleVersion old, ScaleVersion next, Sentences sentences) {
        List<String> lines = new ArrayList<>();
        if (old == null) {
            return lines;
        }
        if (!old.name().equals(next.name())) {
            lines.add(sentences.say("scale.diff.name", shown(old.name()), shown(next.name())));
        }
        for (ScaleVersion.Label label : next.labels()) {
            ScaleVersion.Label before = find(old, label.code());
            if (before == null) {
                lines.add(sentences.say("scale.diff.added", shown(label.label())));
                continue;
            }
            if (!before.label().equals(label.label())) {
                lines.add(sentences.say("scale.diff.renamed", shown(before.label()), shown(label.label())));
            }
            if (before.kind() != label.kind()) {
                lines.add(sentences.say(
                        "scale.diff.kind",
                        shown(label.label()),
                        "#scale.kind." + before.kind().code(),
                        "#scale.kind." + label.kind().code()));
            } else if (!Objects.equals(before.value(), label.value())) {
                lines.add(sentences.say(
                        "scale.diff.value",
                        shown(label.label()),
                        Objects.toString(before.value()),
                        Objects.toString(label.value())));
            }
        }
        for (ScaleVersion.Label label : old.labels()) {
            if (find(next, label.code()) == null) {
                lines.add(sentences.say("scale.diff.removed", shown(label.label())));
            }
        }
        if (lines.isEmpty() && !old.labels().equals(next.labels())) {
            lines.add(sentences.say("scale.diff.order"));
        }
        return lines;
    }

    /** A quoted text is never taken for a message key. */
    private static String shown(String text) {
        return "“" + text + "”";
    }

    private static ScaleVersion.@Nullable Label find(ScaleVersion scale, String code) {
        return scale.labels().stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
