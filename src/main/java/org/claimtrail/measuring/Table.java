package org.claimtrail.measuring;

import java.util.List;
import java.util.Locale;

/** Figures as a table of plain text that is also Markdown. */
final class Table {

    private static final String ROW = "| %-22s | %-38s | %9s | %9s | %8s | %-4s |%n";

    private Table() {}

    static String of(List<Figure> figures, EarlierRun before) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, ROW, "data", "measure", "now", "before", "goal", ""));
        table.append(String.format(
                Locale.ROOT,
                ROW,
                "-".repeat(22),
                "-".repeat(38),
                "-".repeat(8) + ":",
                "-".repeat(8) + ":",
                "-".repeat(7) + ":",
                "----"));
        for (Figure figure : figures) {
            Double earlier = before.value(figure);
            String goal = figure.goal() == null ? "" : (figure.upward() ? "≥ " : "≤ ") + number(figure.goal());
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    figure.set(),
                    figure.measure(),
                    number(figure.value()),
                    earlier == null ? "" : number(earlier),
                    goal,
                    figure.goal() == null ? "" : figure.isReached() ? "met" : "MISS"));
        }
        return table.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) >= 2
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
