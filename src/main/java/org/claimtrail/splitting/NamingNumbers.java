package org.claimtrail.splitting;

import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Tells the numbers that count nothing: those in names, labels, years, clock times, addresses, and "one" as a pronoun. */
final class NamingNumbers {

    private static final Set<String> LABELS = words(
            "no no. nos number numbers chapter article section phase act level day"
                    + " round category version page boeing flight highway route interstate unit room suite apartment gate"
                    + " platform terminal lane exit zone grade season episode series game week volume vol issue part step group"
                    + " class model type figure fig table item verse clause resolution proposition bill title channel apollo");
    private static final Set<String> CLOCK = words("a.m. p.m. a.m p.m am pm utc gmt o'clock bc bce ce b.c.");
    private static final Set<String> SPARED_ONE = words("thing another day of way who that");
    private static final Set<String> DETERMINED = words("no this that which the each every any");
    /** Whole numbers without a comma below this are often part of a name; larger ones hardly ever. */
    private static final double NAME_LIMIT = 3000;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private static final Tag[] NAME_TAGS = {Tag.ADJ, Tag.NOUN, Tag.SYM, Tag.X, Tag.INTJ};

    /** What stands before a capitalised word that does not open a sentence or a quote. */
    private static final Tag[] INSIDE = {Tag.NOUN, Tag.VERB, Tag.ADP, Tag.DET, Tag.AUX, Tag.CCONJ, Tag.PRON, Tag.PROPN};

    private final List<Token> tokens;

    NamingNumbers(List<Token> tokens) {
        this.tokens = tokens;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private boolean is(int at, Tag... tags) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(tags);
    }

    /** @param unit what it seems to count, null where nothing is */
    boolean isOne(int at, Numeral number, UnitReader.@Nullable Unit unit) {
        Token token = tokens.get(at);
        String after = word(number.end());
        if (number.spelled()) {
            boolean label = LABELS.contains(word(at - 1)) && !is(number.end(), Tag.NOUN, Tag.ADJ);
            return label
                    || isSpelledName(at, number)
                    || token.isWord("one") && number.value() == 1 && !isCountedOne(at, after, unit);
        }
        boolean measured = unit != null && unit.measured() || number.unit() != null;
        if (LABELS.contains(word(at - 1)) && !measured
                || word(at - 1).equals("#")
                || word(at - 1).equals("[")
                || CLOCK.contains(after)) {
            return true;
        }
        if (!isPlain(at, number)) {
            return false;
        }
        boolean zeros = token.text().startsWith("0") && token.text().length() > 1;
        return zeros
                || isSlash(number.end(), token.end())
                || isSlash(at - 1, token.start() - 1)
                || !measured
                        && (isYear(at, number, unit) || isAfterName(at, number, unit) || isBeforeName(number, unit));
    }

    /** "Zero Hedge", "the Seven Network". */
    private boolean isSpelledName(int at, Numeral number) {
        boolean capitals = tokens.get(at).isCapitalised()
                && number.end() < tokens.size()
                && tokens.get(number.end()).isCapitalised();
        return capitals && is(number.end(), Tag.PROPN) && is(at - 1, INSIDE);
    }

    /** Whether a word is a slash that begins at an index of the text. */
    private boolean isSlash(int at, int start) {
        return word(at).equals("/") && tokens.get(at).start() == start;
    }

    /** Whether it is a few digits and no more. */
    private boolean isPlain(int at, Numeral number) {
        return number.end() == at + 1 && NumberWords.isDigits(tokens.get(at).text());
    }

    /** "below 2005 levels", but not "more than 2005 sheep". */
    private boolean isYear(int at, Numeral number, UnitReader.@Nullable Unit unit) {
        boolean year = number.value() >= FIRST_YEAR
                && number.value() < LAST_YEAR
                && tokens.get(at).text().length() == 4;
        boolean round = number.value() % 100 == 0;
        boolean counts = unit != null && !unit.name().equals("level") && Comparators.before(tokens, at) != null;
        return year && !round && !counts;
    }

    private boolean isAfterName(int at, Numeral number, UnitReader.@Nullable Unit unit) {
        if (at == 0 || number.value() >= NAME_LIMIT) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean mixed = !before.isCapitalised() && before.text().chars().anyMatch(Character::isUpperCase);
        boolean name = before.is(Tag.PROPN) || at > 1 && before.isCapitalised() && before.is(NAME_TAGS);
        boolean counts = unit != null
                && is(number.end(), Tag.NOUN, Tag.ADJ)
                && !tokens.get(number.end()).isCapitalised()
                && Plurals.isPlural(word(unit.end() - 1));
        return mixed || name && !counts;
    }

    /** "358 Elm Street", "the 787 Dreamliner". */
    private boolean isBeforeName(Numeral number, UnitReader.@Nullable Unit unit) {
        boolean name = number.end() < tokens.size() && tokens.get(number.end()).isCapitalised();
        boolean counts = unit != null && (unit.end() > number.end() + 1 || Plurals.isPlural(word(number.end())));
        return name && !counts && is(number.end(), Tag.PROPN, Tag.NOUN, Tag.ADJ);
    }

    private boolean isCountedOne(int at, String after, UnitReader.@Nullable Unit unit) {
        boolean measured = unit != null && unit.measured();
        boolean noun = is(at + 1, Tag.NOUN, Tag.ADJ) || is(at + 1, Tag.PROPN) && measured;
        boolean idiom = (after.equals("hand") || after.equals("side"))
                && (word(at - 1).equals("on") || word(at - 1).equals("the"));
        boolean pointedAt = DETERMINED.contains(word(at - 1)) && !measured;
        return noun && !idiom && !pointedAt && !SPARED_ONE.contains(after);
    }
}
