package org.claimtrail.moderation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.moderation.Appeals;
import org.claimtrail.moderation.CaseFilter;
import org.claimtrail.moderation.CaseList;
import org.claimtrail.moderation.CaseView;
import org.claimtrail.moderation.Decision;
import org.claimtrail.moderation.DecisionView;
import org.claimtrail.moderation.EntryView;
import org.claimtrail.moderation.Ground;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.ModerationLog;
import org.claimtrail.moderation.Problem;
import org.claimtrail.moderation.Target;
import org.claimtrail.support.Coded;
import org.claimtrail.support.Flash;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The queue of cases, and what admins decide. */
@Controller
class ModerationController {

    private static final int PAGE = 50;

    private final Moderation moderation;
    private final CaseList queue;
    private final ModerationLog log;
    private final Appeals appeals;
    private final Sentences sentences;
    private final Flash flash;

    ModerationController(
            Moderation moderation,
            CaseList queue,
            ModerationLog log,
            Appeals appeals,
            Sentences sentences,
            Flash flash) {
        this.moderation = moderation;
        this.log = log;
        this.appeals = appeals;
        this.queue = queue;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/moderation")
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "0") long appealsAfter,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        CaseFilter filter = CaseFilter.of(kind, problem, by);
        List<CaseView> cases = queue.page(filter, after, PAGE + 1);
        List<EntryView> entries = log.entries(before, PAGE + 1);
        boolean moreCases = cases.size() > PAGE;
        boolean moreEntries = entries.size() > PAGE;
        List<DecisionView> waiting = appeals.waiting(user.actor(), appealsAfter, PAGE + 1);
        boolean moreAppeals = waiting.size() > PAGE;
        model.addAttribute("cases", moreCases ? cases.subList(0, PAGE) : cases);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", Target.Kind.values());
        model.addAttribute("problems", Problem.values());
        model.addAttribute("grounds", Ground.values());
        model.addAttribute("appeals", moreAppeals ? waiting.subList(0, PAGE) : waiting);
        model.addAttribute(
                "nextAppeals",
                moreAppeals
                        ? "/moderation?appealsAfter=" + waiting.get(PAGE - 1).appealId() + "#appeals"
                        : null);
        model.addAttribute("open", queue.open());
        model.addAttribute("entries", moreEntries ? entries.subList(0, PAGE) : entries);
        if (moreCases) {
            UriComponentsBuilder next = UriComponentsBuilder.fromPath("/moderation");
            filter.asQuery().forEach(next::queryParam);
            model.addAttribute(
                    "nextCases",
                    next.queryParam("after", cases.get(PAGE - 1).id()).build().toUriString());
        }
        model.addAttribute(
                "nextEntries",
                moreEntries ? "/moderation?before=" + entries.get(PAGE - 1).id() + "#log" : null);
        return "moderation/list";
    }

    @PostMapping("/moderation/cases/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Decision decided = code(Decision.class, decision, "moderation.refused.decision");
        Ground why = ground.isEmpty() ? null : code(Ground.class, ground, "moderation.refused.ground");
        moderation.decide(user.actor(), id, decided, why, Reasons.required(reason));
        flash.say(next, "moderation.decided." + decided.code());
        flash.saved(next, "case-" + id);
        return "redirect:/moderation";
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

    static <E extends Enum<E> & Coded> E code(Class<E> type, String code, String refusal) {
        try {
            return Coded.of(type, code);
        } catch (IllegalArgumentException e) {
            throw new Refused(refusal);
        }
    }
}
