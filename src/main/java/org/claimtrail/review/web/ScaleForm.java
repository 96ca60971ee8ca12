package org.claimtrail.review.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.ScaleLabel;
import org.claimtrail.review.ScaleRules;
import org.claimtrail.review.ScaleView;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A rating scale as typed. A row without a label is left out; the others stand in the order of their places. */
public class ScaleForm {

    private static final int BLANK_ROWS = 3;

    private @Nullable Integer version;

    @NotBlank(message = "{scale.name.blank}")
    @Storable(max = 100)
    private String name = "";

    @Valid
    @Size(max = ScaleRules.MOST_LABELS + BLANK_ROWS, message = "{scale.fault.many}")
    private List<Row> rows = new ArrayList<>();

    /** One label as typed. */
    public static class Row {

        private @Nullable String code;
        private @Nullable Integer place;

        @Storable(max = 60)
        private @Nullable String label;

        private RatingKind kind = RatingKind.ORDERED;
        private @Nullable Integer value;

        public @Nullable String getCode() {
            return code;
        }

        public void setCode(@Nullable String code) {
            this.code = code;
        }

        public @Nullable Integer getPlace() {
            return place;
        }

        public void setPlace(@Nullable Integer place) {
            this.place = place;
        }

        public @Nullable String getLabel() {
            return label;
        }

        public void setLabel(@Nullable String label) {
            this.label = label;
        }

        public RatingKind getKind() {
            return kind;
        }

        public void setKind(@Nullable RatingKind kind) {
            this.kind = kind == null ? RatingKind.ORDERED : kind;
        }

        public @Nullable Integer getValue() {
            return value;
        }

        public void setValue(@Nullable Integer value) {
            this.value = value;
        }
    }

    /** A form of an empty scale. */
    static ScaleForm empty() {
        ScaleForm form = new ScaleForm();
        form.addBlank(BLANK_ROWS + 2);
        return form;
    }

    static ScaleForm of(ScaleView scale) {
        ScaleForm form = new ScaleForm();
        form.version = scale.version();
        form.name = scale.name();
        for (ScaleLabel label : scale.labels()) {
            Row row = new Row();
            row.code = label.code();
            row.place = form.rows.size() + 1;
            row.label = label.label();
            row.kind = label.kind();
            row.value = label.value();
            form.rows.add(row);
        }
        form.addBlank(BLANK_ROWS);
        return form;
    }

    private void addBlank(int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row());
        }
    }

    /** The rows with a label, by their places; those without a place keep theirs at the end. */
    List<Row> filled() {
        return rows.stream()
                .filter(row -> Texts.orNull(row.label) != null)
                .sorted(Comparator.comparing(Row::getPlace, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    List<ScaleLabel> labels() {
        return filled().stream()
                .map(row -> new ScaleLabel(
                        Texts.orNull(row.code), Objects.requireNonNull(Texts.orNull(row.label)), row.kind, row.value))
                .toList();
    }

    /** The labels in their order, to be sent again. */
    public List<ScaleLabel> getLabels() {
        return labels();
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    int editedVersion() {
        return version == null ? 0 : version;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public List<Row> getRows() {
        return rows;
    }

    public void setRows(List<Row> rows) {
        this.rows = rows;
    }
}
