package org.claimtrail.moderation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.moderation.Decision;
import org.claimtrail.moderation.EntryView;
import org.claimtrail.moderation.FlagView;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.ModerationLog;
import org.claimtrail.moderation.Problem;
import org.claimtrail.support.Coded;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
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
import org.springframework.web.util.UriUtils;

/** Flags, and what admins decide. */
@Controller
class ModerationController {

    private static final int PAGE = 50;

    private final Moderation moderation;
    private final ModerationLog log;
    private final ClaimCatalog claims;
    private final Sentences sentences;
    private final Flash flash;

    ModerationController(
            Moderation moderation, ModerationLog log, ClaimCatalog claims, Sentences sentences, Flash flash) {
        this.moderation = moderation;
        this.log = log;
        this.claims = claims;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/moderation")
    String list(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        List<FlagView> flags = log.openFlags(after, PAGE + 1);
        List<EntryView> entries = log.entries(before, PAGE + 1);
        boolean moreFlags = flags.size() > PAGE;
        boolean moreEntries = entries.size() > PAGE;
        model.addAttribute("flags", moreFlags ? flags.subList(0, PAGE) : flags);
        model.addAttribute("open", log.openFlagCount());
        model.addAttribute("entries", moreEntries ? entries.subList(0, PAGE) : entries);
        model.addAttribute(
                "nextFlags",
                moreFlags ? "/moderation?after=" + flags.get(PAGE - 1).id() : null);
        model.addAttribute(
                "nextEntries",
                moreEntries ? "/moderation?before=" + entries.get(PAGE - 1).id() + "#log" : null);
        return "moderation/list";
    }

    @PostMapping("/flags/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Decision decided = code(Decision.class, decision, "moderation.refused.decision");
        moderation.decide(user.actor(), id, decided, Reasons.required(reason));
        flash.say(next, "moderation.decided." + decided.code());
        flash.saved(next, "flag-" + id);
        return "redirect:/moderation";
    }

    /** A reviewer reports a problem with any claim. */
    @PostMapping("/claims/{id}/flags")
    String flag(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        raise(user.actor(), id, problem, note);
        flash.say(next, "moderation.flagged");
        flash.saved(next, "flag-claim-" + id);
        return "redirect:/claims/" + id;
    }

    /** A reader reports a problem with a public verdict. */
    @PostMapping("/verdicts/{id}/flags")
    String flagVerdict(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal @Nullable DeskUser user,
            RedirectAttributes next) {
        var claim = claims.find(id);
        if (!claim.state().isPublic() || claim.hidden()) {
            throw new NotFound("verdict", id);
        }
        raise(user == null ? Actor.VISITOR : user.actor(), id, problem, note);
        flash.say(next, "moderation.flagged");
        flash.saved(next, "flag-verdict-" + id);
        return "redirect:/verdicts/" + id;
    }

    @PostMapping("/claims/{id}/hiding")
    String hide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.hide(user.actor(), id, true, Reasons.required(reason));
        flash.say(next, "moderation.decided.hidden");
        flash.undo(
                next,
                "/claims/" + id + "/hiding?reason=" + UriUtils.encode(sentences.say("moderation.undone"), UTF_8),
                "delete");
        return "redirect:/claims/" + id;
    }

    @DeleteMapping("/claims/{id}/hiding")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.hide(user.actor(), id, false, Reasons.required(reason));
        flash.say(next, "moderation.decided.shown");
        return "redirect:/claims/" + id;
    }

    @PostMapping("/claims/{id}/lock")
    String lock(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.lock(user.actor(), id, true, Reasons.required(reason));
        flash.say(next, "moderation.decided.locked");
        return "redirect:/claims/" + id;
    }

    @DeleteMapping("/claims/{id}/lock")
    String unlock(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.lock(user.actor(), id, false, Reasons.required(reason));
        flash.say(next, "moderation.decided.unlocked");
        return "redirect:/claims/" + id;
    }

    @PostMapping("/claims/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.withdraw(user.actor(), id, Reasons.required(reason));
        flash.say(next, "moderation.decided.withdrawn");
        return "redirect:/claims/" + id;
    }

    @PostMapping("/accounts/{id}/suspension")
    String suspend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.suspend(user.actor(), id, Reasons.required(reason));
        flash.say(next, "moderation.decided.suspended");
        return "redirect:/accounts";
    }

    @DeleteMapping("/accounts/{id}/suspension")
    String reinstate(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        moderation.reinstate(user.actor(), id, Reasons.required(reason));
        flash.say(next, "moderation.decided.reinstated");
        return "redirect:/accounts";
    }

    private void raise(Actor actor, long claimId, String problem, String note) {
        String text = Reasons.optional(note);
        moderation.raise(
                actor, claimId, code(Problem.class, problem, "moderation.refused.problem"), text == null ? "" : text);
    }

    private static <E extends Enum<E> & Coded> E code(Class<E> type, String code, String refusal) {
        try {
            return Coded.of(type, code);
        } catch (IllegalArgumentException e) {
            throw new Refused(refusal);
        }
    }
}
