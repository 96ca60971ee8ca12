package org.claimtrail.moderation.web;

import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.moderation.Ground;
import org.claimtrail.moderation.Hiding;
import org.claimtrail.moderation.Place;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Reasons;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stands at a claim, each part to hide or to show again. */
@Controller
class HidingController {

    private final Hiding hiding;
    private final ClaimCatalog claims;
    private final Flash flash;

    HidingController(Hiding hiding, ClaimCatalog claims, Flash flash) {
        this.hiding = hiding;
        this.claims = claims;
        this.flash = flash;
    }

    @GetMapping("/moderation/claims/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String see,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        model.addAttribute("claim", claims.find(id));
        model.addAttribute("parts", hiding.at(user.actor(), id, see == null ? null : Place.named(id, see)));
        model.addAttribute("grounds", Ground.values());
        return "moderation/hiding";
    }

    @PostMapping("/moderation/claims/{id}/hiding")
    String hide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Ground why = ModerationController.code(Ground.class, ground, "moderation.refused.ground");
        hiding.hide(user.actor(), Place.named(id, what), why, Reasons.required(reason));
        flash.say(next, "moderation.hidden");
        return "redirect:/moderation/claims/" + id;
    }

    @DeleteMapping("/moderation/claims/{id}/hiding")
    String unhide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        hiding.show(user.actor(), Place.named(id, what), Reasons.required(reason));
        flash.say(next, "moderation.shown");
        return "redirect:/moderation/claims/" + id;
    }
}
