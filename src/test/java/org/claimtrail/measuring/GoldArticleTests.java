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
                    mindanao,     .97, .69, .66, .66, .66, 2
                    quake,        .97, .58, .71, .70, .73, 1
                    sars-million, .96, .76, .94, 1.0, .77, 1
                    sensitive,    .83, .60, .66, .90, .75, 2
                    soleimani,    .96, .73, .83, .40, .90, 1
                    wisconsin,    1.0, .69, .94, .62, .75, 0
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
