package org.claimtrail.splitting;

import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Reads what a number counts or measures from the words around it; indexes are of words. */
final class UnitReader {

    private static final String DEGREE = "degree";
    private static final int MOST_MODIFIERS = 6;
    private static final int LONGEST_NAME = 3;
    private static final Set<String> POSSESSIVES =
            Set.of("the", "its", "their", "these", "those", "our", "his", "her", "all");
    /** After "a day" these tell when, not how often: "20 people a day earlier". */
    private static final Set<String> NO_RATE = Set.of("ago", "after", "before", "earlier", "later", "of", "into");

    /** Before "year" these make it a date: "2.1 last year". */
    private static final Set<String> OTHER_TIMES = Set.of("last", "next", "previous", "past", "this");

    private static final Set<String> VERBS_IN_S = Set.of("was", "has", "does", "says");

    /**
     * A unit that was read.
     *
     * @param end index of the word after it
     * @param measured whether it is of measure or money, not a thing counted
     */
    record Unit(String name, int end, boolean measured) {}

    /** An amount's currency, from where it is written before the digits. */
    record Currency(String name, int start) {}

    private final List<Token> tokens;

    UnitReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    private boolean is(int at, Tag... tags) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(tags);
    }

    /** The currency written before the amount that begins at a word, or null: "$", "US $", "EUR". */
    @Nullable
    Currency currencyBefore(int at) {
        String two = at < 2 ? null : Units.currency(text(at - 2), text(at - 1));
        if (two != null) {
            return new Currency(two, at - 2);
        }
        String one = Units.currency(text(at - 1));
        boolean letter =
                text(at - 1).length() == 1 && Character.isLetter(text(at - 1).charAt(0));
        return one == null || letter ? null : new Currency(one, at - 1);
    }

    /** The unit after the number that ends before a word, with what it is taken per, or null. */
    @Nullable
    Unit after(int end, Numeral number) {
        int at = end + Comparators.wordsAfter(tokens, end);
        Unit unit = measure(at, !number.spelled());
        if (unit == null) {
            unit = counted(at, number);
        }
        return unit == null ? null : perSomething(unit);
    }

    /** Whether things in the plural stand at a word: "homes", "new homes". */
    boolean isManyThings(int at) {
        Unit things = counted(at, new Numeral(at, 2, true, null));
        return things != null && !things.measured && isPlural(things.end - 1) || word(at).equals("people");
    }

    /** What an amount of money that ends before a word is taken per. */
    Unit rate(String currency, int at) {
        int end = word(at).equals("us") || word(at).equals("u.s.") ? at + 1 : at;
        Unit rate = perSomething(new Unit(currency, end, true));
        return rate.end == end ? new Unit(currency, at, true) : rate;
    }

    private @Nullable Unit measure(int at, boolean digits) {
        if (Units.isShape(word(at))) {
            Unit side = measure(at + 1, digits);
            String name = Units.shaped(word(at), side == null ? null : side.name);
            return side == null || name == null ? null : new Unit(name, side.end, true);
        }
        Unit named = named(at);
        if (named != null) {
            return named.name.equals(DEGREE) ? degrees(named) : named;
        }
        String sign = digits && at < tokens.size() ? Units.sign(text(at)) : null;
        return sign == null ? hyphenated(at) : new Unit(sign, at + 1, true);
    }

    /** "degrees Celsius", "degrees F". */
    private Unit degrees(Unit degree) {
        Unit scale = named(degree.end);
        String name = scale != null ? scale.name : Units.sign(text(degree.end));
        return name != null && name.startsWith(DEGREE + " ") ? new Unit(name, degree.end + 1, true) : degree;
    }

    private @Nullable Unit named(int at) {
        String phrase = "";
        Unit longest = null;
        for (int i = at; i < Math.min(tokens.size(), at + LONGEST_NAME); i++) {
            phrase += (i == at ? "" : " ") + Plurals.singular(word(i));
            String name = Units.word(phrase);
            if (name != null) {
                longest = new Unit(name, i + 1, true);
            }
        }
        return longest;
    }

    /** "50 year-old", "43.4 percent-owned". */
    private @Nullable Unit hyphenated(int at) {
        int hyphen = word(at).indexOf('-');
        boolean measured = hyphen > 0 && Units.word(word(at).substring(0, hyphen)) != null;
        String unit = measured ? Units.written(word(at)) : null;
        return unit == null ? null : new Unit(unit, at + 1, true);
    }

    private @Nullable Unit counted(int from, Numeral number) {
        int first = afterOf(from, number);
        if (isMistakenTag(first, number)) {
            return new Unit(Plurals.singular(word(first)), first + 1, false);
        }
        int limit = Math.min(tokens.size(), first + MOST_MODIFIERS);
        int at = first;
        while (at < limit && isModifier(at, limit) && !isOtherTime(at)) {
            Unit people = is(at + 1, Tag.NOUN, Tag.PROPN, Tag.ADJ) ? null : properNoun(at);
            if (people != null) {
                return people;
            }
            at++;
        }
        Unit measure = at > from && at < limit ? modifiedMeasure(from, at) : null;
        if (measure != null) {
            return measure;
        }
        int end = isNoun(at, limit) ? endOfNoun(at, limit, number) : at;
        if (isOwner(end)) {
            return word(from).equals("of") ? counted(end + 1, number) : null;
        }
        if (end > at) {
            return new Unit(Plurals.singular(word(end - 1)), end, false);
        }
        return at > first + 1 ? properNoun(at - 1) : capitals(first, number);
    }

    /** Where what is counted begins: after "of the" too, after "the" in "half the", and after "of a" where a part of one is told. */
    private int afterOf(int from, Numeral number) {
        boolean of = word(from).equals("of");
        String next = of ? word(from + 1) : word(from);
        boolean article = number.value() < 1 && (next.equals("a") || next.equals("an"));
        boolean skipped = article || POSSESSIVES.contains(next) && (of || number.value() < 1);
        return from + (of ? 1 : 0) + (skipped ? 1 : 0);
    }

    /** "20 more euros", "90 million of the 2.4 billion crowns". */
    private @Nullable Unit modifiedMeasure(int from, int at) {
        Unit measure = measure(at, false);
        if (measure == null || isOwner(measure.end)) {
            return null;
        }
        Unit unit = Units.isMoney(measure.name) ? foreign(measure, at) : measure;
        return word(from).equals("of") ? new Unit(unit.name, from, true) : unit;
    }

    private int endOfNoun(int from, int limit, Numeral number) {
        int at = from;
        while (isNoun(at + 1, limit) && isPartOfName(at, number)) {
            at++;
        }
        return at + 1;
    }

    /** "80 of other people's ballots" counts ballots. */
    private boolean isOwner(int end) {
        return word(end).equals("'s");
    }

    private boolean isOtherTime(int at) {
        return OTHER_TIMES.contains(word(at)) && !isPlural(at + 1);
    }

    /** "Jamaican dollar". */
    private Unit foreign(Unit money, int at) {
        boolean adjective = tokens.get(at - 1).isCapitalised() && Units.word(word(at - 1) + " " + money.name) == null;
        return adjective ? new Unit(text(at - 1) + " " + money.name, money.end, true) : money;
    }

    private boolean isNoun(int at, int limit) {
        return at < limit
                && is(at, Tag.NOUN)
                && word(at).length() > 1
                && !word(at).equals("as")
                && Character.isLetter(word(at).codePointAt(0));
    }

    /** Whether a noun and the next are one name; "ships sank" and "one proposal asks" are not, whatever their tags. */
    private boolean isPartOfName(int at, Numeral number) {
        return number.value() == 1 ? !isPlural(at + 1) : !isPlural(at) || isPlural(at + 1);
    }

    private boolean isPlural(int at) {
        return Plurals.isPlural(word(at));
    }

    /** "19 fouls proves": after a number other than one a form in "s" is a noun. */
    private boolean isMistakenTag(int at, Numeral number) {
        boolean noun = isPlural(at) && word(at).indexOf('-') < 0 && !VERBS_IN_S.contains(word(at));
        return noun && number.value() > 1 && is(at, Tag.VERB, Tag.ADJ, Tag.X);
    }

    /** "Americans", "World Cups". */
    private @Nullable Unit properNoun(int at) {
        boolean plural = is(at, Tag.PROPN) && word(at).endsWith("s") && isPlural(at);
        String one = Plurals.singular(word(at));
        return plural ? new Unit(text(at).substring(0, 1) + one.substring(1), at + 1, false) : null;
    }

    /** "0.5 WAR". */
    private @Nullable Unit capitals(int at, Numeral number) {
        String text = text(at);
        boolean capitals =
                text.length() > 1 && text.length() < 6 && text.chars().allMatch(Character::isUpperCase);
        boolean last = at + 1 >= tokens.size() || tokens.get(at + 1).isPunctuation();
        return capitals && last && !number.spelled() ? new Unit(text, at + 1, false) : null;
    }

    private boolean isModifier(int at, int limit) {
        boolean verb = is(at, Tag.VERB, Tag.ADV) && at + 1 < limit && is(at + 1, Tag.NOUN, Tag.ADJ, Tag.VERB);
        boolean joint = is(at, Tag.CCONJ) && is(at - 1, Tag.ADJ, Tag.PROPN) && is(at + 1, Tag.ADJ, Tag.PROPN, Tag.NOUN);
        return is(at, Tag.ADJ, Tag.PROPN, Tag.NUM) || verb || joint;
    }

    private Unit perSomething(Unit unit) {
        String joint = word(unit.end);
        if (joint.equals("per")) {
            Unit whole = measure(unit.end + 1, true);
            if (whole == null && is(unit.end + 1, Tag.NOUN)) {
                whole = new Unit(Plurals.singular(word(unit.end + 1)), unit.end + 2, true);
            }
            return per(unit, whole);
        }
        if (joint.equals("/")) {
            return per(unit, measure(unit.end + 1, true));
        }
        if (!joint.equals("a") && !joint.equals("an")) {
            return unit;
        }
        Unit whole = named(unit.end + 1);
        boolean share = word(unit.end + 1).equals("share");
        boolean rate = whole != null && !Units.isMoney(whole.name) && !NO_RATE.contains(word(whole.end));
        return rate ? per(unit, whole) : share ? per(unit, new Unit("share", unit.end + 2, true)) : unit;
    }

    private static Unit per(Unit unit, @Nullable Unit whole) {
        return whole == null ? unit : new Unit(unit.name + " per " + whole.name, whole.end, unit.measured);
    }
}
