package org.claimtrail.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Alpha against published examples, and against a second computation that goes through all pairs of values. */
class AlphaTests {

    private static final double THIRD_DECIMAL = 0.0005;

    /** Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section A: two observers, ten units. */
    private static final String[] BINARY = {"0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"};

    /** The same, section B: two observers, twelve units, five labels without an order. */
    private static final String[] TWO_OBSERVERS = {"a a b b d c c c e d d a", "b a b b b c c c e d d d"};

    /** The same, section C: four observers, twelve units, some values missing. */
    private static final String[] FOUR_OBSERVERS = {
        "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."
    };

    /** Wikipedia, "Krippendorff's alpha", a computational example: three coders, fifteen units. */
    private static final String[] THREE_CODERS = {
        ". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"
    };

    /**
     * Hayes, A. F., Krippendorff, K. (2007), "Answering the Call for a Standard Reliability Measure for Coding Data",
     * Communication Methods and Measures 1, table 1: five observers, forty units. An observer a line.
     */
    private static final String[] FIVE_OBSERVERS = {
        "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1",
        "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1",
        "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1",
        ". 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .",
        "2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1"
    };

    private static final int MOST_LABELS = 6;

    @Test
    void givesTheAlphaOfTwoObserversWithTwoLabels() {
        assertAlpha(BINARY, Metric.NOMINAL, 0.095);
    }

    @Test
    void givesTheAlphaOfTwoObserversWithFiveLabels() {
        assertAlpha(TWO_OBSERVERS, Metric.NOMINAL, 0.692);
    }

    @Test
    void givesTheAlphasOfFourObserversWithMissingValues() {
        assertAlpha(FOUR_OBSERVERS, Metric.NOMINAL, 0.743);
        assertAlpha(FOUR_OBSERVERS, Metric.ORDINAL, 0.815);
    }

    @Test
    void givesTheAlphaOfThreeCodersOfWhomEachMissedMuch() {
        assertAlpha(THREE_CODERS, Metric.NOMINAL, 0.691);
    }

    @Test
    void givesTheAlphaOfFiveObserversWhoJudgedTheToneOfFortyArticles() {
        assertThat(units(FIVE_OBSERVERS)).hasSize(40);
        assertAlpha(FIVE_OBSERVERS, Metric.ORDINAL, 0.760);
        assertAlpha(FIVE_OBSERVERS, Metric.NOMINAL, 0.477);
    }

    @Test
    void agreesWithTheSecondComputationOnTwoHundredMadeUpTables() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            List<int[]> units = new ArrayList<>();
            for (int unit = 0; unit < 12; unit++) {
                units.add(random.ints(random.nextInt(5), 0, MOST_LABELS).toArray());
            }
            for (Metric metric : Metric.values()) {
                assertThat(value(units, metric)).isCloseTo(byAllPairs(units, metric), within(1e-9));
            }
        }
    }

    @Test
    void leavesAUnitWithOneValueOutAndCountsIt() {
        Alpha alpha = alpha(units(THREE_CODERS), Metric.NOMINAL);

        assertThat(alpha.units()).isEqualTo(12);
        assertThat(alpha.alone()).isEqualTo(1);
        List<int[]> more = new ArrayList<>(units(THREE_CODERS));
        more.add(new int[] {5});
        assertThat(alpha(more, Metric.NOMINAL)).isEqualTo(new Alpha(alpha.value(), null, 12, 2));
    }

    @Test
    void isOneWhereAllAgreeOnSeveralLabels() {
        assertThat(alpha(List.of(new int[] {0, 0}, new int[] {1, 1}), Metric.NOMINAL)
                        .value())
                .isEqualTo(1.0);
    }

    @Test
    void isBelowZeroWhereTwoNeverAgree() {
        assertThat(alpha(List.of(new int[] {0, 1}, new int[] {1, 0}), Metric.NOMINAL)
                        .value())
                .isEqualTo(-0.5);
    }

    @Test
    void isNotDefinedWhereOneLabelIsAllThatWasGiven() {
        List<int[]> same = List.of(new int[] {2, 2}, new int[] {2, 2, 2});

        for (Metric metric : Metric.values()) {
            assertThat(alpha(same, metric)).isEqualTo(new Alpha(null, Alpha.Undefined.ONE_LABEL, 2, 0));
        }
    }

    @Test
    void isNotDefinedWithoutAPair() {
        for (Metric metric : Metric.values()) {
            assertThat(alpha(List.of(), metric)).isEqualTo(new Alpha(null, Alpha.Undefined.NO_PAIRS, 0, 0));
            assertThat(alpha(List.of(new int[] {1}, new int[] {}), metric))
                    .isEqualTo(new Alpha(null, Alpha.Undefined.NO_PAIRS, 0, 1));
        }
    }

    private static void assertAlpha(String[] coders, Metric metric, double published) {
        List<int[]> units = units(coders);
        assertThat(value(units, metric)).isCloseTo(published, within(THIRD_DECIMAL));
        assertThat(byAllPairs(units, metric)).isCloseTo(published, within(THIRD_DECIMAL));
    }

    private static Alpha alpha(List<int[]> units, Metric metric) {
        return Alpha.of(Coincidences.of(MOST_LABELS, units), metric);
    }

    private static double value(List<int[]> units, Metric metric) {
        return Objects.requireNonNull(alpha(units, metric).value());
    }

    /** Lines of coders turned into units; digits and letters stand for labels in their order. */
    private static List<int[]> units(String... coders) {
        List<int[]> units = new ArrayList<>();
        List<String[]> rows = Arrays.stream(coders).map(row -> row.split(" ")).toList();
        for (int unit = 0; unit < rows.get(0).length; unit++) {
            int at = unit;
            units.add(rows.stream()
                    .map(row -> row[at])
                    .filter(value -> !value.equals("."))
                    .mapToInt(value -> Character.getNumericValue(value.charAt(0)) % 10)
                    .toArray());
        }
        return units;
    }

    /** 1 − D_o / D_e as defined: the mean distance within units, over the mean distance of any two values. */
    private static double byAllPairs(List<int[]> units, Metric metric) {
        List<Integer> values = new ArrayList<>();
        for (int[] unit : units) {
            if (unit.length > 1) {
                Arrays.stream(unit).forEach(values::add);
            }
        }
        double within = 0;
        for (int[] unit : units) {
            double sum = 0;
            for (int i = 0; i < unit.length; i++) {
                for (int j = 0; j < unit.length; j++) {
                    sum += i == j ? 0 : distance(values, unit[i], unit[j], metric);
                }
            }
            within += unit.length > 1 ? sum / (unit.length - 1) : 0;
        }
        double any = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                any += i == j ? 0 : distance(values, values.get(i), values.get(j), metric);
            }
        }
        double n = values.size();
        return 1 - within / n / (any / (n * (n - 1)));
    }

    /** The ordinal distance is that of the mean ranks. */
    private static double distance(List<Integer> values, int one, int other, Metric metric) {
        if (metric == Metric.NOMINAL) {
            return one == other ? 0 : 1;
        }
        double ranks = rank(values, one) - rank(values, other);
        return ranks * ranks;
    }

    private static double rank(List<Integer> values, int label) {
        long below = values.stream().filter(value -> value < label).count();
        long same = values.stream().filter(value -> value == label).count();
        return below + (same + 1) / 2.0;
    }
}
