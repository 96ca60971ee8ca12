package org.claimtrail.review.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.article.ArticleView;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.review.EvidenceView;
import org.claimtrail.review.ReviewCatalog.RatingOption;
import org.claimtrail.review.Stance;
import org.claimtrail.review.VerdictView;
import org.claimtrail.support.NotFound;

/**
 * A claim with all that its review has brought.
 *
 * @param points what it takes to publish, each done or not
 * @param lines the newest lines of the history
 * @param revisions how many there are
 */
record ClaimPage(
        ClaimView claim,
        ArticleView article,
        List<Passage.Piece> passage,
        List<EvidenceView> evidence,
        VerdictView verdict,
        List<RatingOption> ratings,
        List<Point> points,
        List<RevisionLine> lines,
        int revisions,
        Actor reader) {

    /** One point of the checklist. */
    record Point(String key, boolean done) {}

    List<EvidenceView> of(Stance stance) {
        return evidence.stream()
                .filter(e -> !e.removed() && e.stance() == stance)
                .toList();
    }

    public Map<Stance, List<EvidenceView>> groups() {
        Map<Stance, List<EvidenceView>> groups = new EnumMap<>(Stance.class);
        for (Stance stance : Stance.values()) {
            groups.put(stance, of(stance));
        }
        return groups;
    }

    public List<EvidenceView> removed() {
        return evidence.stream().filter(EvidenceView::removed).toList();
    }

    /** @throws NotFound where the claim has no such piece of evidence */
    EvidenceView piece(long evidenceId) {
        return evidence.stream()
                .filter(e -> e.id() == evidenceId)
                .findFirst()
                .orElseThrow(() -> new NotFound("evidence", evidenceId));
    }

    public boolean isAssignee() {
        return reader.is(claim.assigneeId());
    }

    public boolean canDraft() {
        return claim.may(ClaimVerb.DRAFT) && isAssignee();
    }

    public boolean canRelease() {
        return claim.may(ClaimVerb.RELEASE) && (isAssignee() || reader.admin());
    }

    public boolean canCorrect() {
        return claim.may(ClaimVerb.CORRECT);
    }

    public boolean canWithdraw() {
        return ClaimVerb.WITHDRAW.allowedIn(claim.state());
    }

    public boolean canChangeEvidence() {
        return claim.may(ClaimVerb.CHANGE_EVIDENCE);
    }
}
