package org.claimtrail.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row for each figure: a dot where it lies, a line over its range. All places are in units of the drawing.
 *
 * @param title what it shows, for those who do not see it
 * @param limits values with a line of their own through all rows
 */
public record DotPlot(String title, List<Row> rows, List<Axis.Tick> ticks, List<Axis.Tick> limits, int height) {

    /** The width of every plot of this module. */
    public static final int WIDTH = 440;

    private static final int LEFT = 116;
    private static final int RIGHT = WIDTH - 56;
    private static final int TOP = 24;
    private static final int ROW = 28;
    private static final int FOOT = 26;

    /**
     * A figure with its range.
     *
     * @param value null where there is none
     * @param text the figure in words, at the row's end
     */
    public record Value(
            String label,
            @Nullable Double low,
            @Nullable Double value,
            @Nullable Double high,
            String text) {}

    /** A row as it is drawn; a place is null where nothing is drawn. */
    public record Row(
            String label,
            String text,
            double y,
            @Nullable Double from,
            @Nullable Double dot,
            @Nullable Double to) {}

    /** Figures on an axis from 0. */
    public static DotPlot fromZero(String title, List<Value> values) {
        double highest = Collections.max(values.stream()
                .flatMap(value -> Stream.of(or0(value.value()), or0(value.high())))
                .toList());
        return of(title, values, Axis.fromZero(highest, LEFT, RIGHT), List.of());
    }

    /** Figures of which 1 is the highest, on an axis that begins at 0 or below the lowest. */
    public static DotPlot upToOne(String title, List<Value> values, List<Double> limits) {
        double lowest = Collections.min(values.stream()
                .flatMap(value -> Stream.of(or0(value.value()), or0(value.low())))
                .toList());
        double low = Math.max(-1, Math.floor(Math.min(0, lowest) * 5) / 5);
        return of(title, values, new Axis(low, 1, LEFT, RIGHT), limits);
    }

    private static DotPlot of(String title, List<Value> values, Axis axis, List<Double> limits) {
        List<Row> rows = new ArrayList<>();
        for (Value value : values) {
            rows.add(new Row(
                    value.label(),
                    value.text(),
                    TOP + ROW * (rows.size() + 0.5),
                    at(axis, value.low()),
                    at(axis, value.value()),
                    at(axis, value.high())));
        }
        List<Axis.Tick> lines = limits.stream()
                .map(limit -> new Axis.Tick(axis.at(limit), String.format(Locale.ENGLISH, "%.3f", limit)))
                .toList();
        return new DotPlot(title, rows, axis.ticks(0), lines, TOP + ROW * rows.size() + FOOT);
    }

    private static @Nullable Double at(Axis axis, @Nullable Double value) {
        return value == null ? null : axis.at(value);
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    public int width() {
        return WIDTH;
    }

    public int top() {
        return TOP;
    }

    /** Where the rows end. */
    public int bottom() {
        return height - FOOT;
    }

    /** Where the labels end. */
    public int labelEnd() {
        return LEFT - 10;
    }
}
