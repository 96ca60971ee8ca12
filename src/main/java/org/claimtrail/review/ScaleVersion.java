package org.claimtrail.review;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of a rating scale: its name and its labels in their order, the truest first. */
public record ScaleVersion(String code, int version, String name, List<Label> labels) {

    private static final int CODE_LENGTH = 40;

    /**
     * One label.
     *
     * @param code stays when the label is renamed
     * @param value 1 for the worst of the ordered labels, their number for the best; null for any other
     */
    public record Label(
            String code,
            String label,
            RatingKind kind,
            @Nullable Integer value) {}

    public @Nullable Integer best() {
        int ordered = ordered().size();
        return ordered == 0 ? null : ordered;
    }

    public @Nullable Integer worst() {
        return ordered().isEmpty() ? null : 1;
    }

    public List<Label> ordered() {
        return labels.stream().filter(l -> l.kind() == RatingKind.ORDERED).toList();
    }

    /** A code for a new label: its letters and digits in lower case, told apart from those that are taken. */
    public static String codeFor(String label, Set<String> taken) {
        String slug = label.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]+", "_")
                .replaceAll("^_|_$", "");
        String stem = slug.isEmpty() ? "label" : slug.substring(0, Math.min(CODE_LENGTH, slug.length()));
        String code = stem;
        for (int n = 2; taken.contains(code); n++) {
            code = stem + "_" + n;
        }
        return code;
    }
}
