package org.claimtrail.agreement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.claimtrail.agreement.ConfusionMatrix;
import org.claimtrail.agreement.Measure;
import org.claimtrail.agreement.Reading;
import org.claimtrail.agreement.ScaleAgreement;
import org.claimtrail.figure.DotPlot;
import org.claimtrail.figure.Figures;
import org.claimtrail.figure.SquareMatrix;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A version of a scale on the page.
 *
 * @param leftOut sentences on what the figures do not hold
 * @param plot null where no alpha is defined
 */
record AgreementSection(
        ScaleAgreement agreement,
        String agreed,
        List<Line> lines,
        List<String> leftOut,
        @Nullable DotPlot plot,
        SquareMatrix squares) {

    /** An alpha with its interval, over how many claims, and how to read it. */
    record Line(String name, String value, String interval, int pairs, String reading) {}

    static AgreementSection of(ScaleAgreement agreement, Sentences sentences) {
        Line nominal = line("agreement.nominal", agreement.nominal(), agreement.pairs(), sentences);
        Line ordinal = line("agreement.ordinal", agreement.ordinal(), agreement.orderedPairs(), sentences);
        ConfusionMatrix matrix = agreement.matrix();
        return new AgreementSection(
                agreement,
                Figures.percent(matrix.agreed(), matrix.total()),
                List.of(nominal, ordinal),
                leftOut(agreement, sentences),
                plot(agreement, nominal, ordinal, sentences),
                squares(agreement, sentences));
    }

    private static Line line(String key, Measure measure, int pairs, Sentences sentences) {
        var interval = measure.interval();
        return new Line(
                sentences.say(key),
                Figures.coefficient(measure.alpha().value()),
                interval == null
                        ? sentences.say("agreement.interval.none")
                        : sentences.say(
                                "agreement.interval",
                                Figures.coefficient(interval.low()),
                                Figures.coefficient(interval.high())),
                pairs,
                reading(measure, sentences));
    }

    private static String reading(Measure measure, Sentences sentences) {
        var undefined = measure.alpha().undefined();
        if (undefined != null) {
            return sentences.say("agreement.undefined." + undefined.name().toLowerCase(Locale.ROOT));
        }
        Reading reading = measure.reading();
        if (reading == null) {
            return sentences.say("agreement.reading.few");
        }
        String read = sentences.say("agreement.reading." + reading.code());
        return measure.doubtful() ? read + " " + sentences.say("agreement.doubtful") : read;
    }

    private static List<String> leftOut(ScaleAgreement agreement, Sentences sentences) {
        List<String> left = new ArrayList<>();
        if (agreement.unordered() > 0) {
            left.add(sentences.say("agreement.left.unordered", agreement.unordered(), agreement.unorderedLabels()));
        }
        if (agreement.recalled() > 0) {
            left.add(sentences.say("agreement.left.recalled", agreement.recalled()));
        }
        if (agreement.waiting() > 0) {
            left.add(sentences.say("agreement.left.waiting", agreement.waiting()));
        }
        return left;
    }

    private static @Nullable DotPlot plot(ScaleAgreement agreement, Line nominal, Line ordinal, Sentences sentences) {
        if (agreement.nominal().alpha().value() == null
                && agreement.ordinal().alpha().value() == null) {
            return null;
        }
        return DotPlot.upToOne(
                sentences.say("agreement.plot", nominal.value(), ordinal.value()),
                List.of(
                        value("agreement.plot.nominal", agreement.nominal(), nominal, sentences),
                        value("agreement.plot.ordinal", agreement.ordinal(), ordinal, sentences)),
                List.of(Reading.TENTATIVE_FROM, Reading.RELIABLE_FROM));
    }

    private static DotPlot.Value value(String key, Measure measure, Line line, Sentences sentences) {
        var interval = measure.interval();
        return new DotPlot.Value(
                sentences.say(key),
                interval == null ? null : (Double) interval.low(),
                measure.alpha().value(),
                interval == null ? null : (Double) interval.high(),
                line.value());
    }

    private static SquareMatrix squares(ScaleAgreement agreement, Sentences sentences) {
        ConfusionMatrix matrix = agreement.matrix();
        List<List<Integer>> counts = IntStream.range(0, matrix.labels())
                .mapToObj(first -> IntStream.range(0, matrix.labels())
                        .mapToObj(second -> matrix.count(first, second))
                        .toList())
                .toList();
        List<String> labels =
                agreement.labels().stream().map(ScaleAgreement.Label::text).toList();
        return SquareMatrix.of(sentences.say("agreement.squares", matrix.agreed(), matrix.total()), labels, counts);
    }
}
