package org.claimtrail.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar a row, made of a segment for each series. A series has a pattern besides its colour, so that it can be told from the
 * others without it. All places are in units of the drawing.
 *
 * @param title what it shows, for those who do not see it
 */
public record StackedBars(String title, List<Series> series, List<Bar> bars, List<Axis.Tick> ticks, int height) {

    /** How many patterns the drawing knows; further series begin again. */
    public static final int PATTERNS = 9;

    private static final int LEFT = 92;
    private static final int RIGHT = DotPlot.WIDTH - 48;
    private static final int TOP = 4;
    private static final int ROW = 26;
    private static final int BAR = 18;
    private static final int FOOT = 26;
    private static final int WIDE_ENOUGH_FOR_A_DIGIT = 12;

    /** What a segment stands for: a code that has a colour, and a name. */
    public record Series(String code, String label, int pattern) {}

    /** A row of counts, one for each series in its order. */
    public record Value(String label, List<Integer> counts) {

        public int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A part of a bar; its text is empty where it is too narrow for one. */
    public record Segment(Series series, double x, double width, String text) {}

    /** A bar as it is drawn. */
    public record Bar(String label, double y, List<Segment> segments, double end, String total) {}

    public static StackedBars of(String title, List<Series> series, List<Value> values) {
        Axis axis = Axis.fromZero(values.stream().mapToInt(Value::total).max().orElse(0), LEFT, RIGHT);
        List<Bar> bars = new ArrayList<>();
        for (Value value : values) {
            double y = TOP + ROW * bars.size() + (ROW - BAR) / 2.0;
            int total = value.total();
            bars.add(new Bar(value.label(), y, segments(series, value, axis), axis.at(total), Figures.count(total)));
        }
        return new StackedBars(title, series, bars, axis.ticks(1), TOP + ROW * bars.size() + FOOT);
    }

    private static List<Segment> segments(List<Series> series, Value value, Axis axis) {
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < series.size(); i++) {
            int count = value.counts().get(i);
            if (count > 0) {
                double x = axis.at(before);
                double width = Axis.tenth(axis.at(before + count) - x);
                String text = Figures.count(count);
                boolean fits = width >= WIDE_ENOUGH_FOR_A_DIGIT + 8 * (text.length() - 1);
                segments.add(new Segment(series.get(i), x, width, fits ? text : ""));
                before += count;
            }
        }
        return segments;
    }

    public int width() {
        return DotPlot.WIDTH;
    }

    public int thickness() {
        return BAR;
    }

    public int bottom() {
        return height - FOOT;
    }

    public int labelEnd() {
        return LEFT - 8;
    }
}
