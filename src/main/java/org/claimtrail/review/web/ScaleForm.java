package org.claimtrail.review.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.ScaleLabel;
import org.claimtrail.review.ScaleRules;
import org.claimtrail.review.ScaleView;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A rating scale as typed. A row without a label is left out; the others stand in the order of their places. */
record ScaleForm(
        @Nullable String version,

        @Readable(message = "{scale.name.blank}") @Storable(max = 100)
        String name,

        @Valid @Size(max = ScaleRules.MOST_LABELS + ScaleForm.BLANK_ROWS, message = "{scale.fault.many}")
        List<Row> rows) {

    static final int BLANK_ROWS = 3;
    private static final String NUMBER = "\\s*(-?\\d{1,9})?\\s*";
    private static final String KIND = "(ORDERED|UNORDERED|NO_FINDING)?";

    ScaleForm {
        rows = rows == null ? List.of() : rows;
    }

    /** One label as typed; the numbers as text, so that what is none comes back beside its error. */
    record Row(
            @Nullable String code,

            @Pattern(regexp = NUMBER, message = "{typeMismatch}") @Nullable
            String place,

            @Storable(max = 60) @Nullable String label,

            @Pattern(regexp = KIND, message = "{typeMismatch}") @Nullable
            String kind,

            @Pattern(regexp = NUMBER, message = "{typeMismatch}") @Nullable
            String value) {

        private static final Row BLANK = new Row(null, null, null, RatingKind.ORDERED.name(), null);

        private ScaleLabel read() {
            return new ScaleLabel(
                    Texts.orNull(code), Objects.requireNonNull(Texts.orNull(label)), readKind(), number(value));
        }

        private RatingKind readKind() {
            if (kind == null || kind.isEmpty() || !kind.matches(KIND)) {
                return RatingKind.ORDERED;
            }
            return RatingKind.valueOf(kind);
        }
    }

    private static @Nullable Integer number(@Nullable String typed) {
        String number = Texts.orNull(typed);
        return number == null || !number.matches(NUMBER) ? null : Integer.valueOf(number);
    }

    /** A form of an empty scale. */
    static ScaleForm empty() {
        return new ScaleForm(null, "", Collections.nCopies(BLANK_ROWS + 2, Row.BLANK));
    }

    static ScaleForm of(ScaleView scale) {
        List<Row> rows = new ArrayList<>();
        for (ScaleLabel label : scale.labels()) {
            rows.add(new Row(
                    label.code(),
                    Integer.toString(rows.size() + 1),
                    label.label(),
                    label.kind().name(),
                    label.value() == null ? null : label.value().toString()));
        }
        rows.addAll(Collections.nCopies(BLANK_ROWS, Row.BLANK));
        return new ScaleForm(Integer.toString(scale.version()), scale.name(), rows);
    }

    /** The numbers of the rows with a label, by their places; those without a place keep theirs at the end. */
    List<Integer> filled() {
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (Texts.orNull(rows.get(i).label()) != null) {
                filled.add(i);
            }
        }
        filled.sort(Comparator.comparing(
                i -> number(rows.get(i).place()), Comparator.nullsLast(Comparator.naturalOrder())));
        return filled;
    }

    /** The labels in their order. */
    public List<ScaleLabel> labels() {
        return filled().stream().map(i -> rows.get(i).read()).toList();
    }

    /** The version that was edited; 0, which none has, where the form names none. */
    int editedVersion() {
        return Objects.requireNonNullElse(number(version), 0);
    }
}
