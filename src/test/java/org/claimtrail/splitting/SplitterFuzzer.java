package org.claimtrail.splitting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

/** Whatever text is split, every offset is inside it, in order, and the same text gives the same claims. */
public final class SplitterFuzzer {

    private static final SplitterSettings SETTINGS = new SplitterSettings(LocalDate.of(2024, 2, 29), 0.5);

    private SplitterFuzzer() {}

    /** Loads and warms what every input needs, so that no input is timed for it. */
    public static void fuzzerInitialize() {
        byte[] text = "On Friday he said that the bridge, opened in 1911, cost 14,000 crowns.".getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
            fuzzerTestOneInput(text);
        }
    }

    /** The bytes are the text, in UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        int length = text.codePointCount(0, text.length());
        Split split = ClaimSplitter.standard().split(text, SETTINGS);
        assertThat(split.length()).isEqualTo(length);
        int last = 0;
        for (SplitSentence sentence : split.sentences()) {
            inside(last, sentence.start(), sentence.end(), length);
            last = sentence.end();
            sentence.quantities().forEach(found -> inside(0, found.start(), found.end(), length));
            sentence.times().forEach(found -> inside(0, found.start(), found.end(), length));
            sentence.claims().forEach(claim -> {
                assertThat(claim.text()).isNotBlank();
                claim.spans().forEach(span -> inside(0, span.start(), span.end(), length));
            });
        }
    }

    private static void inside(int least, int start, int end, int most) {
        assertThat(start).isBetween(least, end);
        assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(most);
    }
}
