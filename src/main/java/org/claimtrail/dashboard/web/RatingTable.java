package org.claimtrail.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimtrail.dashboard.Output;
import org.claimtrail.figure.Period;
import org.claimtrail.figure.StackedBars;
import org.claimtrail.support.Sentences;

/** The verdicts of a rating scale, over all its versions, by part of the period: a table and a plot. */
record RatingTable(
        String scale, String name, List<StackedBars.Series> series, List<StackedBars.Value> rows, StackedBars plot) {

    /** A table for each scale that verdicts of the period use. */
    static List<RatingTable> all(
            Period period, List<Output.Rated> rated, List<Output.Label> labels, Sentences sentences) {
        Map<String, List<Output.Label>> scales = labels.stream().collect(Collectors.groupingBy(Output.Label::scale));
        return rated.stream()
                .map(Output.Rated::scale)
                .distinct()
                .sorted()
                .map(scale -> of(
                        period,
                        rated.stream().filter(r -> r.scale().equals(scale)).toList(),
                        scales.getOrDefault(scale, List.of()),
                        sentences))
                .toList();
    }

    private static RatingTable of(
            Period period, List<Output.Rated> rated, List<Output.Label> labels, Sentences sentences) {
        Map<LocalDate, Map<String, Integer>> counts = rated.stream()
                .collect(Collectors.groupingBy(
                        Output.Rated::part,
                        Collectors.toMap(Output.Rated::rating, Output.Rated::verdicts, Integer::sum)));
        TreeSet<String> used = rated.stream().map(Output.Rated::rating).collect(Collectors.toCollection(TreeSet::new));
        List<StackedBars.Series> series = new ArrayList<>();
        for (int place = 0; place < labels.size(); place++) {
            Output.Label label = labels.get(place);
            if (used.contains(label.rating())) {
                series.add(new StackedBars.Series(label.rating(), label.label(), place % StackedBars.PATTERNS));
            }
        }
        List<StackedBars.Value> rows = new ArrayList<>();
        for (LocalDate part : new TreeSet<>(counts.keySet())) {
            Map<String, Integer> found = counts.getOrDefault(part, Map.of());
            rows.add(new StackedBars.Value(
                    period.step().label(part),
                    series.stream().map(s -> found.getOrDefault(s.code(), 0)).toList()));
        }
        String name = labels.get(0).scaleName();
        String title = sentences.say("dashboard.ratings.plot", name);
        return new RatingTable(labels.get(0).scale(), name, series, rows, StackedBars.of(title, series, rows));
    }
}
