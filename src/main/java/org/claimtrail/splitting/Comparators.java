package org.claimtrail.splitting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that tell whether a number is exact, about right or a bound. */
final class Comparators {

    static final String ABOUT = "~";
    private static final String AT_LEAST = ">=";
    private static final String AT_MOST = "<=";
    private static final String MORE = ">";
    static final String LESS = "<";
    static final String EXACT = "=";

    private static final int LONGEST_PHRASE = 4;
    private static final Map<String, String> BEFORE = Map.ofEntries(
            Map.entry("about", ABOUT),
            Map.entry("around", ABOUT),
            Map.entry("approximately", ABOUT),
            Map.entry("approx", ABOUT),
            Map.entry("roughly", ABOUT),
            Map.entry("some", ABOUT),
            Map.entry("nearly", ABOUT),
            Map.entry("almost", ABOUT),
            Map.entry("circa", ABOUT),
            Map.entry("close to", ABOUT),
            Map.entry("estimated", ABOUT),
            Map.entry("an estimated", ABOUT),
            Map.entry("~", ABOUT),
            Map.entry("≈", ABOUT),
            Map.entry("at least", AT_LEAST),
            Map.entry("at the least", AT_LEAST),
            Map.entry("no fewer than", AT_LEAST),
            Map.entry("not fewer than", AT_LEAST),
            Map.entry("no less than", AT_LEAST),
            Map.entry("not less than", AT_LEAST),
            Map.entry("a minimum of", AT_LEAST),
            Map.entry("≥", AT_LEAST),
            Map.entry("at most", AT_MOST),
            Map.entry("up to", AT_MOST),
            Map.entry("as many as", AT_MOST),
            Map.entry("as much as", AT_MOST),
            Map.entry("no more than", AT_MOST),
            Map.entry("not more than", AT_MOST),
            Map.entry("a maximum of", AT_MOST),
            Map.entry("≤", AT_MOST),
            Map.entry("more than", MORE),
            Map.entry("greater than", MORE),
            Map.entry("higher than", MORE),
            Map.entry("upwards of", MORE),
            Map.entry("in excess of", MORE),
            Map.entry("over", MORE),
            Map.entry("above", MORE),
            Map.entry("exceeding", MORE),
            Map.entry(">", MORE),
            Map.entry("less than", LESS),
            Map.entry("fewer than", LESS),
            Map.entry("lower than", LESS),
            Map.entry("under", LESS),
            Map.entry("below", LESS),
            Map.entry("<", LESS),
            Map.entry("exactly", EXACT));
    private static final Map<String, String> AFTER = Map.of(
            "or more", AT_LEAST,
            "or higher", AT_LEAST,
            "or so", ABOUT,
            "or less", AT_MOST,
            "or fewer", AT_MOST);

    /** A comparator, from the word its phrase begins at. */
    record Found(String comparator, int start) {}

    private Comparators() {}

    /** The one whose phrase ends before a word, or null; the longest phrase wins. */
    static @Nullable Found before(List<Token> tokens, int at) {
        String phrase = "";
        Found longest = null;
        for (int i = at - 1; i >= Math.max(0, at - LONGEST_PHRASE); i--) {
            phrase = tokens.get(i).lower() + (phrase.isEmpty() ? "" : " ") + phrase;
            String comparator = BEFORE.get(phrase);
            if (comparator != null) {
                longest = new Found(comparator, i);
            }
        }
        return longest;
    }

    /** The one whose phrase begins at a word, or null. */
    static @Nullable String after(List<Token> tokens, int at) {
        return switch (wordsAfter(tokens, at)) {
            case 0 -> null;
            case 1 -> AT_LEAST;
            default -> AFTER.get(phrase(tokens, at));
        };
    }

    /** How many words the phrase that begins at a word has, 0 where there is none: 1 in "50+", 2 in "50 or more". */
    static int wordsAfter(List<Token> tokens, int at) {
        if (at < tokens.size() && tokens.get(at).text().equals("+")) {
            return 1;
        }
        return AFTER.containsKey(phrase(tokens, at)) ? 2 : 0;
    }

    private static String phrase(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                ? tokens.get(at).lower() + " " + tokens.get(at + 1).lower()
                : "";
    }
}
