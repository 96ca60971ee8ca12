package org.claimtrail.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimtrail.history.Facts;
import org.jspecify.annotations.Nullable;

/** What the tables say of each claim, its evidence and its verdict, in the words of the history. */
final class CurrentState implements AutoCloseable {

    private static final String CLAIMS = """
            select c.id, c.state, c.wording, c.kind, c.claimant_name, c.claimant_role, c.dismissal, c.dismissal_note,
                   c.assignee_id, c.due_on, c.hidden, c.locked,
                   (select string_agg(p.exact, ' … ' order by p.position) from passage_span p
                    where p.claim_id = c.id) as passage,
                   s.code || '/' || s.version as scale, r.label, v.explanation, v.first_reviewer_name,
                   v.second_reviewer_name, v.second_agreed, v.adjudicator_name, v.adjudication_reason, v.valid_as_of,
                   v.review_by, v.published_at, v.correction_kind, v.correction_note
            from claim c left join verdict v on v.claim_id = c.id left join rating r on r.id = v.rating_id
                 left join rating_scale s on s.id = r.rating_scale_id
            order by c.id
            """;

    private static final String EVIDENCE = """
            select e.claim_id, e.id, s.address, e.stance, e.quoted_passage, e.note
            from evidence e join source s on s.id = e.source_id where not e.removed order by e.claim_id, e.id
            """;

    /** What is not compared: details of a source are shared by claims, offsets follow from the passage. */
    private static final Pattern COMPARED = Pattern.compile("(?!passage\\.offsets|interest\\.|second\\.|hiding\\.)"
            + "(?!evidence\\.\\d+\\.(?:title|publisher|published)).*");

    private static final Duration ROUNDING = Duration.ofNanos(1_000);

    private record Claim(long id, Facts.Builder facts) {}

    private record Piece(long claimId, long id, String address, String stance, String quote, String note) {}

    private final Rows<Claim> claims;
    private final Rows<Piece> evidence;

    CurrentState(Connection connection) throws SQLException {
        claims = new Rows<>(connection, CLAIMS, CurrentState::claim);
        evidence = new Rows<>(
                connection,
                EVIDENCE,
                row -> new Piece(
                        row.getLong("claim_id"),
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("stance"),
                        row.getString("quoted_passage"),
                        row.getString("note")));
    }

    long nextClaim() {
        Claim next = claims.peek();
        return next == null ? ChainsCheck.NONE : next.id();
    }

    /** Compares the next claim with what its history says; null where it fits. */
    @Nullable
    Misfit compare(long claimId, Facts said) throws SQLException {
        Claim next = claims.peek();
        if (next == null || next.id() != claimId) {
            return new Misfit("claim " + claimId, "row", "a claim", "none");
        }
        Facts.Builder facts = claims.take().facts();
        for (Piece piece = evidence.peek(); piece != null && piece.claimId() <= claimId; piece = evidence.peek()) {
            String name = "evidence." + piece.id() + ".";
            facts.with(name + "address", piece.address())
                    .with(name + "stance", piece.stance())
                    .with(name + "quote", piece.quote())
                    .with(name + "note", piece.note());
            evidence.take();
        }
        Facts now = facts.build();
        TreeSet<String> names = new TreeSet<>(said.values().keySet());
        names.addAll(now.values().keySet());
        for (String name : names) {
            String expected = said.get(name);
            String found = now.get(name);
            if (COMPARED.matcher(name).matches() && !same(name, expected, found)) {
                return new Misfit(
                        "claim " + claimId,
                        name + " as the claim, evidence and verdict tables have it",
                        shown(expected),
                        shown(found));
            }
        }
        return null;
    }

    private static boolean same(String name, @Nullable String expected, @Nullable String found) {
        if (expected == null || found == null) {
            return expected == null && found == null;
        }
        if (name.equals("verdict.published")) {
            Duration apart = Duration.between(Instant.parse(expected), Instant.parse(found));
            return apart.abs().compareTo(ROUNDING) <= 0;
        }
        return expected.equals(found);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : "“" + value + "”";
    }

    private static Claim claim(ResultSet row) throws SQLException {
        OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        Facts.Builder facts = Facts.builder()
                .with("state", row.getString("state"))
                .with("wording", row.getString("wording"))
                .with("kind", row.getString("kind"))
                .with("claimant.name", row.getString("claimant_name"))
                .with("claimant.role", row.getString("claimant_role"))
                .with("passage", row.getString("passage"))
                .with("dismissal", row.getString("dismissal"))
                .with("dismissal.note", row.getString("dismissal_note"))
                .with("assignee", row.getString("assignee_id"))
                .with("due", row.getObject("due_on", LocalDate.class))
                .with("hidden", row.getBoolean("hidden"))
                .with("locked", row.getBoolean("locked"))
                .with("verdict.scale", row.getString("scale"))
                .with("verdict.rating", row.getString("label"))
                .with("verdict.explanation", row.getString("explanation"))
                .with("verdict.reviewer", row.getString("first_reviewer_name"))
                .with("verdict.second-reviewer", row.getString("second_reviewer_name"))
                .with("verdict.second-agreed", row.getBoolean("second_agreed"))
                .with("verdict.adjudicator", row.getString("adjudicator_name"))
                .with("verdict.adjudication", row.getString("adjudication_reason"))
                .with("verdict.valid-as-of", row.getObject("valid_as_of", LocalDate.class))
                .with("verdict.review-by", row.getObject("review_by", LocalDate.class))
                .with("verdict.published", published == null ? null : published.toInstant())
                .with("verdict.correction", row.getString("correction_kind"))
                .with("verdict.correction.note", row.getString("correction_note"));
        return new Claim(row.getLong("id"), facts);
    }

    @Override
    public void close() throws SQLException {
        claims.close();
        evidence.close();
    }
}
