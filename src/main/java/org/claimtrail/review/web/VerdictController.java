package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.review.CorrectionTier;
import org.claimtrail.review.CorrectionView;
import org.claimtrail.review.Corrections;
import org.claimtrail.review.EvidenceView;
import org.claimtrail.review.Interests;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.review.Stance;
import org.claimtrail.review.VerdictFilter;
import org.claimtrail.review.VerdictList;
import org.claimtrail.review.VerdictQuery;
import org.claimtrail.review.VerdictRow;
import org.claimtrail.review.VerdictView;
import org.claimtrail.support.DeskAddress;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What visitors read: the list of verdicts, one verdict, and its history from its publication on. */
@Controller
class VerdictController {

    private static final int PAGE = 20;

    private final VerdictList verdicts;
    private final ClaimCatalog claims;
    private final ReviewCatalog reviews;
    private final Corrections corrections;
    private final Interests interests;
    private final Articles articles;
    private final History history;
    private final ClosedVerdicts closed;
    private final Sentences sentences;
    private final DeskAddress address;
    private final String desk;

    VerdictController(
            VerdictList verdicts,
            ClaimCatalog claims,
            ReviewCatalog reviews,
            Corrections corrections,
            Interests interests,
            Articles articles,
            History history,
            ClosedVerdicts closed,
            Sentences sentences,
            DeskAddress address,
            @Value("${claimtrail.desk-name}") String desk) {
        this.verdicts = verdicts;
        this.claims = claims;
        this.reviews = reviews;
        this.corrections = corrections;
        this.interests = interests;
        this.articles = articles;
        this.history = history;
        this.closed = closed;
        this.sentences = sentences;
        this.address = address;
        this.desk = desk;
    }

    @GetMapping("/verdicts")
    String list(VerdictQuery asked, @RequestParam(required = false) @Nullable String after, Model model) {
        VerdictFilter filter = asked.filter();
        List<VerdictRow> found = verdicts.page(filter, VerdictList.Cursor.parse(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<VerdictRow> rows = more ? found.subList(0, PAGE) : found;
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        filter.asQuery().forEach(query::queryParam);
        String same = query.encode().build().toUriString();
        model.addAttribute("asked", asked);
        model.addAttribute("filtered", !filter.equals(VerdictFilter.ALL));
        model.addAttribute("rows", rows);
        model.addAttribute("ratings", reviews.ratings());
        model.addAttribute("reviewers", verdicts.reviewers());
        model.addAttribute("csv", "/verdicts.csv" + (same.isEmpty() ? "?" : same + "&") + "profile=");
        if (more) {
            VerdictRow last = rows.get(PAGE - 1);
            String cursor = new VerdictList.Cursor(last.publishedAt(), last.claimId()).asText();
            model.addAttribute(
                    "next",
                    "/verdicts"
                            + query.queryParam("after", cursor).encode().build().toUriString());
        }
        return "review/verdicts";
    }

    @GetMapping("/verdicts/{id}")
    String show(@PathVariable long id, Model model, HttpServletResponse response) {
        ClaimView claim = claims.find(id);
        if (closed.closed(claim, model, response)) {
            return "review/verdict-closed";
        }
        List<EvidenceView> evidence = reviews.evidence(id);
        model.addAttribute("claim", claim);
        VerdictView verdict = reviews.verdict(id);
        model.addAttribute("verdict", verdict);
        model.addAttribute("article", articles.find(claim.articleId()));
        model.addAttribute(
                "passage", Passage.of(articles.newestText(claim.articleId()).text(), claim.passage()));
        model.addAttribute("groups", groups(evidence));
        model.addAttribute("pieces", evidence);
        model.addAttribute(
                "sources", evidence.stream().filter(e -> !e.removed()).count());
        model.addAttribute("scale", reviews.scale(verdict));
        model.addAttribute("interests", interests.ofReviewers(id));
        List<CorrectionView> changes = corrections.of(id);
        model.addAttribute("rerated", of(CorrectionTier.RATING, changes));
        model.addAttribute("notes", of(CorrectionTier.NON_RATING, changes));
        model.addAttribute("revision", claim.revision());
        model.addAttribute("desk", desk);
        model.addAttribute("address", address.asked() + "/verdicts/" + id);
        model.addAttribute("claimReview", "/verdicts/" + id + "/claimreview.jsonld");
        return "review/verdict";
    }

    /** The verdict as readers saw it after a revision. */
    @GetMapping("/verdicts/{id}/revisions/{number}")
    String revision(@PathVariable long id, @PathVariable int number, Model model, HttpServletResponse response) {
        ClaimView claim = claims.find(id);
        if (closed.closed(claim, model, response)) {
            return "review/verdict-closed";
        }
        List<Revision> all = history.timeline(id);
        EarlierVerdict earlier = EarlierVerdict.of(all, number);
        model.addAttribute("earlier", earlier);
        model.addAttribute(
                "rating",
                reviews.rating(earlier.scale(), earlier.rating())
                        .orElseThrow(() -> new NotFound("rating", earlier.rating())));
        model.addAttribute("claim", claim);
        model.addAttribute("canonical", "/verdicts/" + id);
        return "review/verdict-earlier";
    }

    private static List<CorrectionView> of(CorrectionTier tier, List<CorrectionView> corrections) {
        return corrections.stream().filter(c -> c.tier() == tier).toList();
    }

    @GetMapping("/verdicts/{id}/history")
    String history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model,
            HttpServletResponse response) {
        ClaimView claim = claims.find(id);
        if (closed.closed(claim, model, response)) {
            return "review/verdict-closed";
        }
        List<Revision> all = history.timeline(id);
        model.addAttribute("claim", claim);
        model.addAttribute(
                "page",
                HistoryPage.of(
                        all,
                        PublicHistory.of(all),
                        FactNames::shownToVisitors,
                        from,
                        to,
                        history.firstBroken(id).orElse(null),
                        Map.of(),
                        sentences));
        return "review/verdict-history";
    }

    private static Map<Stance, List<EvidenceView>> groups(List<EvidenceView> evidence) {
        Map<Stance, List<EvidenceView>> groups = new EnumMap<>(Stance.class);
        for (Stance stance : Stance.values()) {
            List<EvidenceView> of = evidence.stream()
                    .filter(e -> !e.removed() && e.stance() == stance)
                    .toList();
            if (!of.isEmpty()) {
                groups.put(stance, of);
            }
        }
        return groups;
    }
}
