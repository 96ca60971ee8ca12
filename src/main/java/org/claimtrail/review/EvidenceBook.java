package org.claimtrail.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.history.Meanwhile;
import org.claimtrail.history.Merge;
import org.claimtrail.history.Revision;
import org.claimtrail.history.Since;
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
    private final History history;
    private final Clock clock;

    EvidenceBook(
            Reviews reviews,
            EvidenceRepository evidence,
            VerdictRepository verdicts,
            Sources sources,
            History history,
            Clock clock) {
        this.reviews = reviews;
        this.evidence = evidence;
        this.verdicts = verdicts;
        this.sources = sources;
        this.history = history;
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
     * Changes a piece of evidence, and what is known of its source where no other claim uses that; joins it with what
     * others changed since the form was opened.
     *
     * @param base the number of the claim's newest revision when the form was opened; null where it does not say
     * @return what others had changed
     * @throws StaleEdit where somebody changed the same field since
     * @throws Refused where the piece is removed by now
     */
    @Transactional
    public Meanwhile edit(
            Actor actor,
            long claimId,
            long evidenceId,
            @Nullable Integer base,
            SourceDetails details,
            EvidenceText text,
            @Nullable String reason) {
        AtomicReference<Meanwhile> meanwhile = new AtomicReference<>(Meanwhile.NOTHING);
        reviews.change(actor, claimId, "evidence_changed", reason, claim -> {
            claim.require(ClaimVerb.CHANGE_EVIDENCE);
            Evidence piece = piece(claimId, evidenceId);
            history.refuseHidden(claimId, "evidence." + evidenceId + ".quote");
            Since since = history.since(claimId, base);
            refuseRemoved(piece, since);
            Facts then = since.base();
            EvidenceEdit theirs = EvidenceEdit.of(piece);
            EvidenceEdit mine = new EvidenceEdit(details, text);
            Merge merge = Merge.of(
                    EvidenceEdit.parts(evidenceId),
                    then == null ? null : EvidenceEdit.of(then, evidenceId),
                    theirs,
                    mine);
            StaleEdit.refuseConflicts(claimId, "evidence", since, merge);
            write(claim, piece, EvidenceEdit.joined(merge, theirs, mine), reason);
            meanwhile.set(Meanwhile.of(actor, since, merge));
        });
        return Objects.requireNonNull(meanwhile.get());
    }

    private void write(Claim claim, Evidence piece, EvidenceEdit edit, @Nullable String reason) {
        if (edit.equals(EvidenceEdit.of(piece))) {
            return;
        }
        if (!piece.source().details().equals(edit.details())) {
            if (evidence.countUsesElsewhere(piece.source().id(), claim.id()) > 0) {
                throw new Refused("review.refused.source-shared");
            }
            piece.source().describe(edit.details());
        }
        refuseTwice(claim.id(), piece, edit.text());
        piece.change(edit.text());
        explainToReaders(claim, reason);
    }

    private static void refuseRemoved(Evidence piece, Since since) {
        if (piece.removed()) {
            Revision last = since.touching(List.of("evidence." + piece.id() + ".stance"));
            throw last == null
                    ? new Refused("review.refused.evidence-removed")
                    : new Refused("review.refused.evidence-removed-by", last.actorName());
        }
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
}
