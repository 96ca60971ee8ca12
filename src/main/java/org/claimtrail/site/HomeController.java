package org.claimtrail.site;

import java.util.List;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.DeskUser;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.moderation.ModerationLog;
import org.claimtrail.review.Queue;
import org.claimtrail.review.QueueFilter;
import org.claimtrail.review.QueueRow;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.review.VerdictFilter;
import org.claimtrail.review.VerdictList;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: the latest verdicts for visitors, what waits for those who work here. */
@Controller
class HomeController {

    private static final int LATEST = 8;
    private static final int MINE = 20;

    private final VerdictList verdicts;
    private final ReviewCatalog reviews;
    private final Queue queue;
    private final Articles articles;
    private final Accounts accounts;
    private final ModerationLog moderation;

    HomeController(
            VerdictList verdicts,
            ReviewCatalog reviews,
            Queue queue,
            Articles articles,
            Accounts accounts,
            ModerationLog moderation) {
        this.verdicts = verdicts;
        this.reviews = reviews;
        this.queue = queue;
        this.articles = articles;
        this.accounts = accounts;
        this.moderation = moderation;
    }

    @GetMapping("/")
    String show(@AuthenticationPrincipal @Nullable DeskUser user, Model model) {
        if (user == null) {
            model.addAttribute("latest", verdicts.page(VerdictFilter.ALL, null, LATEST));
            model.addAttribute("ratings", reviews.ratings());
            model.addAttribute("newDesk", accounts.none());
            return "site/front";
        }
        QueueFilter own =
                new QueueFilter(ClaimState.IN_REVIEW, null, user.actor().accountId(), null, null);
        List<QueueRow> mine = queue.after(own, 0, MINE);
        model.addAttribute("mine", mine);
        model.addAttribute("mineExtent", queue.extent(own));
        model.addAttribute(
                "free", queue.extent(new QueueFilter(ClaimState.OPEN, null, QueueFilter.NOBODY, null, null)));
        model.addAttribute("proposed", queue.extent(new QueueFilter(ClaimState.PROPOSED, null, null, null, null)));
        model.addAttribute("articles", articles.page(null, LATEST));
        model.addAttribute("flags", user.isAdmin() ? moderation.openFlagCount() : 0);
        return "site/desk";
    }
}
