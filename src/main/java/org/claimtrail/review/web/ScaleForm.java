package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.ScaleVersion;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A rating scale as typed. A row without a label is none.
 *
 * @param version the version that was edited; 0 or none for a new scale
 */
record ScaleForm(
        @Nullable String code,
        @Nullable String version,
        @Nullable String name,
        @Nullable List<Row> rows) {

    static final int MOST = 20;
    private static final int SPARE = 3;

    /** One label as typed. */
    record Row(
            @Nullable String code,
            @Nullable String label,
            @Nullable String kind,
            @Nullable String value,
            @Nullable String position) {

        static final Row EMPTY = new Row(null, null, RatingKind.ORDERED.code(), null, null);

        boolean blank() {
            return Texts.orNull(label) == null;
        }
    }

    static ScaleForm blank() {
        return new ScaleForm(null, "0", null, List.of());
    }

    static ScaleForm of(ScaleVersion scale) {
        List<Row> rows = new ArrayList<>();
        for (ScaleVersion.Label label : scale.labels()) {
            rows.add(new Row(
                    label.code(),
                    label.label(),
                    label.kind().code(),
                    Objects.toString(label.value(), ""),
                    Integer.toString(rows.size() + 1)));
        }
        return new ScaleForm(scale.code(), Integer.toString(scale.version()), scale.name(), rows);
    }

    List<Row> typed() {
        return rows == null
                ? List.of()
                : rows.stream().limit(MOST).map(r -> r == null ? Row.EMPTY : r).toList();
    }

    /** What was typed and some empty rows for more. */
    public List<Row> shown() {
        List<Row> shown = new ArrayList<>(typed());
        long filled = shown.stream().filter(r -> !r.blank()).count();
        while (shown.size() < MOST && shown.size() < Math.max(filled + SPARE, 5)) {
            shown.add(Row.EMPTY);
        }
        return shown;
    }

    int editedVersion() {
        return version != null && version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
    }

    public boolean isNew() {
        return editedVersion() == 0;
    }
}
