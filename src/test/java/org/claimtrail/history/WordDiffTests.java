package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.claimtrail.history.WordDiff.Segment;
import org.claimtrail.history.WordDiff.Type;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Test
    void namesTheWordsThatChanged() {
        assertThat(WordDiff.between("has killed 14,000 people", "has killed 14,200 people"))
                .containsExactly(
                        new Segment(Type.SAME, "has killed "),
                        new Segment(Type.REMOVED, "14,000"),
                        new Segment(Type.ADDED, "14,200"),
                        new Segment(Type.SAME, " people"));
    }

    @Test
    void segmentsAreTheOldAndTheNewTextWhateverTheyHold() {
        Random random = new Random(1911);
        List<String> words = List.of("a", "b", " ", "14,000", "🕊", "é", "\n", "“", ".", "\u202e", "нет");
        for (int round = 0; round < 500; round++) {
            String before = text(random, words);
            String after = text(random, words);
            List<Segment> segments = WordDiff.between(before, after);
            assertThat(join(segments, Type.ADDED)).isEqualTo(before);
            assertThat(join(segments, Type.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void tearsNothingThatAReaderSeesAsOneCharacter() {
        assertThat(WordDiff.between("👍🏽 yes 🇫🇷", "👍 yes 🇫🇮"))
                .containsExactly(
                        new Segment(Type.REMOVED, "👍🏽"),
                        new Segment(Type.ADDED, "👍"),
                        new Segment(Type.SAME, " yes "),
                        new Segment(Type.REMOVED, "🇫🇷"),
                        new Segment(Type.ADDED, "🇫🇮"));
    }

    @Test
    void comparesHugeTextsAsAWhole() {
        String huge = "word ".repeat(30_000);
        assertThat(WordDiff.between(huge, huge + "more"))
                .extracting(Segment::type)
                .containsExactly(Type.REMOVED, Type.ADDED);
    }

    private static String join(List<Segment> segments, Type leftOut) {
        return segments.stream()
                .filter(segment -> segment.type() != leftOut)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random, List<String> words) {
        return random.ints(random.nextInt(30), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining());
    }
}
