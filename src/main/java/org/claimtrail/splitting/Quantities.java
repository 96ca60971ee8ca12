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
    private static final Set<String> PERSON_VERBS = Set.of(
            "killed",
            "killing",
            "kill",
            "kills",
            "dead",
            "died",
            "wounded",
            "injured",
            "injuring",
            "wounding",
            "arrested",
            "hospitalized",
            "missing");
    private static final String PERSON = "person";
    private static final String TIME = "time";
    private static final String MAGNITUDE = "magnitude";
    private static final String YEAR_OLD = "year-old";
    /** "The 47" are people; "the 747" is an aircraft. */
    private static final int SMALL_GROUP = 100;

    private static final int OLDEST = 120;
    private static final int DOZEN = 12;
    private static final int MOST_DOZENS = 99;
    /** How far from "killed" a number without a unit still counts people, in words. */
    private static final int PERSON_REACH = 4;
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
        int scoreEnd = DASHES.contains(word(number.end())) ? scoreEnd(at, number) : at;
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
        return number.value() == 1 && number.spelled() && TIME.equals(number.unit())
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
        add(at, end, new Found(0, 0, value, null, null, TIME, Comparators.EXACT));
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
        String name = unit != null ? unit.name() : isPersonContext(at, number) ? PERSON : null;
        add(at, end, new Found(0, 0, null, base, high, name, "~"));
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
        String joint = word(first.end());
        int start = start(at);
        boolean between = joint.equals("and") && word(start - 1).equals("between");
        if (!between && !JOINTS.contains(joint)) {
            return plain(at, first);
        }
        UnitReader.Currency currency = units.currencyBefore(first.end() + 2);
        int secondAt = first.end() + (currency != null && currency.start() == first.end() + 1 ? 2 : 1);
        Numeral second = secondAt < tokens.size() && !isInTime(tokens.get(secondAt)) ? numbers.at(secondAt) : null;
        if (second == null) {
            return plain(at, first);
        }
        double low = Digits.scaled(first.value(), sharedScale(first, second));
        if (!isRising(at, joint, low, second)) {
            return plain(at, sharing(at, joint, first, secondAt, second));
        }
        Comparators.Found compared = between ? null : Comparators.before(tokens, start);
        if (compared == null) {
            found(between ? start - 1 : start, at, second, low, Comparators.EXACT);
        } else {
            found(compared.start(), at, second, low, compared.comparator());
        }
        return second.end();
    }

    private boolean isRising(int at, String joint, double low, Numeral second) {
        boolean change = joint.equals("to") && word(at - 1).equals("by") && !isMeasured(second);
        boolean near = !joint.equals("or") || second.value() <= 2 * low;
        return second.value() > low && !change && near;
    }

    /** The first number of "from 4.8 to 4.7 percent" with the unit of the second. */
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
        Numeral second = secondAt < tokens.size() && start(secondAt) == secondAt ? numbers.at(secondAt) : null;
        boolean plain = second != null && !first.spelled() && first.unit() == null && second.unit() == null;
        if (second == null || !plain || start(at) != at) {
            return at;
        }
        Unit unit = units.after(second.end(), second);
        boolean score = unit == null || first.value() >= second.value() && !unit.measured();
        return score ? second.end() : at;
    }

    private int plain(int at, Numeral number) {
        int start = start(at);
        Comparators.Found compared = Comparators.before(tokens, start);
        boolean below = word(at).startsWith("sub-");
        String comparator = below ? "<" : compared != null ? compared.comparator() : Comparators.EXACT;
        String after = Comparators.after(tokens, number.end());
        if (compared != null) {
            start = compared.start();
        } else if (word(start - 1).equals("the") && number.value() == 2 && number.end() - at == 1) {
            start--;
        }
        found(start, at, number, null, after != null ? after : comparator);
        return number.end();
    }

    /** Takes in a currency sign that stands before the digits. */
    private int start(int at) {
        UnitReader.Currency currency = units.currencyBefore(at);
        return currency == null ? at : currency.start();
    }

    /** @param numberAt where the number stands, the first one of a range */
    private void found(int start, int numberAt, Numeral number, @Nullable Double low, String comparator) {
        Unit unit = unit(numberAt, number);
        String name = unit != null ? unit.name() : isPersonContext(numberAt, number) ? PERSON : null;
        boolean measured = unit != null && unit.measured();
        int end = unit != null && measured ? unit.end() : number.end();
        Double value = low == null ? Double.valueOf(number.value()) : null;
        Double high = low == null ? null : Double.valueOf(number.value());
        add(start, end, new Found(0, 0, value, low, high, name, comparator));
        changing = measured && word(start - 1).equals("from") ? name : null;
        changingEnd = end;
    }

    private @Nullable Unit unit(int numberAt, Numeral number) {
        UnitReader.Currency currency = units.currencyBefore(numberAt);
        if (currency != null) {
            return units.rate(currency.name(), number.end());
        }
        if (number.unit() != null) {
            return units.rate(number.unit(), number.end());
        }
        Unit after = units.after(number.end(), number);
        if (isMagnitude(numberAt, number)) {
            return new Unit(MAGNITUDE, number.end(), false);
        }
        if (after == null && isAge(numberAt, number)) {
            return new Unit(YEAR_OLD, number.end(), false);
        }
        boolean changed = after == null && word(numberAt - 1).equals("to") && numberAt - changingEnd <= UNIT_REACH;
        return changed && changing != null ? new Unit(changing, number.end(), true) : after;
    }

    /** "magnitude 5.1", "a magnitude of 5.1", "a 5.1 magnitude quake". */
    private boolean isMagnitude(int at, Numeral number) {
        int before = word(at - 1).equals("of") ? at - 2 : at - 1;
        return word(before).equals(MAGNITUDE) || word(number.end()).equals(MAGNITUDE);
    }

    /** "Ada Lund, 45, said", "aged 45". */
    private boolean isAge(int at, Numeral number) {
        boolean years = number.value() > 0 && number.value() < OLDEST && number.end() == at + 1;
        boolean apposed = word(at - 1).equals(",")
                && is(at - 2, Tag.PROPN)
                && word(number.end()).equals(",");
        boolean aged = word(at - 1).equals("aged")
                || word(at - 1).equals("age")
                || word(at - 1).equals("of") && word(at - 2).equals("age");
        return years && (apposed || aged);
    }

    private void add(int start, int end, Found found) {
        int from = tokens.get(start).start();
        int to = tokens.get(end - 1).end();
        this.found.add(new Found(from, to, found.value, found.low, found.high, found.unit, found.comparator));
    }

    private boolean isPersonContext(int at, Numeral number) {
        for (int i = Math.max(0, at - PERSON_REACH); i < at; i++) {
            if (PERSON_VERBS.contains(word(i))) {
                return true;
            }
        }
        return word(at - 1).equals("the") && number.value() < SMALL_GROUP
                || PERSON_VERBS.contains(word(number.end()))
                || PERSON_VERBS.contains(word(number.end() + 1));
    }
}
