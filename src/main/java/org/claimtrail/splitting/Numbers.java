package org.claimtrail.splitting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the numbers among the words of a sentence, in digits or spelled out; indexes are of words. */
final class Numbers {

    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th", "s", "'s");
    private static final Set<String> TRIES = Set.of(
            "games", "matches", "starts", "innings", "races", "attempts", "tries", "appearances", "outings", "tests");
    /** What stands behind a number and a hyphen without being a unit: "a 30-strong choir". */
    private static final Set<String> BARE_SUFFIXES = Set.of("strong", "odd", "plus", "something", "ish");

    private static final String MINUS = "minus";
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_PREFIX = 6;

    private final String text;
    private final List<Token> tokens;
    private final SpelledNumbers spelled;
    private final UnitReader units;

    Numbers(String text, List<Token> tokens, UnitReader units) {
        this.text = text;
        this.tokens = tokens;
        this.units = units;
        this.spelled = new SpelledNumbers(tokens);
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    /** The number that begins at a word or at its sign, or null. */
    @Nullable
    Numeral at(int at) {
        if (isMinus(at)) {
            Numeral positive = quotient(at + 1);
            return positive == null || positive.value() < 0
                    ? null
                    : new Numeral(positive.end(), -positive.value(), positive.spelled(), positive.unit());
        }
        return quotient(at);
    }

    private boolean isMinus(int at) {
        String word = word(at);
        if (word.equals(MINUS) || word.equals("negative")) {
            return !word(at - 1).equals("or");
        }
        if (!word.equals("-") && !word.equals("−") || at + 1 >= tokens.size()) {
            return false;
        }
        boolean attached = tokens.get(at).end() == tokens.get(at + 1).start();
        boolean apart = at == 0 || tokens.get(at - 1).end() < tokens.get(at).start() || isOpening(word(at - 1));
        boolean range = at > 0 && Character.isDigit(word(at - 1).codePointAt(0));
        return attached && apart && !range;
    }

    private static boolean isOpening(String word) {
        return word.equals("(") || Units.currency(word) != null;
    }

    /** "one out of three", "1 in 20", "two over three". */
    private @Nullable Numeral quotient(int at) {
        Numeral top = plain(at);
        if (top == null || top.unit() != null) {
            return top;
        }
        boolean outOf = word(top.end()).equals("out") && word(top.end() + 1).equals("of");
        boolean over = word(top.end()).equals("over");
        boolean in = word(top.end()).equals("in");
        if (!outOf && !over && !in || units.currencyBefore(at) != null) {
            return top;
        }
        int bottomAt = top.end() + (outOf ? 2 : 1);
        Numeral bottom = plain(word(bottomAt).equals("every") ? bottomAt + 1 : bottomAt);
        if (bottom == null || bottom.unit() != null || bottom.value() == 0) {
            return top;
        }
        boolean smaller = top.value() < bottom.value();
        boolean share = outOf && smaller || in && smaller && isShare(at, top, bottom) || over && isLast(bottom.end());
        return share ? new Numeral(bottom.end(), top.value() / bottom.value(), true, null) : top;
    }

    /** "one in five adults", but not "three in 24 hours" or "two in 10 games". */
    private boolean isShare(int at, Numeral top, Numeral bottom) {
        boolean round = bottom.value() == 10 || bottom.value() == 100 || bottom.value() == 1000;
        boolean leads = at == 0 || Comparators.before(tokens, at) != null;
        Numeral none = new Numeral(bottom.end(), bottom.value(), true, null);
        UnitReader.Unit unit = units.after(bottom.end(), none);
        boolean timed = unit != null && unit.measured() || TRIES.contains(word(bottom.end()));
        return (top.value() == 1 || round || leads && bottom.value() < 10) && !timed;
    }

    private boolean isLast(int at) {
        return at >= tokens.size() || !Character.isLetterOrDigit(word(at).codePointAt(0));
    }

    private @Nullable Numeral plain(int at) {
        if (at >= tokens.size() || word(at).length() > LONGEST_WORD) {
            return null;
        }
        Token token = tokens.get(at);
        int first = firstDigit(token);
        if (first < 0) {
            boolean couple = word(at).equals("a")
                    && word(at + 1).equals("couple")
                    && word(at + 2).equals("of");
            return couple ? spelled.scaled(at + 3, 2, true) : spelled.at(at);
        }
        if (first == 0) {
            return digits(at, token.start(), units.currencyBefore(at) != null, null);
        }
        String prefix = token.text().substring(0, first);
        if (prefix.toLowerCase(Locale.ROOT).equals(MINUS + "-")) {
            Numeral positive = digits(at, token.start() + first, false, null);
            return positive == null ? null : new Numeral(positive.end(), -positive.value(), false, positive.unit());
        }
        boolean signed = at > 0
                && tokens.get(at - 1).end() == token.start()
                && Units.currency(tokens.get(at - 1).text()) != null;
        String currency = Units.currency(signed ? tokens.get(at - 1).text() + prefix : prefix);
        return currency == null && !prefix.equals("sub-")
                ? spelled.at(at)
                : digits(at, token.start() + first, currency != null, currency);
    }

    /** Index within the word of the character its digits begin at, or -1. */
    private int firstDigit(Token token) {
        char c = token.text().charAt(0);
        boolean part = c == '.'
                && token.end() < text.length()
                && Character.isDigit(text.charAt(token.end()))
                && token.text().length() == 1;
        if (part || Character.getType(c) == Character.OTHER_NUMBER) {
            return 0;
        }
        for (int i = 0; i < Math.min(token.text().length(), LONGEST_PREFIX + 1); i++) {
            char digit = token.text().charAt(i);
            if (digit >= '0' && digit <= '9') {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Numeral digits(int at, int start, boolean money, @Nullable String currency) {
        Digits digits = Digits.at(text, start);
        if (digits == null) {
            return null;
        }
        int last = at;
        while (last + 1 < tokens.size() && tokens.get(last + 1).start() < digits.end()) {
            last++;
        }
        String suffix = text.substring(
                digits.end(), Math.max(digits.end(), tokens.get(last).end()));
        Numeral numeral = suffix.isEmpty()
                ? scaled(last + 1, digits.value(), money)
                : suffixed(last + 1, digits.value(), suffix, money);
        return numeral == null || currency == null
                ? numeral
                : new Numeral(numeral.end(), numeral.value(), false, currency);
    }

    private Numeral scaled(int end, double value, boolean money) {
        String next = end < tokens.size() ? tokens.get(end).text() : "";
        Double scale = next.equals("b") && !money ? null : NumberWords.shortScale(next, money);
        return scale == null
                ? spelled.scaled(end, value, false)
                : new Numeral(end + 1, Digits.scaled(value, scale), false, null);
    }

    /** "5km", "$3.5bn", "6.1-inch", "1.8-million". */
    private @Nullable Numeral suffixed(int end, double value, String suffix, boolean money) {
        if (suffix.length() > 1 && "-‐‑".indexOf(suffix.charAt(0)) >= 0) {
            return hyphenated(end, value, suffix.substring(1).toLowerCase(Locale.ROOT), money);
        }
        if (value == Math.rint(value) && ORDINAL_ENDINGS.contains(suffix.toLowerCase(Locale.ROOT))) {
            return null;
        }
        boolean counted = suffix.equals("m") && units.isManyThings(end);
        Double scale = NumberWords.scale(suffix);
        Double known = scale != null ? scale : NumberWords.shortScale(suffix, money || counted);
        if (known != null) {
            return new Numeral(end, Digits.scaled(value, known), false, null);
        }
        String unit = Units.sign(suffix);
        return unit == null ? null : new Numeral(end, value, false, unit);
    }

    /** "6.1-inch", "$2-million-a-year", "30-strong". */
    private static @Nullable Numeral hyphenated(int end, double value, String suffix, boolean money) {
        String[] words = suffix.split("-", 2);
        Double scale = NumberWords.scale(words[0]);
        double scaled = scale == null ? value : Digits.scaled(value, scale);
        String rest = scale == null ? suffix : words.length == 2 ? words[1] : "";
        if (money) {
            return new Numeral(end, scaled, false, Units.rate(rest));
        }
        if (rest.isEmpty() || BARE_SUFFIXES.contains(rest)) {
            return new Numeral(end, scaled, false, null);
        }
        String unit = ORDINAL_ENDINGS.contains(rest) ? null : Units.written(rest);
        return unit == null ? null : new Numeral(end, scaled, false, unit);
    }
}
