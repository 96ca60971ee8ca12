package org.claimtrail.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the splitter reached on articles annotated by hand, so that no change loses it unnoticed. */
class GoldArticleTests {

    private static final Path FOLDER = Path.of("src/test/resources/gold");

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    # article,  ends, claims, high, speakers, times, must-find missed
                    mindanao,     .97, .85, 1.0, .71, 1.0, 0
                    quake,        .97, .79, .91, .70, 1.0, 0
                    sars-million, 1.0, .90, 1.0, 1.0, 1.0, 0
                    sensitive,    .83, .77, .83, .90, 1.0, 0
                    soleimani,    .98, .81, .94, .68, .90, 0
                    wisconsin,    1.0, .88, 1.0, .62, 1.0, 0
                    """)
    void findsAsMuchAsBefore(
            String article, double ends, double claims, double high, double speakers, double times, int missed)
            throws IOException {
        GoldScore score = GoldArticle.score(FOLDER.resolve(article));

        assertThat(score.ends.f1()).isGreaterThanOrEqualTo(ends);
        assertThat(score.claims.f1()).isGreaterThanOrEqualTo(claims);
        assertThat(score.high.recall()).isGreaterThanOrEqualTo(high);
        assertThat(score.speakers.recall()).isGreaterThanOrEqualTo(speakers);
        assertThat(score.times.recall()).isGreaterThanOrEqualTo(times);
        assertThat(score.mustFindMissed).hasSizeLessThanOrEqualTo(missed);
    }
}
