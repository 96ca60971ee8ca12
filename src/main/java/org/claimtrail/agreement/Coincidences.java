package org.claimtrail.agreement;

import java.util.List;

/**
 * How often each pair of labels stands within a unit: o_ck of Krippendorff (2011), where a unit with m values adds each of
 * its ordered pairs with the weight 1 / (m − 1). Symmetric; a unit with fewer than two values adds nothing.
 */
final class Coincidences {

    private final double[][] cells;
    private final double[] totals;
    private double values;
    private int units;
    private int alone;

    private Coincidences(int labels) {
        cells = new double[labels][labels];
        totals = new double[labels];
    }

    /**
     * @param labels how many labels there are
     * @param units the values of each unit as numbers of labels from 0, in any order; a missing value is left out
     */
    static Coincidences of(int labels, List<int[]> units) {
        Coincidences found = new Coincidences(labels);
        for (int[] unit : units) {
            if (unit.length > 1) {
                found.add(unit);
            } else {
                found.alone += unit.length;
            }
        }
        return found;
    }

    /** Those of two coders, who rated every unit. */
    static Coincidences of(ConfusionMatrix matrix) {
        int labels = matrix.labels();
        Coincidences found = new Coincidences(labels);
        for (int first = 0; first < labels; first++) {
            for (int second = 0; second < labels; second++) {
                int count = matrix.count(first, second);
                found.put(first, second, count);
                found.put(second, first, count);
                found.units += count;
            }
        }
        return found;
    }

    private void add(int[] unit) {
        for (int one = 0; one < unit.length; one++) {
            for (int other = 0; other < unit.length; other++) {
                if (one != other) {
                    put(unit[one], unit[other], 1.0 / (unit.length - 1));
                }
            }
        }
        units++;
    }

    private void put(int one, int other, double weight) {
        cells[one][other] += weight;
        totals[one] += weight;
        values += weight;
    }

    double cell(int one, int other) {
        return cells[one][other];
    }

    /** How often each label was given, over the units that count. */
    double[] totals() {
        return totals.clone();
    }

    /** How many values were given in the units that count. */
    double values() {
        return values;
    }

    int units() {
        return units;
    }

    int alone() {
        return alone;
    }
}
