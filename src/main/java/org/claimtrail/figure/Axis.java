package org.claimtrail.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A straight axis from left to right: values onto units of the drawing.
 *
 * @param low the value at the left end
 * @param high the value at the right end, above low
 * @param left where the axis begins
 * @param right where it ends
 */
public record Axis(double low, double high, double left, double right) {

    /** A mark on the axis with its text. */
    public record Tick(double at, String text) {}

    /** An axis from 0 to a round number that holds the highest value, 1 at least. */
    public static Axis fromZero(double highest, double left, double right) {
        double held = Math.max(highest, 1);
        double step = step(held);
        return new Axis(0, step * Math.ceil(held / step - 1e-9), left, right);
    }

    /** Where a value stands, to a tenth of a unit; what lies outside stands at the end. */
    public double at(double value) {
        double share = (Math.max(low, Math.min(high, value)) - low) / (high - low);
        return tenth(left + share * (right - left));
    }

    /**
     * At most six marks, at round numbers between the ends.
     *
     * @param smallestStep how far two marks lie apart at least; 1 where values are counts
     */
    public List<Tick> ticks(double smallestStep) {
        double step = Math.max(smallestStep, step(high - low));
        List<Tick> ticks = new ArrayList<>();
        for (int i = (int) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9; i++) {
            ticks.add(new Tick(at(i * step), text(i * step, step)));
        }
        return ticks;
    }

    private static String text(double value, double step) {
        String format = step < 1 ? "%.1f" : "%,.0f";
        return String.format(Locale.ENGLISH, format, value).replace('-', '−');
    }

    /** The smallest of 1, 2, 5, 10, … (below 1 of 0.2, 0.5) that divides the extent into five parts at most. */
    private static double step(double extent) {
        double power = Math.pow(10, Math.floor(Math.log10(extent / 5)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (factor * power >= extent / 5 - 1e-9) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
