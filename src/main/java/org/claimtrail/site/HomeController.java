package org.claimtrail.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.DeskUser;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.moderation.CaseList;
import org.claimtrail.review.Queue;
import org.claimtrail.review.QueueFilter;
import org.claimtrail.review.QueueView;
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
    private static final List<QueueView> OTHER_VIEWS = List.of(
            QueueView.UNASSIGNED,
            QueueView.WAITING_ON_OTHERS,
            QueueView.CHANGED,
            QueueView.OVERDUE,
            QueueView.STALE,
            QueueView.REVIEW_DUE);

    private final VerdictList verdicts;
    private final ReviewCatalog reviews;
    private final Queue queue;
    private final Articles articles;
    private final Accounts accounts;
    private final CaseList moderation;
    private final Clock clock;

    HomeController(
            VerdictList verdicts,
            ReviewCatalog reviews,
            Queue queue,
            Articles articles,
            Accounts accounts,
            CaseList moderation,
            Clock clock) {
        this.verdicts = verdicts;
        this.reviews = reviews;
        this.queue = queue;
        this.articles = articles;
        this.accounts = accounts;
        this.moderation = moderation;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(@AuthenticationPrincipal @Nullable DeskUser user, Model model) {
        if (user == null) {
            model.addAttribute("latest", verdicts.page(VerdictFilter.ALL, null, LATEST));
            model.addAttribute("ratings", reviews.ratings());
            model.addAttribute("newDesk", accounts.none());
            return "site/front";
        }
        long me = user.actor().accountId();
        QueueFilter own = QueueFilter.of(QueueView.MINE, me);
        QueueFilter waiting = QueueFilter.of(QueueView.WAITING_FOR_ME, me);
        model.addAttribute("mine", queue.after(own, 0, MINE));
        model.addAttribute("mineExtent", queue.extent(own));
        model.addAttribute("waiting", queue.after(waiting, 0, MINE));
        model.addAttribute("waitingExtent", queue.extent(waiting));
        Map<QueueView, Queue.Extent> others = new EnumMap<>(QueueView.class);
        for (QueueView view : OTHER_VIEWS) {
            others.put(view, queue.extent(QueueFilter.of(view, me)));
        }
        model.addAttribute("others", others);
        model.addAttribute("proposed", queue.extent(QueueFilter.of(ClaimState.PROPOSED, me)));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("articles", articles.page(null, LATEST));
        model.addAttribute("flags", user.isAdmin() ? moderation.open() : 0);
        return "site/desk";
    }
}
