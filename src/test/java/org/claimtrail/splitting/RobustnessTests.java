package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("any-database")
class RobustnessTests {

    private static final int ONE_MEGABYTE = 1 << 20;
    /** Far above what a loaded machine needs, far below what quadratic work on a megabyte would take. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ClaimSplitter splitter = ClaimSplitter.standard();
    private final SplitterSettings settings = SplitterSettings.defaults();
    private final String text = CorpusCase.all().stream()
            .map(CorpusCase::text)
            .filter(words -> !words.contains("[ad_"))
            .collect(Collectors.joining("\n"));

    private List<Candidate> claims(String changed) {
        return splitter.split(changed, settings).sentences().stream()
                .flatMap(sentence -> sentence.claims().stream())
                .toList();
    }

    private List<String> texts(String changed) {
        return claims(changed).stream().map(Candidate::text).toList();
    }

    @Test
    void windowsLineEndsChangeNoClaim() {
        assertThat(texts(text.replace("\n", "\r\n"))).isEqualTo(texts(text));
    }

    @Test
    void straightQuotationMarksChangeNoClaim() {
        assertThat(texts(text.replace('“', '"').replace('”', '"').replace('’', '\'')))
                .isEqualTo(texts(text));
    }

    @Test
    void adMarkersAroundTheTextChangeNoClaim() {
        assertThat(texts("[ad_1]\n" + text + "\n[ad_2]Source link")).isEqualTo(texts(text));
    }

    @Test
    void trailingSpacesChangeNoClaim() {
        assertThat(texts(text.replace("\n", "  \t\n"))).isEqualTo(texts(text));
    }

    @Test
    void anEmojiInFrontShiftsEverySpanByItsCodePoints() {
        String emoji = "🔥🇺🇦 ";
        int shift = emoji.codePointCount(0, emoji.length());
        List<Span> shifted = claims(text).stream()
                .flatMap(claim -> claim.spans().stream())
                .map(span -> new Span(span.start() + shift, span.end() + shift))
                .toList();
        assertThat(claims(emoji + text).stream()
                        .flatMap(claim -> claim.spans().stream())
                        .toList())
                .isEqualTo(shifted);
        assertThat(texts(emoji + text)).isEqualTo(texts(text));
    }

    @Test
    void theSameTextGivesTheSameSplit() {
        assertThat(splitter.split(text, settings)).isEqualTo(splitter.split(text, settings));
    }

    @Test
    void severalThreadsGetWhatOneGets() {
        Split alone = splitter.split(text, settings);
        assertThat(List.of(1, 2, 3, 4).parallelStream()
                        .map(i -> splitter.split(text, settings))
                        .toList())
                .containsOnly(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " \n\t\r\n ", "\uFEFF", "[ad_1]"})
    void aTextWithoutProseHasNoSentence(String empty) {
        assertThat(splitter.split(empty, settings).sentences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".",
                "a.",
                "“",
                "\"",
                "'",
                "(",
                "the army ",
                "Friday ",
                "5 ",
                "1,",
                "-",
                "[ad_",
                "a\r",
                "By Ada ",
                ".[1]",
                ". \"",
                "lund and ost\n"
            })
    void aMegabyteOfOneThingIsWorkedOffInProportion(String piece) {
        String long1 = piece.repeat(ONE_MEGABYTE / piece.length());
        Assertions.assertTimeout(PATIENCE, () -> splitter.split(long1, settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\uD800b \uDC00 said five died.", "\u0000Lund\u0000 paid 5 euros.", "\u202EVaren\u202C fell."})
    void strayCharactersAreNoError(String strange) {
        assertThatCode(() -> splitter.split(strange, settings)).doesNotThrowAnyException();
    }
}
