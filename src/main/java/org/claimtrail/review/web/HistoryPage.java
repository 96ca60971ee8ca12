package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.history.WordDiff;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * The history of a claim: its timeline, a comparison of two revisions, and who last touched each field.
 *
 * @param broken the number of the first revision that does not fit the chain; null where the chain is whole
 */
record HistoryPage(
        long claimId,
        String wording,
        List<RevisionLine> lines,
        int from,
        int to,
        List<FieldDiff> diffs,
        List<LastTouched> fields,
        @Nullable Integer broken) {

    /** How one field differs between the two revisions. */
    record FieldDiff(String label, List<WordDiff.Segment> segments, boolean isLong) {}

    /** A field, its value now, and the revision that it has it from. */
    record LastTouched(String label, String value, int number, String actorName) {}

    private static final int LONG_CHARS = 120;

    /** Whether a draft is kept from the reader, and with it the hashes. */
    public boolean veiled() {
        return lines.stream().anyMatch(line -> line.hash().equals(Hash.ZERO.hex()));
    }

    /**
     * Builds the page.
     *
     * @param all every revision, oldest first
     * @param visible which of them the reader may see
     * @param shown which facts the reader may see, by name
     */
    static HistoryPage of(
            List<Revision> all,
            Predicate<Revision> visible,
            Predicate<String> shown,
            @Nullable Integer askedFrom,
            @Nullable Integer askedTo,
            @Nullable Integer broken,
            Map<Long, String> people,
            Sentences sentences) {
        List<Revision> seen = all.stream().filter(visible).toList();
        if (seen.isEmpty()) {
            throw new NotFound("history", "");
        }
        int to = number(askedTo, seen, seen.get(seen.size() - 1).number());
        int before = seen.stream()
                .mapToInt(Revision::number)
                .filter(n -> n < to)
                .max()
                .orElse(to);
        int from = number(askedFrom, seen, before);
        Facts then = History.fold(until(all, from));
        Facts later = History.fold(until(all, to));
        TreeSet<String> names = new TreeSet<>(then.values().keySet());
        names.addAll(later.values().keySet());
        List<FieldDiff> diffs = new ArrayList<>();
        for (String name : names) {
            String old = FactNames.value(name, then.get(name), people, sentences);
            String now = FactNames.value(name, later.get(name), people, sentences);
            if (shown.test(name) && !old.equals(now)) {
                diffs.add(new FieldDiff(
                        FactNames.label(name, sentences),
                        WordDiff.between(old, now),
                        Math.max(old.length(), now.length()) > LONG_CHARS));
            }
        }
        Facts current = History.fold(all);
        List<LastTouched> fields = new ArrayList<>();
        History.lastTouched(all).forEach((name, revision) -> {
            String value = current.get(name);
            if (shown.test(name) && value != null) {
                fields.add(new LastTouched(
                        FactNames.label(name, sentences),
                        FactNames.value(name, value, people, sentences),
                        Math.max(revision.number(), seen.get(0).number()),
                        revision.actorName()));
            }
        });
        return new HistoryPage(
                all.get(0).claimId(),
                Objects.requireNonNullElse(current.get("wording"), ""),
                RevisionLine.newestFirst(seen, sentences),
                from,
                to,
                diffs,
                fields,
                broken);
    }

    private static List<Revision> until(List<Revision> all, int number) {
        return all.stream().filter(r -> r.number() <= number).toList();
    }

    private static int number(@Nullable Integer asked, List<Revision> seen, int otherwise) {
        return asked != null && seen.stream().anyMatch(r -> r.number() == asked) ? asked : otherwise;
    }
}
