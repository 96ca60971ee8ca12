package org.claimtrail.review.web;

import java.time.LocalDate;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.review.Assignments;
import org.claimtrail.review.Reviews;
import org.claimtrail.support.Flash;
import org.claimtrail.support.PlausibleDate;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who checks a claim, and until when. */
@Controller
class AssignmentController {

    private final Reviews reviews;
    private final Assignments assignments;
    private final Sentences sentences;
    private final Flash flash;

    AssignmentController(Reviews reviews, Assignments assignments, Sentences sentences, Flash flash) {
        this.reviews = reviews;
        this.assignments = assignments;
        this.sentences = sentences;
        this.flash = flash;
    }

    @PostMapping("/claims/{id}/assignment")
    String take(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        reviews.take(user.actor(), id);
        flash.say(next, "review.taken");
        flash.undo(next, "/claims/" + id + "/assignment", "delete");
        return "redirect:/claims/" + id;
    }

    @DeleteMapping("/claims/{id}/assignment")
    String release(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        reviews.release(user.actor(), id);
        flash.say(next, "review.released");
        return "redirect:/claims/" + id;
    }

    /** Gives the claim to somebody. */
    @PostMapping("/claims/{id}/assignee")
    String assign(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long account,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        if (account == null) {
            flash.error(next, sentences.say("review.refused.nobody-chosen"));
        } else {
            assignments.assign(user.actor(), id, account);
            flash.say(next, "review.assigned");
        }
        return "redirect:/claims/" + id;
    }

    /** Sets the day by which the claim should be checked; an empty one takes it away. */
    @PostMapping("/claims/{id}/due")
    String setDue(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String day,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        String typed = Texts.orNull(day);
        LocalDate due = typed == null ? null : PlausibleDate.Check.parse(typed);
        if (typed != null && due == null) {
            flash.error(next, sentences.say("support.date"));
        } else {
            assignments.setDue(user.actor(), id, due);
            flash.say(next, due == null ? "review.due.removed" : "review.due.set");
        }
        return "redirect:/claims/" + id;
    }

    /** Takes several claims at once from the queue, or gives them to somebody. */
    @PostMapping("/claims/assignments")
    String takeSeveral(
            @RequestParam(name = "claim", required = false) @Nullable List<Long> ids,
            @RequestParam(required = false) @Nullable Long account,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        if (ids == null || ids.isEmpty()) {
            flash.error(next, sentences.say("review.refused.none-picked"));
            return "redirect:/claims";
        }
        int taken = 0;
        Refused last = null;
        for (long id : ids) {
            try {
                give(user, id, account);
                taken++;
            } catch (Refused refused) {
                last = refused;
            }
        }
        if (last == null) {
            flash.say(next, account == null ? "review.taken-several" : "review.assigned-several", taken);
        } else {
            flash.error(next, sentences.say("review.taken-some", taken, ids.size(), sentences.say(last)));
        }
        return account == null ? "redirect:/claims?view=mine" : "redirect:/claims?view=unassigned";
    }

    private void give(DeskUser user, long id, @Nullable Long account) {
        if (account == null) {
            reviews.take(user.actor(), id);
        } else {
            assignments.assign(user.actor(), id, account);
        }
    }
}
