package org.claimtrail.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two saves of one form, joined field by field. Where one of the two left a field as it was when the form was opened,
 * the other one's value stands; where both gave it another value, a person has to choose.
 */
public record Merge(List<Field> fields) {

    public Merge {
        fields = List.copyOf(fields);
    }

    /**
     * A field of a form.
     *
     * @param facts the names under which the history keeps it
     * @param value its value in what the form edits; its {@code toString} is what the form sends
     */
    public record Part<T>(String name, List<String> facts, Function<T, @Nullable Object> value) {

        String text(T from) {
            return Objects.toString(value.apply(from), "");
        }
    }

    public static <T> Part<T> part(String name, Function<T, @Nullable Object> value, String... facts) {
        return new Part<>(name, List.of(facts), value);
    }

    /**
     * What became of one field; each value as the form sends it, empty for none.
     *
     * @param base the value when the form was opened; null where that is not known
     * @param theirs what is stored now
     * @param mine what was sent
     */
    public record Field(
            String name, List<String> facts, @Nullable String base, String theirs, String mine) {

        /** Both gave it another value, or may have. */
        public boolean conflict() {
            return !mine.equals(theirs) && !mine.equals(base) && !theirs.equals(base);
        }

        /** Only the save that came first changed it. */
        public boolean theirsAlone() {
            return !mine.equals(theirs) && mine.equals(base);
        }

        /** The value of a field without a conflict. */
        public String joined() {
            return theirsAlone() ? theirs : mine;
        }
    }

    /**
     * Compares what a form sent with what is stored.
     *
     * @param base what was stored when the form was opened; null where that is not known: every difference is a conflict
     */
    public static <T> Merge of(List<Part<T>> parts, @Nullable T base, T theirs, T mine) {
        return new Merge(parts.stream()
                .map(part -> new Field(
                        part.name(),
                        part.facts(),
                        base == null ? null : part.text(base),
                        part.text(theirs),
                        part.text(mine)))
                .toList());
    }

    /** The fields of both. */
    public Merge and(Merge other) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(other.fields);
        return new Merge(all);
    }

    public boolean conflicts() {
        return fields.stream().anyMatch(Field::conflict);
    }

    /** Whether what is stored stands for this field, which has no conflict. */
    public boolean keepsTheirs(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name) && field.theirsAlone());
    }
}
