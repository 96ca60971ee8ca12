package org.claimtrail.moderation.web;

import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Reasons;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms by which reviewers and readers report problems. */
@Controller
class FlagController {

    private final Moderation moderation;
    private final ClaimCatalog claims;
    private final Flash flash;

    FlagController(Moderation moderation, ClaimCatalog claims, Flash flash) {
        this.moderation = moderation;
        this.claims = claims;
        this.flash = flash;
    }

    /** A reviewer reports a problem with any claim, or with a piece of evidence, a comment or a person at it. */
    @PostMapping("/claims/{id}/flags")
    String flag(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.raise(user.actor(), id, about.strip(), problem(problem), words(note));
        flash.say(next, "moderation.flagged");
        flash.saved(next, "flag-claim-" + id);
        return "redirect:/claims/" + id;
    }

    /** A reader reports a problem with a public verdict, a piece of its evidence, or who answers for it. */
    @PostMapping("/verdicts/{id}/flags")
    String flagVerdict(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal @Nullable DeskUser user,
            RedirectAttributes next) {
        ClaimView claim = claims.find(id);
        if (!claim.state().isPublic() || claim.hidden()) {
            throw new NotFound("verdict", id);
        }
        Actor actor = user == null ? Actor.VISITOR : user.actor();
        moderation.raiseOnVerdict(actor, id, about.strip(), problem(problem), words(note));
        flash.say(next, "moderation.flagged");
        flash.saved(next, "flag-verdict-" + id);
        return "redirect:/verdicts/" + id;
    }

    private static Problem problem(String code) {
        return ModerationController.code(Problem.class, code, "moderation.refused.problem");
    }

    private static String words(String typed) {
        String note = Reasons.optional(typed);
        return note == null ? "" : note;
    }
}
