package org.claimtrail.splitting;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Trains a linear model of two classes: L2-regularised support vectors with squared hinge loss, by dual coordinate
 * descent (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML
 * 2008, algorithm 1). Only sums, products and quotients in a fixed order: the same rows give the same bits anywhere.
 */
final class MarginTrainer {

    /** Cost of a margin missed by one. */
    private static final double COST = 0.5;
    /** The rarer class counts for more. */
    private static final double COST_OF_YES = 0.75;
    /** A feature seen in fewer rows is left out. */
    private static final int FEWEST_ROWS = 5;

    private static final int PASSES = 20;
    private static final long ORDER_SEED = 1;

    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();
    private final int[][] rows;
    private final boolean[] yes;
    private final double[] weights;

    private MarginTrainer(List<? extends Collection<String>> features, boolean[] yes) {
        this.yes = yes;
        this.names = frequent(features);
        for (int i = 0; i < names.size(); i++) {
            index.put(names.get(i), i);
        }
        this.rows = new int[features.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = features.get(i).stream()
                    .filter(index::containsKey)
                    .mapToInt(index::get)
                    .toArray();
        }
        this.weights = new double[names.size() + 1];
    }

    /** Weights by feature, with the bias under {@link CheckworthinessModel#BIAS}. */
    static Map<String, Double> train(List<? extends Collection<String>> features, boolean[] yes) {
        MarginTrainer trainer = new MarginTrainer(features, yes);
        trainer.run();
        Map<String, Double> result = new HashMap<>();
        for (int i = 0; i < trainer.names.size(); i++) {
            result.put(trainer.names.get(i), trainer.weights[i]);
        }
        result.put(CheckworthinessModel.BIAS, trainer.weights[trainer.names.size()]);
        return result;
    }

    private static List<String> frequent(List<? extends Collection<String>> features) {
        Map<String, Integer> counts = new HashMap<>();
        for (Collection<String> row : features) {
            row.forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        TreeSet<String> frequent = new TreeSet<>();
        counts.forEach((feature, count) -> {
            if (count >= FEWEST_ROWS) {
                frequent.add(feature);
            }
        });
        return List.copyOf(frequent);
    }

    private void run() {
        double[] alpha = new double[rows.length];
        int[] order = new int[rows.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(ORDER_SEED);
        for (int pass = 0; pass < PASSES; pass++) {
            shuffle(order, random);
            for (int row : order) {
                improve(row, alpha);
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** Moves along one dual variable to where its part of the objective is smallest. */
    private void improve(int row, double[] alpha) {
        double sign = yes[row] ? 1 : -1;
        double diagonal = 1 / (2 * (yes[row] ? COST_OF_YES : COST));
        double value = rows[row].length == 0 ? 0 : 1 / Math.sqrt(rows[row].length);
        int bias = names.size();
        double sum = 0;
        for (int feature : rows[row]) {
            sum += weights[feature];
        }
        double margin = sum * value + weights[bias];
        double squares = 1 + (rows[row].length == 0 ? 0 : 1);
        double gradient = sign * margin - 1 + diagonal * alpha[row];
        double moved = Math.max(0, alpha[row] - gradient / (squares + diagonal));
        double step = (moved - alpha[row]) * sign;
        if (step != 0) {
            alpha[row] = moved;
            for (int feature : rows[row]) {
                weights[feature] += step * value;
            }
            weights[bias] += step;
        }
    }
}
