package org.claimtrail.dashboard.web;

import java.util.List;
import org.claimtrail.dashboard.Output;
import org.claimtrail.figure.DotPlot;
import org.claimtrail.figure.Figures;
import org.claimtrail.figure.Period;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * How long verdicts took, as a table and as a plot.
 *
 * @param unit what the period is divided into: week, month or year
 * @param plot null where nothing was published
 */
record DurationTable(String unit, List<Row> rows, @Nullable DotPlot plot) {

    /** A part of the period, or the whole of it. */
    record Row(String label, String verdicts, String median, String ninth, boolean whole) {}

    static DurationTable of(Period period, List<Output.Duration> durations, Sentences sentences) {
        List<Row> rows = durations.stream()
                .map(duration -> new Row(
                        label(period, duration, sentences),
                        Figures.count(duration.verdicts()),
                        Figures.days(duration.median()),
                        Figures.days(duration.ninth()),
                        duration.part() == null))
                .toList();
        List<DotPlot.Value> values = durations.stream()
                .map(duration -> new DotPlot.Value(
                        label(period, duration, sentences),
                        null,
                        duration.median(),
                        duration.ninth(),
                        Figures.days(duration.median())))
                .toList();
        String title = sentences.say("dashboard.duration.plot");
        return new DurationTable(period.step().unit(), rows, values.isEmpty() ? null : DotPlot.fromZero(title, values));
    }

    private static String label(Period period, Output.Duration duration, Sentences sentences) {
        return duration.part() == null
                ? sentences.say("dashboard.whole")
                : period.step().label(duration.part());
    }
}
