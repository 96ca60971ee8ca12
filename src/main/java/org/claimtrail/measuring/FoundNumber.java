package org.claimtrail.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.Quantity;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;
import org.jspecify.annotations.Nullable;

/**
 * A number among the quantities found; a range is two.
 *
 * @param upper whether it is the upper end of a range
 */
record FoundNumber(double value, @Nullable String unit, boolean upper) {

    private static final double RELATIVE_ERROR = 1e-6;

    /** The numbers of each text, read as {@code split --lines} reads it, in order. */
    static List<List<FoundNumber>> inLines(List<String> texts) {
        String lines = texts.stream().map(text -> text.replaceAll("\\R", " ")).collect(Collectors.joining("\n"));
        return ClaimSplitter.standard().splitLines(lines, SplitterSettings.defaults()).stream()
                .map(FoundNumber::in)
                .toList();
    }

    private static List<FoundNumber> in(SplitSentence sentence) {
        List<FoundNumber> numbers = new ArrayList<>();
        for (Quantity quantity : sentence.quantities()) {
            if (quantity.value() != null) {
                numbers.add(new FoundNumber(quantity.value(), quantity.unit(), false));
            } else {
                numbers.add(new FoundNumber(Objects.requireNonNull(quantity.low()), quantity.unit(), false));
                numbers.add(new FoundNumber(Objects.requireNonNull(quantity.high()), quantity.unit(), true));
            }
        }
        return numbers;
    }

    /** Whether the values agree to the sixth digit, the precision the data sets give. */
    boolean is(double other) {
        return Math.abs(value - other) <= RELATIVE_ERROR * Math.abs(other);
    }
}
