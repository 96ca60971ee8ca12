package org.claimtrail.review.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.article.ArticleView;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.review.EvidenceView;
import org.claimtrail.review.Interests;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.review.ReviewCatalog.RatingOption;
import org.claimtrail.review.SecondReviewView;
import org.claimtrail.review.Stance;
import org.claimtrail.review.VerdictView;
import org.jspecify.annotations.Nullable;

/**
 * A claim with all that its review has brought.
 *
 * @param points what it takes to publish, each done or not; empty for readers who must not see the draft
 * @param veiled whether there may be a draft that the reader must not see
 * @param second the draft that waits for a second review or a decision; null where none does
 * @param obstacle the message key of why the reader may not give the second review; null where they may
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
        boolean veiled,
        @Nullable SecondReviewView second,
        @Nullable String obstacle,
        ReviewCatalog.Ways ways,
        List<Interests.Interest> interests,
        Map<Long, String> people,
        List<RevisionLine> lines,
        int revisions,
        Actor reader) {

    /** One point of the checklist. */
    record Point(String key, boolean done) {}

    /** Whether a scale's name stands before this label: the first of its scale, where there are several. */
    public boolean startsScale(RatingOption rating) {
        boolean several = ratings.stream().map(RatingOption::scale).distinct().count() > 1;
        return several
                && ratings.stream()
                        .filter(r -> r.scale().equals(rating.scale()))
                        .findFirst()
                        .filter(rating::equals)
                        .isPresent();
    }

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

    public boolean isAssignee() {
        return reader.is(claim.assigneeId());
    }

    public boolean canDraft() {
        return claim.may(ClaimVerb.DRAFT) && isAssignee();
    }

    public boolean canRelease() {
        return claim.may(ClaimVerb.RELEASE) && (isAssignee() || reader.admin());
    }

    public boolean canAssign() {
        return claim.may(ClaimVerb.ASSIGN) && (claim.assigneeId() == null || isAssignee() || reader.admin());
    }

    public boolean canSetDue() {
        return claim.may(ClaimVerb.SET_DUE);
    }

    public boolean canRecall() {
        return claim.may(ClaimVerb.RECALL) && second != null && !second.given() && (isAssignee() || reader.admin());
    }

    public boolean canRateSecond() {
        return claim.may(ClaimVerb.RATE_SECOND)
                && second != null
                && !second.given()
                && obstacle == null
                && !claim.hidden();
    }

    /** Whether two ratings differ and the reader may decide. */
    public boolean canAdjudicate() {
        return claim.may(ClaimVerb.ADJUDICATE)
                && second != null
                && second.given()
                && !claim.hidden()
                && (obstacle == null || !obstacle.equals("review.second.obstacle.interest"));
    }

    /** The labels that the reader may decide for: one of the two settles for the other's. */
    public List<RatingOption> decisions() {
        if (second == null || second.second() == null) {
            return List.of();
        }
        if (!second.oneOfTheTwo(reader)) {
            return second.scale();
        }
        Long others = reader.is(second.firstReviewerId())
                ? Long.valueOf(second.second().rating().id())
                : verdict.ratingId();
        return second.scale().stream()
                .filter(r -> others != null && r.id() == others)
                .toList();
    }

    public boolean canDeclareInterest() {
        return claim.may(ClaimVerb.DECLARE_INTEREST);
    }

    /** What the reader declared; null for nothing. */
    public @Nullable String ownInterest() {
        return interests.stream()
                .filter(i -> reader.is(i.accountId()))
                .map(Interests.Interest::text)
                .findFirst()
                .orElse(null);
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
