package org.claimtrail.review.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.review.DraftVeil;
import org.claimtrail.review.Restorations;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The history of a claim, for the desk. */
@Controller
class HistoryController {

    private final History history;
    private final ClaimCatalog claims;
    private final ReviewCatalog reviews;
    private final Accounts accounts;
    private final Restorations restorations;
    private final Sentences sentences;
    private final Flash flash;

    HistoryController(
            History history,
            ClaimCatalog claims,
            ReviewCatalog reviews,
            Accounts accounts,
            Restorations restorations,
            Sentences sentences,
            Flash flash) {
        this.history = history;
        this.claims = claims;
        this.reviews = reviews;
        this.accounts = accounts;
        this.restorations = restorations;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/claims/{id}/history")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        ClaimView claim = claims.find(id);
        List<Revision> whole = history.timeline(id);
        boolean veiled = DraftVeil.covers(claim, reviews.secondReview(id), user.actor());
        List<Revision> all = veiled ? DraftVeil.over(whole) : whole;
        Map<Long, String> people = new HashMap<>();
        accounts.list().forEach(account -> people.put(account.id(), account.name()));
        model.addAttribute("claim", claim);
        model.addAttribute(
                "page",
                HistoryPage.of(
                        all,
                        r -> true,
                        FactNames::shown,
                        from,
                        to,
                        history.firstBroken(id).orElse(null),
                        people,
                        sentences));
        return "review/history";
    }

    @PostMapping("/claims/{id}/history/{number}/restoration")
    String restore(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        restorations.restore(user.actor(), id, number, Reasons.required(reason));
        flash.say(next, "history.restored", number);
        return "redirect:/claims/" + id + "/history";
    }
}
