package org.claimtrail.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as readers saw it after one revision of its claim, read from the history alone.
 *
 * @param at when that revision was made
 * @param replacedAt when readers saw the next one; null for the newest
 */
record EarlierVerdict(
        int number,
        Instant at,
        @Nullable Instant replacedAt,
        String wording,
        @Nullable String claimant,
        String rating,
        String scale,
        String explanation,
        String reviewer,
        @Nullable String secondReviewer,
        @Nullable String validAsOf,
        List<Piece> evidence) {

    private static final Pattern EVIDENCE = Pattern.compile("evidence\\.(\\d+)\\.address");

    /** A piece of evidence as it was. */
    record Piece(
            String stance,
            String address,
            String title,
            @Nullable String quote,
            @Nullable String note) {}

    /** @throws NotFound where readers saw no such revision */
    static EarlierVerdict of(List<Revision> all, int number) {
        Predicate<Revision> visible = PublicHistory.of(all);
        List<Revision> seen = all.stream().filter(visible).toList();
        Revision then = seen.stream()
                .filter(r -> r.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("revision of the verdict", number));
        Instant replaced = seen.stream()
                .filter(r -> r.number() > number)
                .map(Revision::at)
                .findFirst()
                .orElse(null);
        Facts facts =
                History.fold(all.stream().filter(r -> r.number() <= number).toList());
        return new EarlierVerdict(
                number,
                then.at(),
                replaced,
                text(facts, "wording"),
                facts.get("claimant.name"),
                text(facts, "verdict.rating"),
                text(facts, "verdict.scale"),
                text(facts, "verdict.explanation"),
                text(facts, "verdict.reviewer"),
                facts.get("verdict.second-reviewer"),
                facts.get("verdict.valid-as-of"),
                pieces(facts));
    }

    private static List<Piece> pieces(Facts facts) {
        TreeMap<Long, Piece> pieces = new TreeMap<>();
        facts.values().forEach((name, address) -> {
            Matcher piece = EVIDENCE.matcher(name);
            if (piece.matches()) {
                String of = "evidence." + piece.group(1) + ".";
                pieces.put(
                        Long.valueOf(piece.group(1)),
                        new Piece(
                                text(facts, of + "stance"),
                                address,
                                text(facts, of + "title"),
                                facts.get(of + "quote"),
                                facts.get(of + "note")));
            }
        });
        return new ArrayList<>(pieces.values());
    }

    private static String text(Facts facts, String name) {
        return Objects.requireNonNullElse(facts.get(name), "");
    }
}
