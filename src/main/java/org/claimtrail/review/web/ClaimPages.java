package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.DeskUser;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.review.DraftVeil;
import org.claimtrail.review.EvidenceView;
import org.claimtrail.review.Interests;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.review.SecondReviewView;
import org.claimtrail.review.VerdictView;
import org.claimtrail.review.Visits;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Sentences;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the claim page shows. */
@Component
class ClaimPages {

    private static final int NEWEST = 6;
    private static final List<String> POINTS = List.of(
            "review.missing.review",
            "review.missing.rating",
            "review.missing.explanation",
            "review.missing.evidence",
            "review.missing.shown");

    private final ClaimCatalog claims;
    private final Articles articles;
    private final ReviewCatalog reviews;
    private final History history;
    private final Interests interests;
    private final Visits visits;
    private final Accounts accounts;
    private final Sentences sentences;

    ClaimPages(
            ClaimCatalog claims,
            Articles articles,
            ReviewCatalog reviews,
            History history,
            Interests interests,
            Visits visits,
            Accounts accounts,
            Sentences sentences) {
        this.claims = claims;
        this.articles = articles;
        this.reviews = reviews;
        this.history = history;
        this.interests = interests;
        this.visits = visits;
        this.accounts = accounts;
        this.sentences = sentences;
    }

    @Transactional
    public ClaimPage read(long id, DeskUser reader) {
        ClaimView claim = claims.find(id);
        List<EvidenceView> evidence = reviews.evidence(id);
        SecondReviewView second = reviews.secondReview(id);
        boolean veiled = DraftVeil.covers(claim, second, reader.actor());
        VerdictView verdict = veiled ? VerdictView.none() : reviews.verdict(id);
        List<Revision> all = history.timeline(id);
        visits.seen(reader.actor(), id, all.size());
        List<Revision> revisions = veiled ? DraftVeil.over(all) : all;
        List<RevisionLine> lines = RevisionLine.newestFirst(revisions, sentences);
        List<String> missing = ReviewCatalog.missing(claim, verdict, evidence);
        List<ClaimPage.Point> points = new ArrayList<>();
        if (!veiled || claim.assigneeId() == null) {
            POINTS.forEach(point -> points.add(new ClaimPage.Point(point, !missing.contains(point))));
        }
        return new ClaimPage(
                claim,
                articles.find(claim.articleId()),
                Passage.of(articles.newestText(claim.articleId()).text(), claim.passage()),
                evidence,
                verdict,
                reviews.ratingsFor(verdict),
                points,
                veiled,
                second,
                reviews.obstacle(id, reader.actor()),
                reviews.ways(),
                interests.of(id),
                accounts.activeNames(),
                lines.subList(0, Math.min(NEWEST, lines.size())),
                lines.size(),
                reader.actor());
    }

    /** One piece of a claim's evidence. */
    @Transactional(readOnly = true)
    public EvidenceView piece(long claimId, long evidenceId) {
        return reviews.evidence(claimId).stream()
                .filter(e -> e.id() == evidenceId)
                .findFirst()
                .orElseThrow(() -> new NotFound("evidence", evidenceId));
    }
}
