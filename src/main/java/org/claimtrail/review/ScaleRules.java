package org.claimtrail.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a rating scale must be like. Higher means truer: the ordered labels stand from the best to the worst, and their
 * values run from their number down to 1.
 */
public final class ScaleRules {

    public static final int MOST_LABELS = 20;

    private static final int CODE_CHARS = 40;

    private ScaleRules() {}

    /**
     * What is wrong with a label.
     *
     * @param row its place in the scale, from 0
     * @param field the form field it stands beside: {@code label} or {@code value}
     * @param key a message key
     * @param argument for the message
     */
    public record Fault(int row, String field, String key, String argument) {}

    /** All faults of a scale, from the top; empty where it can be stored. */
    public static List<Fault> faults(List<ScaleLabel> labels) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int expected = (int) labels.stream()
                .filter(label -> label.kind() == RatingKind.ORDERED)
                .count();
        for (int row = 0; row < labels.size(); row++) {
            ScaleLabel label = labels.get(row);
            if (!seen.add(label.label().toLowerCase(Locale.ROOT))) {
                faults.add(new Fault(row, "label", "scale.fault.twice", label.label()));
            }
            if (label.kind() == RatingKind.ORDERED) {
                if (label.value() == null || label.value() != expected) {
                    faults.add(new Fault(row, "value", "scale.fault.order", Integer.toString(expected)));
                }
                expected--;
            } else if (label.value() != null) {
                faults.add(new Fault(row, "value", "scale.fault.value", label.label()));
            }
        }
        return faults;
    }

    /** A code for a new label or scale: lower case letters, digits and underscores, unlike those that are taken. */
    static String code(String name, Set<String> taken) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String start = slug.isEmpty() ? "label" : slug.substring(0, Math.min(CODE_CHARS, slug.length()));
        String code = start;
        for (int n = 2; taken.contains(code); n++) {
            code = start + "_" + n;
        }
        return code;
    }
}
