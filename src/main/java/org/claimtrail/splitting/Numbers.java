package org.claimtrail.splitting;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers among the words of a sentence, in digits or spelled out; indexes are of words. */
final class Numbers {

    /** "5km", "$3.5bn" without its sign, "6.1-inch", "USD10m". */
    private static final Pattern GLUED = Pattern.compile("([a-z]{0,3})(\\d[\\d,.]*)-?([a-z/]{0,12}\\d?(?:-old)?)");

    private static final Pattern SPELLED_COMPOUND = Pattern.compile("([a-z]+)-([a-z]+(?:-old)?)");
    private static final List<String> ORDINAL = List.of("st", "nd", "rd", "th", "s");
    private static final int LONGEST = 24;
    private static final double PRECISION = 1e6;

    private final List<Token> tokens;

    Numbers(List<Token> tokens) {
        this.tokens = tokens;
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    /** The number that begins at a word, or null. */
    @Nullable
    Numeral number(int at) {
        String word = word(at);
        if (word.isEmpty() || word.length() > LONGEST) {
            return null;
        }
        Double digits = NumberWords.digits(word);
        if (digits != null) {
            return scaled(at + 1, digits);
        }
        if (word.equals("half") && word(at + 1).equals("a")) {
            Double scale = NumberWords.scale(word(at + 2));
            return scale == null ? null : new Numeral(at + 3, scale / 2, true, null);
        }
        boolean one = (word.equals("a") || word.equals("an")) && NumberWords.scale(word(at + 1)) != null;
        if (one && !NumberWords.isLetterScale(word(at + 1))) {
            return spelled(at + 1, 1);
        }
        if (NumberWords.below100(word) != null) {
            return spelled(at, 0);
        }
        Numeral glued = glued(at, word);
        return glued != null ? glued : compound(at, word);
    }

    private @Nullable Numeral glued(int at, String word) {
        Matcher matcher = GLUED.matcher(word);
        if (!matcher.matches()) {
            return null;
        }
        String prefix = matcher.group(1);
        String suffix = matcher.group(3);
        Double value = NumberWords.digits(matcher.group(2));
        String currency = Units.currency(prefix);
        boolean known = prefix.isEmpty() || currency != null;
        if (value == null || !known || ORDINAL.contains(suffix)) {
            return null;
        }
        boolean money = currency != null || Units.currency(word(at - 1)) != null;
        if (suffix.isEmpty() || NumberWords.isLetterScale(suffix) && (money || !suffix.equals("m"))) {
            Double scale = suffix.isEmpty() ? Double.valueOf(1) : NumberWords.scale(suffix);
            return new Numeral(at + 1, rounded(value * Objects.requireNonNull(scale)), false, currency);
        }
        String unit = Units.abbreviated(suffix);
        boolean written = word.indexOf('-') > 0 && suffix.length() > 2;
        return unit == null && !written ? null : new Numeral(at + 1, value, false, unit == null ? suffix : unit);
    }

    /** "five-year". */
    private static @Nullable Numeral compound(int at, String word) {
        Matcher matcher = SPELLED_COMPOUND.matcher(word);
        if (!matcher.matches()) {
            return null;
        }
        Integer value = NumberWords.below100(matcher.group(1));
        String unit = matcher.group(2);
        boolean measured = Units.isMeasure(unit) || Units.isMeasure(unit.split("-")[0]);
        return value == null || !measured ? null : new Numeral(at + 1, value, true, unit);
    }

    private Numeral scaled(int at, double value) {
        int end = at;
        double result = value;
        Double scale = NumberWords.scale(word(end));
        boolean money = NumberWords.isLetterScale(word(end)) && Units.currency(word(at - 2)) != null;
        while (scale != null
                && (!NumberWords.isLetterScale(word(end)) || money)
                && !word(end).endsWith("s")) {
            result *= scale;
            end++;
            scale = NumberWords.scale(word(end));
        }
        return new Numeral(end, rounded(result), false, null);
    }

    private static double rounded(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }

    private Numeral spelled(int at, double start) {
        double total = 0;
        double current = start;
        int end = at;
        while (end < tokens.size()) {
            String word = word(end);
            Integer small = NumberWords.below100(word);
            Double scale = NumberWords.scale(word);
            boolean named = !NumberWords.isLetterScale(word) && !word.endsWith("s");
            if (small != null && takes(current, small)) {
                current += small;
            } else if (scale != null && named && (end > at || start > 0)) {
                current = Math.max(1, current) * scale;
                if (scale >= 1000) {
                    total += current;
                    current = 0;
                }
            } else if (!isJoining(end, at, current)) {
                break;
            }
            end++;
        }
        return new Numeral(end, total + current, true, null);
    }

    /** "twenty" takes "three", "two hundred" takes "twenty"; "three" takes nothing. */
    private static boolean takes(double current, int small) {
        boolean full = current % 10 != 0 && current > 0;
        boolean tens = current >= 20 && current < 100 && small >= 10;
        return !full && !tens && (current == 0 || current >= 20);
    }

    private boolean isJoining(int end, int at, double current) {
        return word(end).equals("and") && end > at && NumberWords.below100(word(end + 1)) != null && current >= 100;
    }
}
