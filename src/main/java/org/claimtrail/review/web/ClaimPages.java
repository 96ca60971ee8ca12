package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.review.EvidenceView;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.review.VerdictView;
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
    private final Sentences sentences;

    ClaimPages(ClaimCatalog claims, Articles articles, ReviewCatalog reviews, History history, Sentences sentences) {
        this.claims = claims;
        this.articles = articles;
        this.reviews = reviews;
        this.history = history;
        this.sentences = sentences;
    }

    @Transactional(readOnly = true)
    public ClaimPage read(long id, DeskUser reader) {
        ClaimView claim = claims.find(id);
        List<EvidenceView> evidence = reviews.evidence(id);
        VerdictView verdict = reviews.verdict(id);
        List<Revision> revisions = history.timeline(id);
        List<RevisionLine> lines = RevisionLine.newestFirst(revisions, sentences);
        List<String> missing = ReviewCatalog.missing(claim, verdict, evidence);
        List<ClaimPage.Point> points = new ArrayList<>();
        POINTS.forEach(point -> points.add(new ClaimPage.Point(point, !missing.contains(point))));
        return new ClaimPage(
                claim,
                articles.find(claim.articleId()),
                Passage.of(articles.newestText(claim.articleId()).text(), claim.passage()),
                evidence,
                verdict,
                reviews.ratings(),
                points,
                lines.subList(0, Math.min(NEWEST, lines.size())),
                lines.size(),
                reader.actor());
    }
}
