package org.claimtrail.splitting;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What single words say that numbers are made of. */
final class NumberWords {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("nought", 0),
            Map.entry("naught", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));
    private static final Map<String, Double> SCALE = Map.ofEntries(
            Map.entry("dozen", 12.0),
            Map.entry("doz", 12.0),
            Map.entry("dz", 12.0),
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("lakh", 1e5),
            Map.entry("million", 1e6),
            Map.entry("crore", 1e7),
            Map.entry("billion", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("quadrillion", 1e15));
    private static final Map<String, Double> SHORT_SCALE = Map.ofEntries(
            Map.entry("k", 1e3),
            Map.entry("m", 1e6),
            Map.entry("mm", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("mil", 1e6),
            Map.entry("mln", 1e6),
            Map.entry("b", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("bln", 1e9),
            Map.entry("t", 1e12),
            Map.entry("tn", 1e12),
            Map.entry("trn", 1e12),
            Map.entry("tln", 1e12));
    /** Scales that are also units: "5m", "2 mm", "100t". */
    private static final Set<String> AMBIGUOUS_SCALES = Set.of("m", "mm", "t");
    /** Ordinals that are no cardinal with "th"; a "second" divides the minute, not a whole. */
    private static final Map<String, Integer> ORDINAL = Map.of(
            "first", 1, "second", 2, "third", 3, "fifth", 5, "eighth", 8, "ninth", 9, "twelfth", 12, "quarter", 4,
            "half", 2);

    private NumberWords() {}

    /** A count in digits or a word from "a" to "twelve". */
    static int small(String word) {
        if (word.equals("a") || word.equals("an")) {
            return 1;
        }
        Integer known = SMALL.get(word);
        return known != null ? known : Integer.parseInt(word);
    }

    /** Value of one word from "zero" to "ninety", or null. */
    static @Nullable Integer below100(String word) {
        return SMALL.get(word);
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** What a scale word multiplies by, or null; plurals count. */
    static @Nullable Double scale(String word) {
        Double known = SCALE.get(word);
        return known != null || !word.endsWith("s") ? known : SCALE.get(word.substring(0, word.length() - 1));
    }

    /** What a shortened scale behind digits multiplies by, or null; some count only where the digits are money. */
    static @Nullable Double shortScale(String word, boolean money) {
        boolean million = word.equals("M");
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        return money || million || !AMBIGUOUS_SCALES.contains(lower) ? SHORT_SCALE.get(lower) : null;
    }

    /** What an ordinal counts to, or null; plurals ("fifths") count. */
    static @Nullable Double ordinal(String word) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        Integer known = ORDINAL.get(one);
        if (known != null) {
            return Double.valueOf(known);
        }
        String stem = one.endsWith("ieth")
                ? one.substring(0, one.length() - 4) + "y"
                : one.endsWith("th") ? one.substring(0, one.length() - 2) : "";
        Integer small = SMALL.get(stem);
        return small != null ? Double.valueOf(small) : SCALE.get(stem);
    }
}
