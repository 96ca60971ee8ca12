package org.claimtrail.claim;

import java.util.List;
import java.util.regex.Pattern;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Words quoted from an article's text, and which of the places that have them is meant.
 *
 * @param exact the words, with LF line ends
 * @param start where they begin, in code points; goes before the occurrence
 * @param occurrence which time they occur, from 1; null where they occur once
 */
public record Quote(
        String exact, @Nullable Integer start, @Nullable Integer occurrence) {

    /** The longest passage that can be marked by hand, in code points. */
    public static final int MAX = 2_000;

    private static final Pattern LONE_LF = Pattern.compile("(?<!\r)\n");

    /** Where the words stand. */
    PassageSpan place(CodePoints text) {
        if (exact.isBlank()) {
            throw new Refused("claim.refused.no-words");
        }
        if (exact.codePointCount(0, exact.length()) > MAX) {
            throw new Refused("claim.refused.passage-too-long", MAX);
        }
        String words = exact;
        List<Integer> places = text.occurrences(words);
        if (places.isEmpty()) {
            // A text that came in with CRLF keeps it; what a browser quotes of it has LF.
            words = LONE_LF.matcher(exact).replaceAll("\r\n");
            places = text.occurrences(words);
        }
        if (places.isEmpty()) {
            throw new Refused("claim.refused.words-not-found");
        }
        int at = start != null && places.contains(start) ? start : counted(places);
        return PassageSpan.of(text, at, at + words.codePointCount(0, words.length()));
    }

    private int counted(List<Integer> places) {
        if (occurrence == null && places.size() > 1) {
            throw new Refused("claim.refused.words-in-several-places", places.size());
        }
        int number = occurrence == null ? 1 : occurrence;
        if (number < 1 || number > places.size()) {
            throw new Refused("claim.refused.no-such-occurrence", places.size());
        }
        return places.get(number - 1);
    }
}
