package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OffsetTests {

    private static final long SEED = 20240515;
    private static final int MUTATIONS = 1500;
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
    void holdOnMutilatedTexts() {
        String text = everything();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            int from = random.nextInt(text.length());
            StringBuilder mutated = new StringBuilder(text.substring(from, Math.min(text.length(), from + 400)));
            for (int j = 0; j < 4; j++) {
                mutated.insert(random.nextInt(mutated.length() + 1), STRANGE.get(random.nextInt(STRANGE.size())));
            }
            check(mutated.toString());
        }
    }

    private void check(String text) {
        Split split = splitter.split(text, settings);
        int length = text.codePointCount(0, text.length());
        assertThat(split.length()).isEqualTo(length);
        for (Span span : spans(split)) {
            assertThat(span.start()).as(text).isBetween(0, length);
            assertThat(span.end()).as(text).isBetween(span.start(), length);
        }
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
