package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-database")
class OffsetTests {

    private static final long SEED = 20240515;
    private static final int MUTATIONS = 10_000;
    private static final int STRETCH = 400;
    private static final int PUT_IN = 4;
    private static final List<String> STRANGE = List.of(
            "😀",
            "\r\n",
            "\u202E",
            "\u0000",
            "“",
            "\"",
            "(",
            "[ad_1]",
            "\uD800",
            "é",
            "\u00A0",
            "...",
            "1,00,000",
            "”");

    private final ClaimSplitter splitter = ClaimSplitter.standard();
    private final SplitterSettings settings = SplitterSettings.defaults();

    private static String everything() {
        return CorpusCase.all().stream().map(CorpusCase::text).collect(Collectors.joining("\n"));
    }

    @Test
    void sentencesNeitherOverlapNorBeginOrEndInWhiteSpace() {
        String text = everything();
        int last = 0;
        for (SplitSentence sentence : splitter.split(text, settings).sentences()) {
            String words = Slices.of(text, sentence.start(), sentence.end());
            assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
            assertThat(words).isEqualTo(words.strip()).isNotEmpty();
            last = sentence.end();
        }
    }

    @Test
    void everyClaimRestsOnPassagesOfItsSentence() {
        String text = everything();
        for (SplitSentence sentence : splitter.split(text, settings).sentences()) {
            for (Candidate claim : sentence.claims()) {
                assertThat(claim.spans()).isNotEmpty().allSatisfy(span -> {
                    assertThat(span.start()).isBetween(sentence.start(), sentence.end() - 1);
                    assertThat(span.end()).isBetween(span.start() + 1, sentence.end());
                });
            }
        }
    }

    @Test
    void holdOnMutilatedTexts() throws IOException {
        List<String> texts = realTexts();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            check(mutated(texts.get(random.nextInt(texts.size())), random));
        }
    }

    private static List<String> realTexts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(everything()));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/gold"))) {
            for (Path file :
                    files.filter(name -> name.endsWith("article.txt")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).hasSizeGreaterThan(6);
        return texts;
    }

    /** A stretch of the text, cut out anywhere, a part of it doubled, strange characters put in, other line ends. */
    private static String mutated(String text, Random random) {
        int from = random.nextInt(text.length());
        StringBuilder mutated = new StringBuilder(text.substring(from, Math.min(text.length(), from + STRETCH)));
        int start = random.nextInt(mutated.length());
        mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(start));
        for (int i = 0; i < PUT_IN; i++) {
            mutated.insert(random.nextInt(mutated.length() + 1), STRANGE.get(random.nextInt(STRANGE.size())));
        }
        return random.nextBoolean() ? mutated.toString() : mutated.toString().replace("\n", "\r\n");
    }

    private void check(String text) {
        Split split = splitter.split(text, settings);
        int length = text.codePointCount(0, text.length());
        assertThat(split.length()).isEqualTo(length);
        for (Span span : spans(split)) {
            assertThat(span.start()).as(text).isBetween(0, length - 1);
            assertThat(span.end()).as(text).isBetween(span.start() + 1, length);
            assertThat(Slices.of(text, span.start(), span.end())).as(text).matches(OffsetTests::isTrimmed);
        }
        int last = 0;
        for (SplitSentence sentence : split.sentences()) {
            assertThat(sentence.start()).as(text).isGreaterThanOrEqualTo(last);
            last = sentence.end();
            for (Span span : sentence.claims().stream()
                    .flatMap(claim -> claim.spans().stream())
                    .toList()) {
                assertThat(span.start()).as(text).isGreaterThanOrEqualTo(sentence.start());
                assertThat(span.end()).as(text).isLessThanOrEqualTo(sentence.end());
            }
        }
    }

    private static boolean isTrimmed(String words) {
        return !Tokenizer.isSpace(words.codePointAt(0)) && !Tokenizer.isSpace(words.codePointBefore(words.length()));
    }

    private static List<Span> spans(Split split) {
        List<Span> spans = new ArrayList<>();
        for (Boilerplate found : split.boilerplate()) {
            spans.add(new Span(found.start(), found.end()));
        }
        for (SplitSentence sentence : split.sentences()) {
            spans.add(new Span(sentence.start(), sentence.end()));
            sentence.quantities().forEach(quantity -> spans.add(new Span(quantity.start(), quantity.end())));
            sentence.times().forEach(time -> spans.add(new Span(time.start(), time.end())));
            sentence.attributions().forEach(attribution -> {
                spans.addAll(attribution.content());
                if (attribution.source() != null) {
                    spans.add(attribution.source());
                }
                if (attribution.cue() != null) {
                    spans.add(attribution.cue());
                }
            });
            sentence.claims().forEach(claim -> spans.addAll(claim.spans()));
        }
        return spans;
    }
}
