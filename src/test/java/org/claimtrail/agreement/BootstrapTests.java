package org.claimtrail.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTests {

    private static final ConfusionMatrix TWELVE = new ConfusionMatrix(new int[][] {{4, 1, 0}, {1, 3, 0}, {0, 1, 2}});

    @Test
    void givesTheSameIntervalEachTimeAndAlphaLiesInIt() {
        Interval interval = Objects.requireNonNull(Bootstrap.interval(TWELVE, Metric.NOMINAL));

        assertThat(Bootstrap.interval(TWELVE, Metric.NOMINAL)).isEqualTo(interval);
        assertThat(TWELVE.alpha(Metric.NOMINAL).value()).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isGreaterThan(0.3);
    }

    @Test
    void givesANarrowerIntervalWithMoreUnitsInTheSameProportions() {
        ConfusionMatrix many =
                new ConfusionMatrix(new int[][] {{40_000, 10_000, 0}, {10_000, 30_000, 0}, {0, 10_000, 20_000}});

        Interval interval = Objects.requireNonNull(Bootstrap.interval(many, Metric.NOMINAL));

        assertThat(interval.high() - interval.low()).isLessThan(0.02);
    }

    @Test
    void resamplesAsManyUnitsWithEachCellInItsProportion() {
        SplittableRandom random = new SplittableRandom(3);
        double[] means = new double[3];
        for (int i = 0; i < 4_000; i++) {
            ConfusionMatrix drawn = Bootstrap.resampled(TWELVE, random);
            assertThat(drawn.total()).isEqualTo(12);
            means[0] += drawn.count(0, 0) / 4_000.0;
            means[1] += drawn.count(1, 0) / 4_000.0;
            means[2] += drawn.count(2, 2) / 4_000.0;
        }
        assertThat(means[0]).isCloseTo(4, within(0.1));
        assertThat(means[1]).isCloseTo(1, within(0.1));
        assertThat(means[2]).isCloseTo(2, within(0.1));
    }

    @Test
    void givesNoIntervalOfFewUnitsNorWhereAllAgree() {
        assertThat(Bootstrap.interval(new ConfusionMatrix(new int[][] {{4, 1}, {1, 3}}), Metric.NOMINAL))
                .isNull();
        assertThat(Bootstrap.interval(new ConfusionMatrix(new int[][] {{40, 0}, {0, 30}}), Metric.NOMINAL))
                .isNull();
    }
}
