package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.history.WordDiff;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of two saves that met: for each field that both changed the value before, theirs and mine, and a
 * form that sends the chosen ones (see {@link ConflictChoices}) with all that the first form held.
 *
 * @param others whether the form has more fields, which need no choice
 * @param rest the names and values of all other fields, joined
 */
record ConflictPage(long claimId, String action, List<Row> rows, boolean others, List<Map.Entry<String, String>> rest) {

    private static final Set<String> LEFT_OUT = Set.of("_csrf", "base", "version");
    private static final Set<String> LONG = Set.of("wording", "explanation", "quotedPassage", "note");
    private static final Set<String> CHOICES = Set.of("ratingId", "kind", "stance");
    private static final Set<String> DAYS = Set.of("publishedOn", "validAsOf", "reviewBy");

    /** A value as the form sends it, and in words. */
    record Value(String sent, String words) {}

    /**
     * One field that both wrote.
     *
     * @param base the value when the form was opened; null where that is not known
     * @param by who changed it since; null where nobody is known to have
     * @param own whether that was the reader
     * @param theirWords what they did to the value before, word by word; where it is not known, to mine
     */
    record Row(
            String name,
            @Nullable Value base,
            Value theirs,
            Value mine,
            @Nullable String by,
            boolean own,
            @Nullable Instant at,
            List<WordDiff.Segment> theirWords,
            List<WordDiff.Segment> myWords) {

        /** The kind of control for words of one's own: prose, line or date; none where only what is offered can be. */
        public String control() {
            return LONG.contains(name)
                    ? "prose"
                    : CHOICES.contains(name) ? "none" : DAYS.contains(name) ? "date" : "text";
        }
    }

    /** The key of the sentence that says who changed what. */
    String lead() {
        if (rows.stream().allMatch(row -> row.by == null)) {
            return "conflict.lead.unknown";
        }
        return rows.stream().allMatch(Row::own) ? "conflict.lead.own" : "conflict.lead";
    }

    List<String> people() {
        return rows.stream()
                .map(Row::by)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    List<String> fieldKeys() {
        return rows.stream().map(row -> "#conflict.field." + row.name).toList();
    }

    /** @param words says a field's value, as the form sends it, in words */
    static ConflictPage of(
            StaleEdit stale, HttpServletRequest request, @Nullable Actor reader, BinaryOperator<String> words) {
        List<Row> rows = stale.conflicts().stream()
                .map(field -> row(field, reader, words))
                .toList();
        boolean others = stale.fields().size() > rows.size();
        return new ConflictPage(stale.claimId(), request.getRequestURI(), rows, others, rest(stale, request));
    }

    private static Row row(StaleEdit.Field field, @Nullable Actor reader, BinaryOperator<String> words) {
        String name = field.name();
        String was = field.values().base();
        Value base = was == null ? null : new Value(was, words.apply(name, was));
        Value theirs = new Value(
                field.values().theirs(), words.apply(name, field.values().theirs()));
        Value mine = new Value(
                field.values().mine(), words.apply(name, field.values().mine()));
        String from = base == null ? theirs.words() : base.words();
        return new Row(
                name,
                base,
                theirs,
                mine,
                field.by(),
                reader != null && reader.is(field.byId()),
                field.at(),
                WordDiff.between(from, theirs.words()),
                WordDiff.between(from, mine.words()));
    }

    /** All that is sent again as it is: the fields that need no choice, joined, and what else stood in the form. */
    private static List<Map.Entry<String, String>> rest(StaleEdit stale, HttpServletRequest request) {
        List<Map.Entry<String, String>> rest = new ArrayList<>();
        Set<String> edited = new TreeSet<>();
        for (StaleEdit.Field field : stale.fields()) {
            edited.add(field.name());
            if (!field.values().conflict()) {
                rest.add(Map.entry(field.name(), field.values().joined()));
            }
        }
        request.getParameterMap().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name) && !edited.contains(name)) {
                for (String value : values) {
                    rest.add(Map.entry(name, value));
                }
            }
        });
        rest.add(Map.entry("base", Integer.toString(stale.head())));
        return rest;
    }
}
