package org.claimtrail.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.claimtrail.measuring.BratFile.Annotated;
import org.claimtrail.splitting.Attribution;
import org.claimtrail.splitting.Span;
import org.junit.jupiter.api.Test;

class AttributionScoreTests {

    private static final String TEXT = "Ada Brook of Lund said it rains.";
    private static final Span SOURCE = new Span(0, 17);
    private static final Span CUE = new Span(18, 22);
    private static final Span CONTENT = new Span(23, 31);

    private final AttributionScore score = new AttributionScore();

    private void score(Attribution found) {
        Annotated annotated = new Annotated(List.of(SOURCE), List.of(CUE), List.of(CONTENT));
        score.add(TEXT, List.of(annotated), List.of(found));
    }

    @Test
    void countsContentCharactersWithoutWhiteSpace() {
        score(new Attribution(SOURCE, CUE, List.of(new Span(26, 32))));
        assertThat(score.content.right()).isEqualTo(5);
        assertThat(score.content.wrong()).isEqualTo(1);
        assertThat(score.content.missed()).isEqualTo(2);
    }

    @Test
    void takesTheLastWordOfTheFirstPhraseForTheHeadOfASource() {
        score(new Attribution(new Span(4, 9), CUE, List.of(CONTENT)));
        assertThat(score.sources.recall()).isEqualTo(1);
    }

    @Test
    void countsASourceWithoutTheHeadAsMissed() {
        score(new Attribution(new Span(0, 3), null, List.of(CONTENT)));
        assertThat(score.sources.recall()).isZero();
        assertThat(score.cues.recall()).isZero();
    }
}
