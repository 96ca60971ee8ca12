package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.UnitReader.Unit;
import org.jspecify.annotations.Nullable;

/** Reads the quantities of a sentence: value, unit and comparator. Dates, ordinals and names are none. */
final class Quantities {

    private static final Set<String> ROUND =
            Set.of("dozens", "hundreds", "thousands", "millions", "billions", "trillions");
    private static final Set<String> DASHES = Set.of("-", "–", "—");
    private static final Set<String> JOINTS = Set.of("-", "–", "—", "to", "or");
    private static final Set<String> PERIODS =
            Set.of("minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century");
    private static final String TIME = "time";
    private static final int DOZEN = 12;
    private static final int MOST_DOZENS = 99;
    /** How far from an amount the number that it changed to still shares its unit, in words. */
    private static final int UNIT_REACH = 6;

    /** A quantity by UTF-16 indexes. */
    record Found(
            int start,
            int end,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            String comparator) {}

    private final List<Token> tokens;
    private final List<Times.Found> times;
    private final UnitReader units;
    private final Numbers numbers;
    private final NamingNumbers names;
    private final ImpliedUnits implied;
    private final List<Found> found = new ArrayList<>();
    /** The unit of a quantity that "from" stands before, until another follows, and the word after it. */
    private @Nullable String changing;

    private int changingEnd;

    private Quantities(String text, List<Token> tokens, List<Times.Found> times) {
        this.tokens = tokens;
        this.times = times;
        this.units = new UnitReader(tokens);
        this.numbers = new Numbers(text, tokens, units);
        this.names = new NamingNumbers(tokens);
        this.implied = new ImpliedUnits(tokens);
    }

    static List<Found> in(String text, List<Token> tokens, List<Times.Found> times) {
        Quantities quantities = new Quantities(text, tokens, times);
        int at = 0;
        while (at < tokens.size()) {
            at = quantities.at(at);
        }
        return quantities.found;
    }

    /** Takes what begins at a word. @return index of the word to go on at */
    private int at(int at) {
        if (isInTime(tokens.get(at))) {
            return at + 1;
        }
        if (isRoundPlural(at)) {
            return roundPlural(at);
        }
        if (isOnce(at)) {
            return once(at);
        }
        Numeral number = numbers.at(at);
        if (number == null) {
            return at + 1;
        }
        int scoreEnd = scoreEnd(at, number);
        return scoreEnd > at ? scoreEnd : isNaming(at, number) ? at + 1 : range(at, number);
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private boolean is(int at, Tag... tags) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(tags);
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

    private boolean isNaming(int at, Numeral number) {
        boolean dated = DASHES.contains(word(at - 1)) && at > 1 && isInTime(tokens.get(at - 2));
        return dated
                || number.value() == 1 && number.spelled() && TIME.equals(number.unit())
                || units.currencyBefore(at) == null && names.isOne(at, number, units.after(number.end(), number));
    }

    /** "once" as a count, also spun into "as soon as" where no clause follows. */
    private boolean isOnce(int at) {
        String word = word(at);
        if (word.equals("as") && word(at + 1).equals("soon") && word(at + 2).equals("as")) {
            return is(at + 3, Tag.ADP) && is(at - 1, Tag.VERB);
        }
        boolean clause = is(at + 1, Tag.PROPN, Tag.PRON, Tag.DET, Tag.NOUN, Tag.ADJ);
        boolean idiom = word(at + 1).equals("more") || word(at - 1).equals("at");
        return word.equals("twice")
                || word.equals("once")
                        && is(at - 1, Tag.VERB, Tag.NOUN, Tag.AUX)
                        && at + 1 < tokens.size()
                        && !idiom
                        && (!clause || word(at + 1).equals("a"));
    }

    private int once(int at) {
        int end = word(at).equals("as") ? at + 3 : at + 1;
        double value = word(at).equals("twice") ? 2 : 1;
        found.add(new Found(from(at), to(end), value, null, null, TIME, Comparators.EXACT));
        return end;
    }

    /** "tens of thousands", "hundreds of thousands", "dozens", "tens of 1000's". */
    private boolean isRoundPlural(int at) {
        return word(at).equals("tens") && word(at + 1).equals("of") || ROUND.contains(word(at));
    }

    private int roundPlural(int at) {
        double base = 1;
        int end = at;
        int next = at;
        Double scale = roundScale(at, at);
        while (scale != null) {
            base *= scale;
            end = next + 1;
            if (word(end).equals("'s") || word(end).equals("s")) {
                end++;
            }
            next = end + 1;
            scale = word(end).equals("of") ? roundScale(next, at) : null;
        }
        double high = word(at).equals("dozens") ? base / DOZEN * MOST_DOZENS : base * 10 - 1;
        Numeral number = new Numeral(end, base, true, null);
        Unit unit = units.after(end, number);
        String name = unit != null ? unit.name() : implied.of(at, number);
        found.add(new Found(from(at), to(end), null, base, high, name, Comparators.ABOUT));
        return end;
    }

    private @Nullable Double roundScale(int at, int first) {
        if (word(at).equals("tens")) {
            return 10.0;
        }
        Double scale = NumberWords.scale(word(at));
        Numeral digits = scale == null && at > first ? numbers.at(at) : null;
        return digits == null ? scale : Double.valueOf(digits.value());
    }

    /** "5 to 7", "between 20 and 25 million", "three or four"; a score or an address has no unit and is left out. */
    private int range(int at, Numeral first) {
        int middle = first.end() + (isSuspended(first.end()) ? 1 : 0);
        String joint = word(middle);
        int start = start(at);
        boolean between = joint.equals("and") && word(start - 1).equals("between");
        if (!between && !JOINTS.contains(joint)) {
            return plain(at, first);
        }
        UnitReader.Currency currency = units.currencyBefore(middle + 2);
        int secondAt = middle + (currency != null && currency.start() == middle + 1 ? 2 : 1);
        Numeral second = secondAt < tokens.size() && !isInTime(tokens.get(secondAt)) ? numbers.at(secondAt) : null;
        if (second == null) {
            return plain(at, first);
        }
        double low = Digits.scaled(first.value(), sharedScale(first, second));
        if (!isRising(at, joint, low, second)) {
            return plain(at, sharing(at, joint, first, secondAt, second));
        }
        Comparators.Found compared = between ? null : Comparators.before(tokens, start);
        return compared == null
                ? found(between ? start - 1 : start, at, second, low, Comparators.EXACT)
                : found(compared.start(), at, second, low, compared.comparator());
    }

    /** Whether the hyphen of "18- to 24-year-old" stands at a word. */
    private boolean isSuspended(int at) {
        return word(at).equals("-")
                && (word(at + 1).equals("to") || word(at + 1).equals("or"));
    }

    private boolean isRising(int at, String joint, double low, Numeral second) {
        boolean change = joint.equals("to") && word(at - 1).equals("by") && !isMeasured(second);
        boolean near = !joint.equals("or") || second.value() <= 2 * low;
        return second.value() > low && !change && near;
    }

    /** The first number of "from 6.3 to 6.1 percent" with the unit of the second. */
    private Numeral sharing(int at, String joint, Numeral first, int secondAt, Numeral second) {
        boolean falls = joint.equals("to") && word(at - 1).equals("from") && first.unit() == null;
        Unit unit = falls && start(secondAt) == secondAt ? unit(secondAt, second) : null;
        return unit != null && unit.measured()
                ? new Numeral(first.end(), first.value(), first.spelled(), unit.name())
                : first;
    }

    private boolean isMeasured(Numeral number) {
        Unit unit = units.after(number.end(), number);
        return number.unit() != null || unit != null && unit.measured();
    }

    /** The "million" of "20 to 25 million", 1 where the first number has its own. */
    private double sharedScale(Numeral first, Numeral second) {
        Double scale = NumberWords.scale(word(second.end() - 1));
        if (scale == null) {
            String last = tokens.get(second.end() - 1).text();
            scale = NumberWords.shortScale(last.replaceAll("^[\\d.,]+", ""), true);
        }
        boolean shared = scale != null && first.value() < 1000 && second.value() / scale > first.value();
        return shared && scale != null ? scale : 1;
    }

    /** Index after "3-1" or "16–18" where nothing is counted: a score or an address; else the index given. */
    private int scoreEnd(int at, Numeral first) {
        int secondAt = first.end() + 1;
        if (!DASHES.contains(word(first.end())) || start(at) != at) {
            return at;
        }
        Numeral second = secondAt < tokens.size() && start(secondAt) == secondAt ? numbers.at(secondAt) : null;
        boolean plain = second != null && !first.spelled() && first.unit() == null && second.unit() == null;
        if (second == null || !plain) {
            return at;
        }
        Unit unit = units.after(second.end(), second);
        boolean score = unit == null || first.value() >= second.value() && !unit.measured();
        return score ? Math.max(second.end(), scoreEnd(secondAt, second)) : at;
    }

    /** "cut by a fifth over six years" tells how long, "lasted over six years" tells more than six. */
    private boolean isDuring(int start, Numeral number) {
        Unit unit = units.after(number.end(), number);
        return word(start - 1).equals("over")
                && is(start - 2, Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.PUNCT)
                && unit != null
                && PERIODS.contains(unit.name());
    }

    private int plain(int at, Numeral number) {
        int start = start(at);
        Comparators.Found compared = isDuring(start, number) ? null : Comparators.before(tokens, start);
        boolean below = word(at).startsWith("sub-");
        String comparator = below ? Comparators.LESS : compared != null ? compared.comparator() : Comparators.EXACT;
        String after = Comparators.after(tokens, number.end());
        if (compared != null) {
            start = compared.start();
        } else if (word(start - 1).equals("the") && number.value() == 2 && number.end() - at == 1) {
            start--;
        }
        return found(start, at, number, null, after != null ? after : comparator);
    }

    /** Takes in a currency sign that stands before the digits. */
    private int start(int at) {
        UnitReader.Currency currency = units.currencyBefore(at);
        return currency == null ? at : currency.start();
    }

    /**
     * Takes a number with its unit.
     *
     * @param numberAt where the number stands, the first one of a range
     * @param low the lower end of a range that {@code number} ends, else null
     * @return index of the word to go on at
     */
    private int found(int start, int numberAt, Numeral number, @Nullable Double low, String comparator) {
        Unit unit = unit(numberAt, number);
        String name = unit != null ? unit.name() : implied.of(numberAt, number);
        boolean measured = unit != null && unit.measured();
        int end = unit != null && measured ? unit.end() : number.end();
        Double value = low == null ? Double.valueOf(number.value()) : null;
        Double high = low == null ? null : Double.valueOf(number.value());
        found.add(new Found(from(start), to(end), value, low, high, name, comparator));
        changing = measured && word(start - 1).equals("from") ? name : null;
        changingEnd = end;
        return end;
    }

    private @Nullable Unit unit(int numberAt, Numeral number) {
        UnitReader.Currency currency = units.currencyBefore(numberAt);
        if (currency != null) {
            return number.unit() == null
                    ? units.rate(currency.name(), number.end())
                    : new Unit(currency.name() + " " + number.unit(), number.end(), true);
        }
        if (number.unit() != null) {
            return units.rate(number.unit(), number.end());
        }
        String magnitude = implied.magnitude(numberAt, number);
        if (magnitude != null) {
            return new Unit(magnitude, number.end(), false);
        }
        Unit after = units.after(number.end(), number);
        boolean changed = after == null && word(numberAt - 1).equals("to") && numberAt - changingEnd <= UNIT_REACH;
        return changed && changing != null ? new Unit(changing, number.end(), true) : after;
    }

    /** Where the text of a quantity begins, never before the end of the one before. */
    private int from(int start) {
        int before = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
        int at = start;
        while (at + 1 < tokens.size() && tokens.get(at).start() < before) {
            at++;
        }
        return tokens.get(at).start();
    }

    private int to(int end) {
        return tokens.get(end - 1).end();
    }
}
