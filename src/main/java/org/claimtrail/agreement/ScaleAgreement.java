package org.claimtrail.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The agreement on the claims that were rated twice by one version of a rating scale.
 *
 * @param matrix all pairs of a first and a second rating, labels in the order of the scale
 * @param nominal alpha over all labels
 * @param ordinal alpha over the pairs of which both labels have a place in the order of the scale
 * @param orderedPairs how many pairs these are
 * @param recalled how many drafts were taken back before a second rating
 * @param waiting how many drafts wait for a second rating now
 */
public record ScaleAgreement(
        Scale scale,
        List<Label> labels,
        ConfusionMatrix matrix,
        Measure nominal,
        Measure ordinal,
        int orderedPairs,
        int recalled,
        int waiting) {

    /** With fewer pairs the page warns: each single claim moves the figures much. */
    public static final int FEW = 30;

    /** A version of a rating scale. */
    public record Scale(long id, String name, int version) {}

    /**
     * A label of the scale.
     *
     * @param value its place in the order; null where it has none
     */
    public record Label(long id, String text, @Nullable Integer value) {}

    static ScaleAgreement of(Scale scale, List<Label> labels, ConfusionMatrix matrix, int recalled, int waiting) {
        List<Integer> ordered = IntStream.range(0, labels.size())
                .filter(i -> labels.get(i).value() != null)
                .boxed()
                .sorted(Comparator.comparing(
                        i -> Objects.requireNonNull(labels.get(i).value())))
                .toList();
        ConfusionMatrix inOrder = matrix.only(ordered);
        return new ScaleAgreement(
                scale,
                labels,
                matrix,
                Measure.of(matrix, Metric.NOMINAL),
                Measure.of(inOrder, Metric.ORDINAL),
                inOrder.total(),
                recalled,
                waiting);
    }

    public int pairs() {
        return matrix.total();
    }

    public boolean few() {
        return pairs() < FEW;
    }

    /** How many pairs the ordinal alpha leaves out: a label of theirs has no place in the order. */
    public int unordered() {
        return pairs() - orderedPairs;
    }

    public List<String> unorderedLabels() {
        return labels.stream()
                .filter(label -> label.value() == null)
                .map(Label::text)
                .toList();
    }
}
