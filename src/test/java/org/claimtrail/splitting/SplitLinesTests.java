package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitLinesTests {

    private final ClaimSplitter splitter = ClaimSplitter.standard();

    @Test
    void eachLineIsOneSentenceWithOffsetsOfItsOwn() {
        List<SplitSentence> lines =
                splitter.splitLines("Lund paid 5 euros. Ost paid 7.\n  Varen fell.\n", SplitterSettings.defaults());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).end()).isEqualTo(30);
        assertThat(lines.get(0).quantities()).extracting(Quantity::value).containsExactly(5.0, 7.0);
        assertThat(lines.get(1).start()).isEqualTo(2);
        assertThat(lines.get(1).end()).isEqualTo(13);
    }

    @Test
    void anEmptyLineKeepsItsPlace() {
        List<SplitSentence> lines = splitter.splitLines("Lund paid.\n\nOst paid.", SplitterSettings.defaults());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).notCheckable()).isEqualTo(NotCheckable.FRAGMENT);
    }

    @Test
    void theThresholdDecidesWhatIsWorthChecking() {
        String text = "Lund paid 5 million euros on Friday.";
        assertThat(splitter.splitLines(text, new SplitterSettings(null, 0))
                        .get(0)
                        .checkworthy())
                .isTrue();
        assertThat(splitter.splitLines(text, new SplitterSettings(null, 1))
                        .get(0)
                        .checkworthy())
                .isFalse();
    }
}
