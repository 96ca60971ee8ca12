package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimtrail.account.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two saves of one form, in every combination of what each of them changed. */
class MergeTests {

    private record Words(String first, @Nullable String second) {}

    private static final List<Merge.Part<Words>> PARTS = List.of(
            Merge.part("first", Words::first, "fact.first"), Merge.part("second", Words::second, "fact.second"));

    private static Words joined(Merge merge, Words theirs, Words mine) {
        return new Words(
                merge.keepsTheirs("first") ? theirs.first : mine.first,
                merge.keepsTheirs("second") ? theirs.second : mine.second);
    }

    /** One field: base, theirs, mine; whether it is a conflict, and what stands. */
    @ParameterizedTest
    @CsvSource({
        "a, a, a, false, a",
        "a, a, b, false, b",
        "a, b, a, false, b",
        "a, b, b, false, b",
        "a, b, c, true,",
        "a, '', b, true,",
        "a, b, '', true,",
        "a, '', a, false, ''",
        "a, a, '', false, ''",
        "'', b, '', false, b",
        "'', '', b, false, b",
        "'', b, c, true,",
        ", a, a, false, a",
        ", a, b, true,",
        ", '', b, true,",
        ", a, '', true,"
    })
    void aFieldIsTakenFromTheOneWhoChangedItAndAskedForWhereBothDid(
            @Nullable String base, String theirs, String mine, boolean conflict, @Nullable String stands) {
        Merge.Field field = new Merge.Field("first", List.of("fact.first"), base, theirs, mine);
        assertThat(field.conflict()).isEqualTo(conflict);
        if (stands != null) {
            assertThat(field.joined()).isEqualTo(stands);
        }
    }

    static Stream<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        for (String theirFirst : List.of("base", "x", "y")) {
            for (String theirSecond : new String[] {"base", "x", null}) {
                for (String myFirst : List.of("base", "x", "y")) {
                    for (String mySecond : new String[] {"base", "x", null}) {
                        pairs.add(Arguments.of(new Words(theirFirst, theirSecond), new Words(myFirst, mySecond)));
                    }
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void nothingThatOnlyOneOfTwoChangedIsLostOrAskedFor(Words theirs, Words mine) {
        Words base = new Words("base", "base");
        Merge merge = Merge.of(PARTS, base, theirs, mine);
        boolean firstClashes =
                !theirs.first.equals("base") && !mine.first.equals("base") && !theirs.first.equals(mine.first);
        boolean secondClashes = !"base".equals(theirs.second)
                && !"base".equals(mine.second)
                && !String.valueOf(theirs.second).equals(String.valueOf(mine.second));
        assertThat(merge.conflicts()).isEqualTo(firstClashes || secondClashes);
        if (!merge.conflicts()) {
            Words joined = joined(merge, theirs, mine);
            assertThat(joined.first).isEqualTo(mine.first.equals("base") ? theirs.first : mine.first);
            assertThat(joined.second).isEqualTo("base".equals(mine.second) ? theirs.second : mine.second);
        }
    }

    @Test
    void withoutABaseWhatDiffersIsAConflictAndWhatIsTheSameIsNone() {
        Merge merge = Merge.of(PARTS, null, new Words("a", "b"), new Words("a", "c"));
        assertThat(merge.fields()).extracting(Merge.Field::conflict).containsExactly(false, true);
    }

    @Test
    void noValueAndAnEmptyOneAreTheSame() {
        Merge merge = Merge.of(PARTS, new Words("a", null), new Words("a", ""), new Words("b", null));
        assertThat(merge.conflicts()).isFalse();
        assertThat(merge.keepsTheirs("second")).isFalse();
    }

    @Test
    void theSentenceNamesWhoChangedWhatTheOtherDidNot() {
        Actor one = new Actor(1L, "Reviewer A", false);
        Actor two = new Actor(2L, "Reviewer B", false);
        List<Revision> timeline = List.of(
                revision(1, one, "marked", "fact.first"),
                revision(2, two, "reworded", "fact.second"),
                revision(3, one, "reworded", "fact.first"));
        Merge merge = Merge.of(PARTS, new Words("a", "b"), new Words("x", "y"), new Words("x", "b"));
        Meanwhile meanwhile = Meanwhile.of(one, Since.of(timeline, 1), merge);
        assertThat(meanwhile.people()).containsExactly("Reviewer B");
        assertThat(meanwhile.fields()).containsExactly("second");
        assertThat(meanwhile.sentence("otherwise")).isEqualTo("conflict.together");
        assertThat(Meanwhile.of(two, Since.of(timeline, 1), merge).sentence("otherwise"))
                .isEqualTo("conflict.together.own");
        assertThat(Meanwhile.NOTHING.sentence("otherwise")).isEqualTo("otherwise");
    }

    @ParameterizedTest
    @CsvSource({", ''", "0, ''", "-1, ''", "4, ''", "3, old", "1, old"})
    void aRevisionThatIsNotThereIsNoBase(@Nullable Integer number, String expected) {
        Actor one = new Actor(1L, "Reviewer A", false);
        List<Revision> timeline = List.of(
                revision(1, one, "marked", "fact.first"),
                revision(2, one, "reworded", "fact.second"),
                revision(3, one, "reworded", "fact.third"));
        Since since = Since.of(timeline, number);
        Facts base = since.base();
        assertThat(base == null ? "" : base.get("fact.first")).isEqualTo(expected);
        assertThat(since.head()).isEqualTo(3);
    }

    private static Revision revision(int number, Actor actor, String action, String fact) {
        Facts after = new Facts(new TreeMap<>(Map.of(fact, "old")));
        return new Revision(
                7,
                number,
                actor.id(),
                actor.name(),
                Instant.EPOCH,
                action,
                null,
                Facts.NONE,
                after,
                Hash.ZERO,
                Seal.FIRST,
                Hash.ZERO);
    }
}
