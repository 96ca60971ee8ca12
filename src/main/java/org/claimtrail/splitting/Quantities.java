package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Reads the quantities of a sentence: value, unit and comparator. Dates, ordinals and names are none. */
final class Quantities {

    private static final Map<String, String> COMPARATOR = Map.ofEntries(
            Map.entry("about", "~"),
            Map.entry("around", "~"),
            Map.entry("approximately", "~"),
            Map.entry("roughly", "~"),
            Map.entry("some", "~"),
            Map.entry("nearly", "~"),
            Map.entry("almost", "~"),
            Map.entry("circa", "~"),
            Map.entry("estimated", "~"),
            Map.entry("over", ">"),
            Map.entry("above", ">"),
            Map.entry("exceeding", ">"),
            Map.entry("under", "<"),
            Map.entry("below", "<"),
            Map.entry("exactly", "="));
    private static final Set<String> NO_QUANTITY_AFTER =
            words("no number chapter article section phase act level day round"
                    + " category magnitude version page boeing flight highway route interstate");
    private static final Set<String> PERSON_VERBS = words(
            "killed killing kill kills dead died wounded injured injuring" + " wounding arrested hospitalized missing");

    /** A quantity by UTF-16 indexes. */
    record Found(
            int start,
            int end,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            String comparator) {}

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private final List<Token> tokens;
    private final List<Times.Found> times;
    private final Numbers numbers;
    private final List<Found> found = new ArrayList<>();

    private Quantities(List<Token> tokens, List<Times.Found> times) {
        this.tokens = tokens;
        this.times = times;
        this.numbers = new Numbers(tokens);
    }

    static List<Found> in(List<Token> tokens, List<Times.Found> times) {
        Quantities quantities = new Quantities(tokens, times);
        int at = 0;
        while (at < tokens.size()) {
            at = quantities.at(at);
        }
        return quantities.found;
    }

    private int at(int at) {
        Token token = tokens.get(at);
        if (isInTime(token)) {
            return at + 1;
        }
        if (isRoundPlural(at)) {
            return roundPlural(at);
        }
        if (isOnce(at)) {
            int end = token.isWord("as") ? at + 3 : at + 1;
            found.add(new Found(
                    token.start(),
                    tokens.get(end - 1).end(),
                    token.isWord("twice") ? 2.0 : 1.0,
                    null,
                    null,
                    "time",
                    "="));
            return end;
        }
        if (token.isWord("a") && word(at + 1).equals("couple") && word(at + 2).equals("of")) {
            return plain(at, new Numeral(at + 3, 2, true, null));
        }
        Numeral number = numbers.number(at);
        if (number == null || isNoCount(at, number)) {
            return at + 1;
        }
        return range(at, number);
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private boolean isInTime(Token token) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).end() <= token.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < times.size() && times.get(low).start() < token.end();
    }

    /** "once" as a count, also spun into "as soon as" where no clause follows. */
    private boolean isOnce(int at) {
        String word = word(at);
        boolean spun =
                word.equals("as") && word(at + 1).equals("soon") && word(at + 2).equals("as");
        if (spun) {
            return at + 3 < tokens.size()
                    && tokens.get(at + 3).is(Tag.ADP)
                    && at > 0
                    && tokens.get(at - 1).is(Tag.VERB);
        }
        boolean after = at > 0 && tokens.get(at - 1).is(Tag.VERB, Tag.NOUN, Tag.AUX);
        return word.equals("twice")
                || word.equals("once")
                        && after
                        && !word(at + 1).equals("more")
                        && !word(at - 1).equals("at")
                        && at + 1 < tokens.size()
                        && !tokens.get(at + 1).is(Tag.PROPN, Tag.PRON, Tag.DET);
    }

    /** "tens of thousands", "hundreds of thousands", "dozens", "tens of 1000's". */
    private boolean isRoundPlural(int at) {
        String word = word(at);
        return (word.equals("tens") && word(at + 1).equals("of"))
                || List.of("dozens", "hundreds", "thousands", "millions", "billions")
                        .contains(word);
    }

    private int roundPlural(int at) {
        double base = 1;
        int end = at;
        int i = at;
        while (i < tokens.size()) {
            String word = word(i);
            Double scale = word.equals("tens") ? Double.valueOf(10) : NumberWords.scale(word);
            if (scale == null && i > at) {
                scale = NumberWords.digits(word);
            }
            if (scale == null) {
                break;
            }
            base *= scale;
            end = i + 1;
            if (word(end).equals("'s") || word(end).equals("s")) {
                end++;
            }
            if (!word(end).equals("of")) {
                break;
            }
            i = end + 1;
        }
        double high = word(at).equals("dozens") ? base / 12 * 99 : base * 10 - 1;
        found.add(new Found(
                tokens.get(at).start(), tokens.get(end - 1).end(), null, base, high, Units.after(tokens, end), "~"));
        return end;
    }

    private boolean isNoCount(int at, Numeral number) {
        Token token = tokens.get(at);
        String before = word(at - 1);
        String after = word(number.end());
        if (number.spelled() && token.isWord("one")) {
            return !isCountedOne(at, after);
        }
        if (NO_QUANTITY_AFTER.contains(before) && !number.spelled()
                || before.equals("#")
                || before.equals("[")
                || after.equals("/")) {
            return true;
        }
        if (at > 0
                && tokens.get(at - 1).is(Tag.PROPN)
                && !isUnitAhead(number.end())
                && !isCurrencyWord(before)
                && !number.spelled()
                && number.unit() == null
                && number.value() < 3000) {
            return true;
        }
        if (token.text().indexOf(':') > 0) {
            return true;
        }
        boolean clock = after.equals("a.m.")
                || after.equals("p.m.")
                || after.equals("am")
                || after.equals("pm")
                || after.equals("utc")
                || after.equals("a.m")
                || after.equals("p.m");
        return clock
                || token.text().startsWith("0")
                        && token.text().length() > 1
                        && token.text().charAt(1) != '.';
    }

    private static boolean isCurrencyWord(String word) {
        return Units.currency(word) != null;
    }

    private boolean isCountedOne(int at, String after) {
        boolean noun = at + 1 < tokens.size() && tokens.get(at + 1).is(Tag.NOUN, Tag.ADJ);
        boolean spared = Set.of("thing", "another", "day", "of", "side", "hand", "way", "who", "that")
                .contains(after);
        return NumberWords.scale(after) != null
                || noun
                        && !spared
                        && !word(at - 1).equals("no")
                        && !word(at - 1).equals("this")
                        && !word(at - 1).equals("that");
    }

    private boolean isUnitAhead(int at) {
        return at < tokens.size() && (tokens.get(at).is(Tag.NOUN) || word(at).equals("%"));
    }

    private int range(int at, Numeral first) {
        int middle = first.end();
        String joint = word(middle);
        boolean dash = joint.equals("-") || joint.equals("–") || joint.equals("—");
        boolean between = joint.equals("and") && word(at - 1).equals("between");
        if (middle + 1 < tokens.size() && (dash || between || joint.equals("to"))) {
            Numeral second = numbers.number(middle + 1);
            if (second != null
                    && second.value() > first.value()
                    && !isInTime(tokens.get(middle + 1))
                    && (!joint.equals("to") || !word(at - 1).equals("by"))) {
                double scale = first.value() < 1000
                                && second.value() >= 1000
                                && NumberWords.scale(word(second.end() - 1)) != null
                        ? java.util.Objects.requireNonNull(NumberWords.scale(word(second.end() - 1)))
                        : 1;
                int start = between ? at - 1 : start(at);
                addFound(start, second, first.value() * scale, "=", at);
                return second.end();
            }
        }
        return plain(at, first);
    }

    private int plain(int at, Numeral number) {
        int start = start(at);
        String comparator = "=";
        int before = start - 1;
        String one = word(before);
        String two = word(before - 1) + " " + one;
        if (two.equals("at least") || two.equals("no fewer") || two.equals("the least")) {
            comparator = ">=";
            start = two.equals("the least") ? before - 2 : before - 1;
        } else if (two.equals("at most") || two.equals("up to")) {
            comparator = "<=";
            start = before - 1;
        } else if (two.equals("more than") || two.equals("greater than")) {
            comparator = ">";
            start = before - 1;
        } else if (two.equals("less than") || two.equals("fewer than")) {
            comparator = "<";
            start = before - 1;
        } else if (COMPARATOR.containsKey(one)) {
            comparator = java.util.Objects.requireNonNull(COMPARATOR.get(one));
            start = one.equals("estimated") && word(before - 1).equals("an") ? before - 1 : before;
        } else if (one.equals("the") && number.value() == 2 && number.end() - at == 1) {
            start = before;
        }
        start = Math.max(0, start);
        if (word(number.end()).equals("or") && word(number.end() + 1).equals("more")) {
            comparator = ">=";
        }
        addFound(start, number, null, comparator, at);
        return number.end();
    }

    /** Takes in a currency sign that stands before the digits. */
    private int start(int at) {
        return at > 0 && isCurrencyWord(word(at - 1)) ? at - 1 : at;
    }

    private void addFound(int start, Numeral number, @Nullable Double low, String comparator, int numberAt) {
        String currency = numberAt > 0 ? Units.currency(word(numberAt - 1)) : null;
        String unit = currency != null ? currency : number.unit();
        if (unit == null) {
            unit = Units.after(tokens, number.end());
        }
        if (unit == null && numberAt > 0 && isPersonContext(numberAt)) {
            unit = "person";
        }
        int unitEnd = unitEnd(number.end(), currency != null);
        found.add(new Found(
                tokens.get(start).start(),
                tokens.get(Math.max(number.end(), unitEnd) - 1).end(),
                low == null ? number.value() : null,
                low,
                low == null ? null : number.value(),
                unit,
                comparator));
    }

    private boolean isPersonContext(int at) {
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (PERSON_VERBS.contains(word(i))) {
                return true;
            }
        }
        return word(at - 1).equals("the") || PERSON_VERBS.contains(word(at + 1)) || PERSON_VERBS.contains(word(at + 2));
    }

    private int unitEnd(int at, boolean money) {
        String word = word(at);
        if (Units.isPercent(tokens, at)) {
            return word.equals("per") ? at + 2 : at + 1;
        }
        return !money && at < tokens.size() && Units.isMeasure(word) ? at + 1 : at;
    }
}
