package org.claimtrail.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.source.Source;
import org.claimtrail.source.SourceDetails;
import org.claimtrail.source.Sources;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attaches sources to claims. On a public verdict each change needs a reason, which readers see. */
@Service
public class EvidenceBook {

    private final Reviews reviews;
    private final EvidenceRepository evidence;
    private final VerdictRepository verdicts;
    private final Sources sources;
    private final Clock clock;

    EvidenceBook(
            Reviews reviews, EvidenceRepository evidence, VerdictRepository verdicts, Sources sources, Clock clock) {
        this.reviews = reviews;
        this.evidence = evidence;
        this.verdicts = verdicts;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Attaches a source. The same source with the same stance and quoted passage is attached once.
     *
     * @throws org.claimtrail.support.InvalidWebAddress where the address is none
     */
    @Transactional
    public void attach(
            Actor actor,
            long claimId,
            String address,
            SourceDetails details,
            EvidenceText text,
            @Nullable String reason) {
        reviews.change(actor, claimId, "evidence_attached", reason, claim -> {
            claim.require(ClaimVerb.CHANGE_EVIDENCE);
            Source source = sources.at(actor, address, details);
            boolean there = evidence.findByClaim(claimId).stream().anyMatch(e -> !e.removed() && same(e, source, text));
            if (!there) {
                evidence.saveAndFlush(new Evidence(claimId, source, text, actor, clock.instant()));
                explainToReaders(claim, reason);
            }
        });
    }

    /**
     * Changes a piece of evidence, and what is known of its source where no other claim uses that.
     *
     * @param version the version that was edited
     * @throws StaleEdit where another version is stored by now and differs
     */
    @Transactional
    public void edit(
            Actor actor,
            long claimId,
            long evidenceId,
            int version,
            SourceDetails details,
            EvidenceText text,
            @Nullable String reason) {
        reviews.change(actor, claimId, "evidence_changed", reason, claim -> {
            claim.require(ClaimVerb.CHANGE_EVIDENCE);
            Evidence piece = piece(claimId, evidenceId);
            boolean same = piece.text().equals(text) && piece.source().details().equals(details);
            if (same) {
                return;
            }
            if (piece.version() != version) {
                throw new StaleEdit(claimId, "evidence." + evidenceId, piece.version(), fields(piece, details, text));
            }
            if (!piece.source().details().equals(details)) {
                if (evidence.countUsesElsewhere(piece.source().id(), claimId) > 0) {
                    throw new Refused("review.refused.source-shared");
                }
                piece.source().describe(details);
            }
            refuseTwice(claimId, piece, text);
            piece.change(text);
            explainToReaders(claim, reason);
        });
    }

    @Transactional
    public void remove(Actor actor, long claimId, long evidenceId, @Nullable String reason) {
        reviews.change(actor, claimId, "evidence_removed", reason, claim -> {
            claim.require(ClaimVerb.CHANGE_EVIDENCE);
            Evidence piece = piece(claimId, evidenceId);
            if (piece.removed()) {
                return;
            }
            piece.remove();
            refuseLastOfPublic(claim);
            explainToReaders(claim, reason);
        });
    }

    /** Takes back the removal of a piece of evidence. */
    @Transactional
    public void putBack(Actor actor, long claimId, long evidenceId, @Nullable String reason) {
        reviews.change(actor, claimId, "evidence_put_back", reason, claim -> {
            claim.require(ClaimVerb.CHANGE_EVIDENCE);
            Evidence piece = piece(claimId, evidenceId);
            if (piece.removed()) {
                refuseTwice(claimId, piece, piece.text());
                piece.putBack(piece.text());
                explainToReaders(claim, reason);
            }
        });
    }

    private void refuseTwice(long claimId, Evidence piece, EvidenceText text) {
        boolean there = evidence.findByClaim(claimId).stream()
                .anyMatch(e -> !e.removed() && e.id() != piece.id() && same(e, piece.source(), text));
        if (there) {
            throw new Refused("review.refused.evidence-twice");
        }
    }

    private void refuseLastOfPublic(Claim claim) {
        boolean none = evidence.findByClaim(claim.id()).stream().allMatch(Evidence::removed);
        boolean finding = verdicts.findById(claim.id())
                .map(Verdict::rating)
                .filter(rating -> rating.kind() != RatingKind.NO_FINDING)
                .isPresent();
        if (claim.state().isPublic() && none && finding) {
            throw new Refused("review.refused.last-evidence");
        }
    }

    private void explainToReaders(Claim claim, @Nullable String reason) {
        if (!claim.state().isPublic()) {
            return;
        }
        if (reason == null) {
            throw new Refused("review.refused.reason");
        }
        Instant now = clock.instant();
        verdicts.findById(claim.id()).orElseThrow().correct(CorrectionKind.NON_RATING, reason, now);
        claim.correct(null, now);
    }

    private Evidence piece(long claimId, long evidenceId) {
        return evidence.findById(evidenceId)
                .filter(e -> e.claimId() == claimId)
                .orElseThrow(() -> new NotFound("evidence", evidenceId));
    }

    private static boolean same(Evidence e, Source source, EvidenceText text) {
        return e.source().id() == source.id()
                && e.text().stance() == text.stance()
                && e.text().quotedPassage().equals(text.quotedPassage());
    }

    private static List<StaleEdit.Field> fields(Evidence piece, SourceDetails details, EvidenceText text) {
        SourceDetails there = piece.source().details();
        return List.of(
                new StaleEdit.Field("title", there.title(), details.title()),
                new StaleEdit.Field("publisher", words(there.publisher()), words(details.publisher())),
                new StaleEdit.Field("publishedOn", words(there.publishedOn()), words(details.publishedOn())),
                new StaleEdit.Field(
                        "stance", piece.text().stance().code(), text.stance().code()),
                new StaleEdit.Field("quotedPassage", piece.text().quotedPassage(), text.quotedPassage()),
                new StaleEdit.Field("note", piece.text().note(), text.note()));
    }

    private static String words(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
