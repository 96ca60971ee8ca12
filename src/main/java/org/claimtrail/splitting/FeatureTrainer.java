package org.claimtrail.splitting;

import java.util.List;

/**
 * Fits the weights of the readable features. Labels are of sentences, scores of claims, and a sentence is as
 * check-worthy as the best of its claims: so each round takes the best claim by the weights so far for the sentence
 * (multiple-instance learning after Andrews, Tsochantaridis, Hofmann: NIPS 2002) and fits a logistic regression to
 * those, held near the weights it began with.
 */
final class FeatureTrainer {

    private static final int ROUNDS = 8;
    private static final int STEPS = 400;
    private static final double RATE = 1.0;

    private final List<double[][]> sentences;
    private final boolean[] yes;
    private final double[] start;
    private final double pull;
    private final double costOfYes;

    /**
     * @param sentences the features of each sentence's claims, at least one claim
     * @param start weights to begin with and to stay near
     * @param pull how strongly they hold, in sentences
     */
    FeatureTrainer(List<double[][]> sentences, boolean[] yes, double[] start, double pull) {
        this.sentences = sentences;
        this.yes = yes;
        this.start = start;
        this.pull = pull;
        this.costOfYes = costOfYes(yes);
    }

    /** Half way, on a scale of ratios, between counting each sentence the same and counting each answer the same. */
    private static double costOfYes(boolean[] yes) {
        int count = 0;
        for (boolean label : yes) {
            count += label ? 1 : 0;
        }
        return count == 0 || count == yes.length ? 1 : Math.sqrt((double) (yes.length - count) / count);
    }

    double[] weights() {
        double[] weights = start.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] best = new double[sentences.size()][];
            for (int i = 0; i < best.length; i++) {
                best[i] = best(sentences.get(i), weights);
            }
            for (int step = 0; step < STEPS; step++) {
                descend(best, weights);
            }
        }
        return weights;
    }

    private static double[] best(double[][] claims, double[] weights) {
        double[] best = claims[0];
        for (double[] claim : claims) {
            if (sum(claim, weights) > sum(best, weights)) {
                best = claim;
            }
        }
        return best;
    }

    /** One step down the mean gradient. */
    private void descend(double[][] rows, double[] weights) {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < rows.length; i++) {
            double error = 1 / (1 + StrictMath.exp(-sum(rows[i], weights))) - (yes[i] ? 1 : 0);
            error *= yes[i] ? costOfYes : 1;
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += error * rows[i][j];
            }
        }
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] += pull * (weights[j] - start[j]);
            weights[j] -= RATE * gradient[j] / rows.length;
        }
    }

    private static double sum(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
        }
        return sum;
    }
}
