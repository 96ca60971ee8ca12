package org.claimtrail.splitting;

import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** What a number counts where the sentence says so elsewhere than behind it: magnitudes, ages and people. */
final class ImpliedUnits {

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
    private static final Set<String> AGES = Set.of("age", "aged", "ages");
    private static final String PERSON = "person";
    private static final String MAGNITUDE = "magnitude";
    private static final String YEAR_OLD = "year-old";
    private static final int OLDEST = 120;
    /** "The 47" are people; "the 747" is an aircraft. */
    private static final int SMALL_GROUP = 100;
    /** How far from "killed" a number without a unit still counts people, in words. */
    private static final int REACH = 4;

    private final List<Token> tokens;

    ImpliedUnits(List<Token> tokens) {
        this.tokens = tokens;
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    /** "magnitude 5.1", "a magnitude of 5.1", "a 5.1 magnitude quake". */
    @Nullable
    String magnitude(int at, Numeral number) {
        int before = word(at - 1).equals("of") ? at - 2 : at - 1;
        boolean named = word(before).equals(MAGNITUDE) || word(number.end()).equals(MAGNITUDE);
        return named ? MAGNITUDE : null;
    }

    /** The unit of a number that no unit follows, or null. */
    @Nullable
    String of(int at, Numeral number) {
        return isAge(at, number) ? YEAR_OLD : isPeople(at, number) ? PERSON : null;
    }

    /** "Ada Lund, 45, said", "aged 45", "at the age of 45". */
    private boolean isAge(int at, Numeral number) {
        boolean years = number.value() > 0 && number.value() < OLDEST;
        boolean name = at > 1 && tokens.get(at - 2).is(Tag.PROPN) && number.end() == at + 1;
        boolean apposed = name && word(at - 1).equals(",") && word(number.end()).equals(",");
        return years && (apposed || AGES.contains(word(word(at - 1).equals("of") ? at - 2 : at - 1)));
    }

    private boolean isPeople(int at, Numeral number) {
        for (int i = Math.max(0, at - REACH); i < at; i++) {
            if (PERSON_VERBS.contains(word(i))) {
                return true;
            }
        }
        return word(at - 1).equals("the") && number.value() < SMALL_GROUP && number.value() == Math.rint(number.value())
                || PERSON_VERBS.contains(word(number.end()))
                || PERSON_VERBS.contains(word(number.end() + 1));
    }
}
