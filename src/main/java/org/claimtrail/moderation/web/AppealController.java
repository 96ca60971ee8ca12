package org.claimtrail.moderation.web;

import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.moderation.Appeals;
import org.claimtrail.moderation.DecisionView;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What admins decided about one's own things, appeals against it, and their outcome. */
@Controller
class AppealController {

    private static final int PAGE = 50;

    private final Appeals appeals;
    private final Flash flash;

    AppealController(Appeals appeals, Flash flash) {
        this.appeals = appeals;
        this.flash = flash;
    }

    @GetMapping("/decisions")
    String list(
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        Long from = before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
        List<DecisionView> found = appeals.about(user.actor(), from, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("decisions", more ? found.subList(0, PAGE) : found);
        model.addAttribute(
                "next", more ? "/decisions?before=" + found.get(PAGE - 1).entryId() : null);
        return "moderation/decisions";
    }

    @PostMapping("/decisions/{id}/appeal")
    String appeal(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        appeals.appeal(user.actor(), id, Reasons.required(words));
        flash.say(next, "moderation.appealed");
        flash.saved(next, "appeal-" + id);
        return "redirect:/decisions";
    }

    @PostMapping("/moderation/appeals/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        boolean reverse = outcome.equals("reversed");
        if (!reverse && !outcome.equals("upheld")) {
            throw new Refused("moderation.refused.decision");
        }
        appeals.decide(user.actor(), id, reverse, Reasons.required(reason));
        flash.say(next, "moderation.decided." + outcome);
        return "redirect:/moderation";
    }
}
