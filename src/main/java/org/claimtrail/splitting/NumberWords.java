package org.claimtrail.splitting;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers written in digits or in words. */
final class NumberWords {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
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
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("million", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("lakh", 1e5),
            Map.entry("crore", 1e7),
            Map.entry("dozen", 12.0),
            Map.entry("mln", 1e6),
            Map.entry("bn", 1e9),
            Map.entry("tn", 1e12),
            Map.entry("m", 1e6),
            Map.entry("k", 1e3),
            Map.entry("b", 1e9));
    private static final Set<String> LETTER_SCALES = Set.of("m", "k", "b", "bn", "mln", "tn");

    private NumberWords() {}

    /** A count in digits or a word from "a" to "twelve". */
    static int small(String word) {
        if (word.equals("a") || word.equals("an")) {
            return 1;
        }
        Integer known = SMALL.get(word);
        return known != null ? known : Integer.parseInt(word);
    }

    /** Value of one word from "zero" to "ninety", also hyphenated ("twenty-three"), or null. */
    static @Nullable Integer below100(String word) {
        Integer known = SMALL.get(word);
        int hyphen = word.indexOf('-');
        if (known != null || hyphen < 0) {
            return known;
        }
        Integer tens = SMALL.get(word.substring(0, hyphen));
        Integer ones = SMALL.get(word.substring(hyphen + 1));
        return tens != null && ones != null && tens >= 20 && ones < 10 ? Integer.valueOf(tens + ones) : null;
    }

    /** What a scale word multiplies by, or null; plurals count. */
    static @Nullable Double scale(String word) {
        Double known = SCALE.get(word);
        return known != null || !word.endsWith("s") ? known : SCALE.get(word.substring(0, word.length() - 1));
    }

    static boolean isLetterScale(String word) {
        return LETTER_SCALES.contains(word);
    }

    /** Value of digits with any grouping ("1,00,000") and a decimal point, or null. */
    static @Nullable Double digits(String word) {
        if (word.length() > 24 || !Character.isDigit(word.charAt(0))) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        int points = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
            } else if (c == '.') {
                plain.append(c);
                points++;
            } else if (c != ',' || points > 0) {
                return null;
            }
        }
        return points > 1 ? null : Double.valueOf(plain.toString());
    }
}
