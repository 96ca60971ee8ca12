package org.claimtrail.site;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.article.ArticleView;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.claim.CodePoints;
import org.claimtrail.intake.ArticleReader;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An article with its claims, as its page shows it. */
record ArticlePage(
        ArticleView article,
        List<TextLayout.Line> lines,
        List<ClaimCard> cards,
        List<Count> counts,
        int total,
        @Nullable String state,
        List<Unchecked> unchecked,
        boolean bidirectionalControls) {

    /** How many claims are in a state. */
    record Count(ClaimState state, int number) {}

    /** A sentence that holds nothing to check, and why: the code of the reason. */
    record Unchecked(String text, String why) {}

    /** Reads what the page needs: the same number of statements for any number of claims. */
    @Component
    static class Reader {

        private final Articles articles;
        private final ClaimCatalog claims;
        private final ReviewCatalog reviews;
        private final Sentences sentences;

        Reader(Articles articles, ClaimCatalog claims, ReviewCatalog reviews, Sentences sentences) {
            this.articles = articles;
            this.claims = claims;
            this.reviews = reviews;
            this.sentences = sentences;
        }

        /** @param state only the cards of claims in this state; null for all */
        @Transactional(readOnly = true)
        public ArticlePage read(long id, @Nullable String state) {
            ArticleView article = articles.find(id);
            String whole = articles.newestText(id).text();
            CodePoints text = new CodePoints(whole);
            List<ClaimView> all = claims.ofRevision(article.revisionId());
            Map<Long, ReviewCatalog.RatingMark> marks = reviews.marks(article.revisionId());
            Map<Long, Integer> evidence = reviews.evidenceCounts(article.revisionId());
            List<ClaimCard> cards = all.stream()
                    .filter(c -> state == null || c.state().code().equals(state))
                    .map(c -> ClaimCard.of(c, text, marks.get(c.id()), evidence.getOrDefault(c.id(), 0), sentences))
                    .toList();
            List<Unchecked> unchecked = claims.sentences(article.revisionId()).stream()
                    .filter(s -> !s.checkworthy() && s.notCheckable() != null)
                    .map(s -> new Unchecked(text.slice(s.startAt(), s.endAt()), String.valueOf(s.notCheckable())))
                    .toList();
            return new ArticlePage(
                    article,
                    TextLayout.of(text, all, claims.boilerplate(article.revisionId()), marks),
                    cards,
                    counts(all),
                    all.size(),
                    state,
                    unchecked,
                    ArticleReader.hasBidirectionalControls(whole));
        }

        private static List<Count> counts(List<ClaimView> all) {
            EnumMap<ClaimState, Integer> numbers = new EnumMap<>(ClaimState.class);
            all.forEach(c -> numbers.merge(c.state(), 1, Integer::sum));
            List<Count> counts = new ArrayList<>();
            numbers.forEach((state, number) -> counts.add(new Count(state, number)));
            return counts;
        }
    }
}
