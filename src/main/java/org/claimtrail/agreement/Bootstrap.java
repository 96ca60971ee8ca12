package org.claimtrail.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The 95 % percentile interval of alpha over 1,000 resamplings of the units with replacement (Efron, B., Tibshirani, R.
 * (1993), "An Introduction to the Bootstrap", chapter 13). The seed is fixed: the same counts give the same interval.
 *
 * <p>Resampling units that were counted by pairs of labels is one multinomial draw, so the work does not grow with the
 * number of units.
 */
final class Bootstrap {

    private static final int RESAMPLINGS = 1_000;
    private static final int FEWEST_DEFINED = 950;
    private static final long SEED = 20_110_125L;

    /** From this variance on a binomial draw is taken from the normal distribution. */
    private static final double LARGE_VARIANCE = 100;

    private Bootstrap() {}

    /** @return null with few units, where all agree, or where too many resamplings have no alpha */
    static @Nullable Interval interval(ConfusionMatrix matrix, Metric metric) {
        if (matrix.total() < Measure.FEWEST_UNITS || matrix.agreed() == matrix.total()) {
            return null;
        }
        RandomGenerator random = new SplittableRandom(SEED);
        double[] alphas = new double[RESAMPLINGS];
        int defined = 0;
        for (int i = 0; i < RESAMPLINGS; i++) {
            Double alpha = resampled(matrix, random).alpha(metric).value();
            if (alpha != null) {
                alphas[defined++] = alpha;
            }
        }
        if (defined < FEWEST_DEFINED) {
            return null;
        }
        double[] sorted = Arrays.copyOf(alphas, defined);
        Arrays.sort(sorted);
        return new Interval(sorted[(int) (0.025 * defined)], sorted[(int) Math.ceil(0.975 * defined) - 1]);
    }

    /** As many units as before: each cell takes a binomial share of those that are left. */
    static ConfusionMatrix resampled(ConfusionMatrix matrix, RandomGenerator random) {
        int[][] counts = new int[matrix.labels()][matrix.labels()];
        int weight = matrix.total();
        int left = weight;
        for (int first = 0; first < counts.length; first++) {
            for (int second = 0; second < counts.length && left > 0; second++) {
                int cell = matrix.count(first, second);
                if (cell > 0) {
                    int drawn = cell == weight ? left : binomial(left, (double) cell / weight, random);
                    counts[first][second] = drawn;
                    left -= drawn;
                    weight -= cell;
                }
            }
        }
        return new ConfusionMatrix(counts);
    }

    private static int binomial(int trials, double chance, RandomGenerator random) {
        double variance = trials * chance * (1 - chance);
        if (variance > LARGE_VARIANCE) {
            long drawn = Math.round(trials * chance + Math.sqrt(variance) * random.nextGaussian());
            return (int) Math.max(0, Math.min(trials, drawn));
        }
        if (chance > 0.5) {
            return trials - binomial(trials, 1 - chance, random);
        }
        return inverted(trials, chance, random.nextDouble());
    }

    /** The count at which the binomial distribution function reaches a probability. */
    private static int inverted(int trials, double chance, double probability) {
        double term = Math.pow(1 - chance, trials);
        double sum = term;
        int count = 0;
        while (sum < probability && count < trials) {
            term *= (trials - count) / (count + 1.0) * chance / (1 - chance);
            sum += term;
            count++;
        }
        return count;
    }
}
