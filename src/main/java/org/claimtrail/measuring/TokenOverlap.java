package org.claimtrail.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How alike two statements are by their words, whatever the order: F1 over the multiset of words. */
final class TokenOverlap {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    private TokenOverlap() {}

    static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace("'s", " s");
        return WORD.matcher(plain).results().map(match -> match.group()).toList();
    }

    /** 0 to 1. */
    static double f1(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        List<String> rest = new ArrayList<>(b);
        int common = 0;
        for (String word : a) {
            if (rest.remove(word)) {
                common++;
            }
        }
        return 2.0 * common / (a.size() + b.size());
    }
}
