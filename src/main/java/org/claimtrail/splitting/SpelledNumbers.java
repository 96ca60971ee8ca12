package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers spelled out, fractions among them; the parts of a hyphenated word count as words. */
final class SpelledNumbers {

    private static final double HUNDRED = 100;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final Set<String> OPENERS = Set.of("a", "an", "half", "quarter");
    private static final String HYPHENS = "-‐‑";
    /** No number is longer; a longer word is not taken apart. */
    private static final int LONGEST = 60;

    private static final Set<String> BEFORE_HALF = Set.of(
            "by", "to", "about", "nearly", "almost", "than", "over", "under", "around", "roughly", "approximately");
    private static final Set<String> AFTER_HALF =
            Set.of("of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "all", "these", "those");
    /** After these a half or a quarter is a part of the year or of a match. */
    private static final Set<String> BEFORE_PERIODS = Set.of(
            "last",
            "past",
            "previous",
            "next",
            "first",
            "second",
            "third",
            "final",
            "opening",
            "closing",
            "consecutive",
            "straight",
            "latter",
            "other",
            "each",
            "every");

    private record Part(String word, int token, boolean isLast) {}

    /** A number up to an index of parts. */
    private record Spelled(double value, int end) {}

    private final List<Part> parts = new ArrayList<>();
    private final int[] firstPart;

    SpelledNumbers(List<Token> tokens) {
        firstPart = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            firstPart[i] = parts.size();
            String word = tokens.get(i).lower();
            boolean compound =
                    HYPHENS.chars().anyMatch(hyphen -> word.indexOf(hyphen) >= 0) && word.length() <= LONGEST;
            String[] words = compound ? word.split("[" + HYPHENS + "]") : new String[] {word};
            for (int j = 0; j < words.length; j++) {
                parts.add(new Part(words[j], i, j == words.length - 1));
            }
            if (words.length == 0) {
                parts.add(new Part("-", i, true));
            }
        }
        firstPart[tokens.size()] = parts.size();
    }

    private String word(int part) {
        return part >= 0 && part < parts.size() ? parts.get(part).word() : "";
    }

    /** The number that begins at a word, or null. */
    @Nullable
    Numeral at(int token) {
        int from = firstPart[token];
        if (!isBeginning(word(from))) {
            return null;
        }
        Spelled fraction = fraction(from);
        if (fraction != null && isFraction(from, fraction.end)) {
            Numeral numeral = numeral(fraction);
            if (numeral != null) {
                return numeral;
            }
        }
        Spelled whole = cardinal(from, true);
        return whole == null ? null : numeral(decimal(whole));
    }

    private static boolean isBeginning(String word) {
        return NumberWords.below100(word) != null || NumberWords.scale(word) != null || OPENERS.contains(word);
    }

    /** Digits that end before a word, with the scales that follow: "4 hundred million", "3 million and a half". */
    Numeral scaled(int token, double digits, boolean isSpelled) {
        Spelled scaled = sum(Cardinal.ofDigits(digits), firstPart[token], true);
        Numeral numeral = numeral(scaled);
        return numeral == null
                ? new Numeral(token, digits, isSpelled, null)
                : new Numeral(numeral.end(), numeral.value(), isSpelled, numeral.unit());
    }

    /** Null where the number ends within a word whose rest is no unit. */
    private @Nullable Numeral numeral(Spelled spelled) {
        Part last = parts.get(Math.max(0, spelled.end - 1));
        if (spelled.end == 0 || last.isLast()) {
            int end = spelled.end == 0 ? 0 : last.token() + 1;
            return new Numeral(end, spelled.value, true, null);
        }
        StringBuilder rest = new StringBuilder(word(spelled.end));
        for (int i = spelled.end + 1; i < parts.size() && parts.get(i).token() == last.token(); i++) {
            rest.append('-').append(word(i));
        }
        String unit = Units.written(rest.toString());
        return unit == null ? null : new Numeral(last.token() + 1, spelled.value, true, unit);
    }

    private @Nullable Spelled cardinal(int from, boolean joins) {
        boolean article = isArticle(from);
        if (article && NumberWords.scale(word(from + 1)) == null) {
            return null;
        }
        boolean bare = NumberWords.scale(word(from)) != null
                && !word(from).endsWith("s")
                && (NumberWords.scale(word(from + 1)) != null || word(from - 1).equals("every"));
        Cardinal number = article || bare ? Cardinal.one() : Cardinal.empty();
        int start = article ? from + 1 : from;
        Spelled sum = sum(number, start, joins);
        return sum.end == start ? null : sum;
    }

    private Spelled sum(Cardinal number, int from, boolean joins) {
        int at = from;
        while (at < parts.size()) {
            Integer small = small(at);
            if (small != null && !isOfDivisor(number, small, at) && number.take(small)) {
                at++;
            } else if (number.isStarted() && number.take(NumberWords.scale(word(at)))) {
                at++;
            } else if (isSpacedHyphen(number, at) || joins && isJoined(number, at)) {
                at++;
            } else {
                return joins ? withRest(number, at) : new Spelled(number.value(), at);
            }
        }
        return new Spelled(number.value(), at);
    }

    /** A number below a hundred, in digits only as in "3 hundred and 21". */
    private @Nullable Integer small(int at) {
        String word = word(at);
        boolean digits = word(at - 1).equals("and") && word.length() <= 2 && NumberWords.isDigits(word);
        return digits ? Integer.valueOf(word) : NumberWords.below100(word);
    }

    /** "fifty - two". */
    private boolean isSpacedHyphen(Cardinal number, int at) {
        Integer ones = NumberWords.below100(word(at + 1));
        return word(at).equals("-") && number.isTens() && ones != null && ones > 0 && ones < 10;
    }

    /** "thirty" in "one hundred thirty fifths" belongs to the thirty-fifths. */
    private boolean isOfDivisor(Cardinal number, int small, int at) {
        Double next = NumberWords.ordinal(word(at + 1));
        return number.isHundreds()
                && small >= 20
                && next != null
                && next < 10
                && word(at + 1).endsWith("s")
                && !word(at - 1).equals("and");
    }

    /** "two hundred and five", but not "between two hundred and five hundred". */
    private boolean isJoined(Cardinal number, int at) {
        if (!word(at).equals("and") || !number.isHundreds() || small(at + 1) == null) {
            return false;
        }
        Double scale = NumberWords.scale(word(at + 2));
        Spelled part = addedPart(at + 1);
        return (scale == null || scale != HUNDRED) && (part == null || part.value >= 1);
    }

    /** "and two thirds", "million and a half", "two thousand and two hundred". */
    private Spelled withRest(Cardinal number, int end) {
        Spelled sum = new Spelled(number.value(), end);
        if (!word(end).equals("and") || !number.isStarted()) {
            return sum;
        }
        Spelled part = addedPart(end + 1);
        if (part != null && part.value < 1 && !number.isClosed()) {
            return times(part.end, number.value() + part.value);
        }
        Spelled fraction = part == null ? null : times(part.end, part.value);
        if (fraction != null && fraction.value < 1) {
            double of = number.lastScale() >= MILLION ? number.lastScale() : 1;
            return new Spelled(number.value() + fraction.value * of, fraction.end);
        }
        Spelled rest = fraction != null ? fraction : spelledRest(number, end + 1);
        boolean smaller = number.isClosed() && rest != null && rest.value < number.lastScale();
        return smaller && rest != null ? new Spelled(number.value() + rest.value, rest.end) : sum;
    }

    /** A part that a sum may take in: "and a half", but not "and half its staff" or "and a third of the town". */
    private @Nullable Spelled addedPart(int from) {
        Spelled part = word(from).equals("half") ? null : part(from, false);
        boolean scaled = part != null && times(part.end, part.value).end > part.end;
        return part != null && (scaled || !AFTER_HALF.contains(word(part.end))) ? part : null;
    }

    /** What "and" adds to thousands or millions; after digits only hundreds, as "3 million and two ships" are two. */
    private @Nullable Spelled spelledRest(Cardinal number, int from) {
        Spelled rest = NumberWords.isDigits(word(from)) || isAfterBetween(from) ? null : cardinal(from, false);
        boolean spoken = rest != null && rest.value < THOUSAND && (rest.value >= HUNDRED || !number.startsInDigits());
        return spoken ? rest : null;
    }

    private boolean isAfterBetween(int end) {
        for (int i = end - 1; i >= Math.max(0, end - 6); i--) {
            if (word(i).equals("between")) {
                return true;
            }
        }
        return false;
    }

    private boolean isArticle(int at) {
        return word(at).equals("a") || word(at).equals("an");
    }

    /** "half a million", "two thirds of a million", or no more than "two thirds". */
    private @Nullable Spelled fraction(int from) {
        Spelled part = part(from, true);
        return part == null ? null : times(part.end, part.value);
    }

    /** "two thirds", "a quarter", "half". */
    private @Nullable Spelled part(int from, boolean joins) {
        Spelled top = numerator(from, joins);
        if (top == null) {
            return null;
        }
        int at = word(top.end).equals("-") && top.end > from ? top.end + 1 : top.end;
        Spelled bottom = divisor(at);
        if (bottom == null || word(bottom.end - 1).endsWith("s") != top.value > 1) {
            return null;
        }
        return new Spelled(top.value / bottom.value, bottom.end);
    }

    private @Nullable Spelled numerator(int from, boolean joins) {
        String word = word(from);
        if (word.equals("half") || word.equals("quarter")) {
            return new Spelled(1, from);
        }
        Spelled whole = cardinal(from, joins);
        return whole == null && isArticle(from) ? new Spelled(1, from + 1) : whole;
    }

    private @Nullable Spelled divisor(int from) {
        Double ordinal = NumberWords.ordinal(word(from));
        if (ordinal != null) {
            boolean rank = word(from).startsWith("first") || word(from).startsWith("second");
            return rank ? null : new Spelled(ordinal, from + 1);
        }
        Spelled base = cardinal(from, false);
        if (base == null || base.value < 20 || base.value % 10 != 0) {
            return null;
        }
        int last = word(base.end).equals("and") ? base.end + 1 : base.end;
        Double ones = NumberWords.ordinal(word(last));
        return ones == null || ones >= 20 ? null : new Spelled(base.value + ones, last + 1);
    }

    /** "half a million", "a quarter million", "two thirds of a million". */
    private Spelled times(int end, double fraction) {
        int at = word(end).equals("of") && isArticle(end + 1) ? end + 2 : isArticle(end) ? end + 1 : end;
        Double scale = NumberWords.scale(word(at));
        return scale == null ? new Spelled(fraction, end) : new Spelled(Digits.scaled(fraction, scale), at + 1);
    }

    /** Whether what may be a fraction is one: "a third of", but not "a third man" or "the last three quarters". */
    private boolean isFraction(int from, int end) {
        String first = word(from);
        String next = word(end);
        boolean scaled = NumberWords.scale(word(end - 1)) != null;
        if (first.equals("half") && !scaled) {
            boolean period = BEFORE_PERIODS.contains(word(from - 1));
            return BEFORE_HALF.contains(word(from - 1)) || AFTER_HALF.contains(next) && !period;
        }
        if (first.equals("quarter")) {
            return scaled;
        }
        if (isArticle(from) && !scaled) {
            boolean alone = from == 0 && (next.isEmpty() || !Character.isLetterOrDigit(next.codePointAt(0)));
            return alone || next.equals("of") || BEFORE_HALF.contains(word(from - 1));
        }
        return !word(end - 1).startsWith("quarter") || isPartInQuarters(from, end);
    }

    /** "three quarters of", but not "two quarters", "the last three quarters" or "for three quarters". */
    private boolean isPartInQuarters(int from, int end) {
        boolean proper = !word(from).equals("two") && !word(from).equals("four");
        boolean period = word(from - 1).equals("for") || word(from - 1).equals("in");
        return proper
                && !BEFORE_PERIODS.contains(word(from - 1))
                && (!period || word(end).equals("of"));
    }

    /** "two hundred point zero three". */
    private Spelled decimal(Spelled whole) {
        if (!word(whole.end).equals("point")) {
            return whole;
        }
        StringBuilder decimals = new StringBuilder();
        int at = whole.end + 1;
        Spelled next = cardinal(at, false);
        while (next != null && next.value < HUNDRED) {
            decimals.append((int) next.value);
            at = next.end;
            next = cardinal(at, false);
        }
        return decimals.isEmpty() ? whole : new Spelled(Double.parseDouble((long) whole.value + "." + decimals), at);
    }
}
