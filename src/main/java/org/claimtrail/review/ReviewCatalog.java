package org.claimtrail.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the review of a claim has brought, for pages. */
@Service
public class ReviewCatalog {

    private final JdbcClient jdbc;
    private final SecondReviewRules rules;

    ReviewCatalog(JdbcClient jdbc, SecondReviewRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * A label that can be chosen.
     *
     * @param scale the name of its scale
     */
    public record RatingOption(long id, String code, String label, RatingKind kind, String scale) {}

    /** A public rating, to mark a claim with in its article. */
    public record RatingMark(String code, String label) {}

    @Transactional(readOnly = true)
    public List<EvidenceView> evidence(long claimId) {
        return jdbc.sql("""
                        select e.id, e.stance, e.removed, e.source_id, s.published_on,
                               shown_evidence(e.claim_id, e.id, e.quoted_passage, '') as quoted_passage,
                               shown_evidence(e.claim_id, e.id, e.note, '') as note,
                               shown_evidence(e.claim_id, e.id, s.address, '/moderation-log') as address,
                               shown_evidence(e.claim_id, e.id, s.title, hidden_notice(e.claim_id, 'evidence', e.id)) as title,
                               shown_evidence(e.claim_id, e.id, s.publisher, null) as publisher
                        from evidence e join source s on s.id = e.source_id
                        where e.claim_id = :claim order by e.id
                        """)
                .param("claim", claimId)
                .query(ReviewCatalog::evidence)
                .list();
    }

    @Transactional(readOnly = true)
    public VerdictView verdict(long claimId) {
        return jdbc.sql("""
                        select v.*, r.code as rating_code, r.label, r.kind,
                               shown_reasoning(v.claim_id, v.explanation) as shown_explanation,
                               shown_reasoning(v.claim_id, v.adjudication_reason) as shown_adjudication,
                               shown_name(v.claim_id, v.first_reviewer_id, v.first_reviewer_name) as shown_first,
                               shown_name(v.claim_id, v.second_reviewer_id, v.second_reviewer_name) as shown_second,
                               shown_name(v.claim_id, s.adjudicator_id, v.adjudicator_name) as shown_adjudicator
                        from verdict v left join rating r on r.id = v.rating_id
                             left join second_review s on s.claim_id = v.claim_id and s.adjudicated_at is not null
                        where v.claim_id = :claim order by s.id desc limit 1
                        """)
                .param("claim", claimId)
                .query(ReviewCatalog::verdict)
                .optional()
                .orElseGet(VerdictView::none);
    }

    /** The draft that waits for a second review or for a decision; null where none does. */
    @Transactional(readOnly = true)
    public @Nullable SecondReviewView secondReview(long claimId) {
        List<RatingOption> scale = jdbc.sql("""
                        select r.id, r.code, r.label, r.kind, i.name as scale
                        from rating r join rating_scale i on i.id = r.rating_scale_id
                        where r.rating_scale_id = (select s.rating_scale_id from second_review s
                            where s.claim_id = :claim and s.recalled_at is null order by s.id desc limit 1)
                        order by r.position
                        """)
                .param("claim", claimId)
                .query(ReviewCatalog::option)
                .list();
        if (scale.isEmpty()) {
            return null;
        }
        return jdbc.sql("""
                        select s.*, shown_reasoning(s.claim_id, s.second_explanation) as shown_explanation,
                               shown_name(s.claim_id, s.first_reviewer_id, s.first_reviewer_name) as shown_first,
                               shown_name(s.claim_id, s.second_reviewer_id, s.second_reviewer_name) as shown_second
                        from second_review s where s.claim_id = :claim and s.recalled_at is null order by s.id desc limit 1
                        """)
                .param("claim", claimId)
                .query((row, n) -> new SecondReviewView(
                        row.getLong("first_reviewer_id"),
                        row.getString("shown_first"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        scale,
                        given(row, scale)))
                .single();
    }

    private static SecondReviewView.@Nullable Given given(ResultSet row, List<RatingOption> scale) throws SQLException {
        OffsetDateTime at = row.getObject("given_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        long rating = row.getLong("second_rating_id");
        return new SecondReviewView.Given(
                row.getLong("second_reviewer_id"),
                row.getString("shown_second"),
                scale.stream().filter(r -> r.id() == rating).findFirst().orElseThrow(),
                row.getString("shown_explanation"),
                at.toInstant());
    }

    /** Whether drafts can be handed to a second reviewer, and published without one, on the scales in use. */
    public record Ways(boolean second, boolean alone) {}

    @Transactional(readOnly = true)
    public Ways ways() {
        return jdbc.sql("""
                        select bool_or(second_review <> 'off') as second, bool_or(second_review <> 'required') as alone
                        from scale_rule where not retired
                        """)
                .query((row, n) -> new Ways(row.getBoolean("second"), row.getBoolean("alone")))
                .single();
    }

    /** Why this reader may not give the second review: a message key; null where they may. */
    @Transactional(readOnly = true)
    public @Nullable String obstacle(long claimId, Actor reader) {
        return rules.obstacle(claimId, reader);
    }

    /** The labels of the newest version of each scale in use, in their order. */
    @Transactional(readOnly = true)
    public List<RatingOption> ratings() {
        return jdbc.sql("""
                        select r.id, r.code, r.label, r.kind, s.name as scale
                        from rating_in_use u join rating r on r.id = u.id join rating_scale s on s.id = r.rating_scale_id
                        order by u.scale_code, u.position
                        """).query(ReviewCatalog::option).list();
    }

    /** The labels to choose from for a verdict: those in use, and the one it has where its version is an earlier one. */
    @Transactional(readOnly = true)
    public List<RatingOption> ratingsFor(VerdictView verdict) {
        List<RatingOption> now = ratings();
        Long chosen = verdict.ratingId();
        if (chosen == null || now.stream().anyMatch(r -> r.id() == chosen)) {
            return now;
        }
        List<RatingOption> all = new ArrayList<>(now);
        all.add(jdbc.sql("""
                        select r.id, r.code, r.label, r.kind, s.name || ' ' || s.version as scale
                        from rating r join rating_scale s on s.id = r.rating_scale_id where r.id = :id
                        """).param("id", chosen).query(ReviewCatalog::option).single());
        return all;
    }

    /** The labels of the very version that this verdict's rating is of, in their order. */
    @Transactional(readOnly = true)
    public List<RatingOption> scale(VerdictView verdict) {
        return jdbc.sql("""
                        select r.id, r.code, r.label, r.kind, s.name as scale
                        from rating r join rating_scale s on s.id = r.rating_scale_id
                        where s.id = (select o.rating_scale_id from rating o where o.id = :rating) order by r.position
                        """)
                .param("rating", verdict.ratingId())
                .query(ReviewCatalog::option)
                .list();
    }

    private static RatingOption option(ResultSet row, int n) throws SQLException {
        return new RatingOption(
                row.getLong("id"),
                row.getString("code"),
                row.getString("label"),
                Coded.of(RatingKind.class, row.getString("kind")),
                row.getString("scale"));
    }

    /**
     * A rating as the history names it.
     *
     * @param scale code and version, such as {@code desk/1}
     */
    @Transactional(readOnly = true)
    public Optional<RatingOption> rating(String scale, String label) {
        return jdbc.sql("""
                        select r.id, r.code, r.label, r.kind, s.name as scale
                        from rating r join rating_scale s on s.id = r.rating_scale_id
                        where s.code || '/' || s.version = :scale and r.label = :label
                        """)
                .param("scale", scale)
                .param("label", label)
                .query(ReviewCatalog::option)
                .optional();
    }

    /** The label of a rating, of whatever scale; empty where there is none. */
    @Transactional(readOnly = true)
    public String ratingLabel(long ratingId) {
        return jdbc.sql("select label from rating where id = :id")
                .param("id", ratingId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The public ratings of an article's claims, by claim. */
    @Transactional(readOnly = true)
    public Map<Long, RatingMark> marks(long articleRevisionId) {
        Map<Long, RatingMark> marks = new HashMap<>();
        jdbc.sql("""
                        select c.id, r.code, r.label from claim c join verdict v on v.claim_id = c.id
                            join rating r on r.id = v.rating_id
                        where c.article_revision_id = :revision and c.state in ('published', 'corrected')
                        """).param("revision", articleRevisionId).query(row -> {
            marks.put(row.getLong("id"), new RatingMark(row.getString("code"), row.getString("label")));
        });
        return marks;
    }

    /** How many pieces of evidence an article's claims have, by claim. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> evidenceCounts(long articleRevisionId) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select e.claim_id, count(*) as n from evidence e join claim c on c.id = e.claim_id
                        where c.article_revision_id = :revision and not e.removed group by e.claim_id
                        """).param("revision", articleRevisionId).query(row -> {
            counts.put(row.getLong("claim_id"), row.getInt("n"));
        });
        return counts;
    }

    /** The message keys of what this claim lacks to be published. */
    public static List<String> missing(ClaimView claim, VerdictView verdict, List<EvidenceView> evidence) {
        int pieces = (int) evidence.stream().filter(e -> !e.removed()).count();
        return PublicationPolicies.missing(new PublicationPolicies.Case(
                claim.state(), claim.hidden(), verdict.ratingKind(), verdict.explanation(), pieces));
    }

    private static EvidenceView evidence(ResultSet row, int n) throws SQLException {
        return new EvidenceView(
                row.getLong("id"),
                Coded.of(Stance.class, row.getString("stance")),
                row.getString("quoted_passage"),
                row.getString("note"),
                row.getBoolean("removed"),
                row.getLong("source_id"),
                row.getString("address"),
                row.getString("title"),
                row.getString("publisher"),
                row.getObject("published_on", LocalDate.class));
    }

    private static VerdictView verdict(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind");
        String correction = row.getString("correction_kind");
        return new VerdictView(
                row.getObject("rating_id", Long.class),
                row.getString("rating_code"),
                row.getString("label"),
                kind == null ? null : Coded.of(RatingKind.class, kind),
                row.getString("shown_explanation"),
                row.getString("shown_first"),
                instant(row.getObject("published_at", OffsetDateTime.class)),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                correction == null ? null : Coded.of(CorrectionKind.class, correction),
                row.getString("correction_note"),
                row.getInt("version"),
                second(row),
                row.getObject("valid_as_of", LocalDate.class),
                row.getObject("review_by", LocalDate.class));
    }

    private static VerdictView.@Nullable Second second(ResultSet row) throws SQLException {
        String name = row.getString("shown_second");
        return name == null
                ? null
                : new VerdictView.Second(
                        name,
                        row.getBoolean("second_agreed"),
                        row.getString("shown_adjudicator"),
                        row.getString("shown_adjudication"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
