package org.claimtrail.review.web;

import jakarta.validation.Valid;
import org.claimtrail.account.DeskUser;
import org.claimtrail.review.Interests;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reviewer has to do with the matter of a claim. */
@Controller
class InterestController {

    private final Interests interests;
    private final Sentences sentences;
    private final Flash flash;

    InterestController(Interests interests, Sentences sentences, Flash flash) {
        this.interests = interests;
        this.sentences = sentences;
        this.flash = flash;
    }

    @PostMapping("/claims/{id}/interest")
    String create(
            @PathVariable long id,
            @Valid @ModelAttribute("interest") InterestForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            flash.error(next, sentences.say("review.refused.interest"));
        } else {
            interests.declare(user.actor(), id, Texts.orEmpty(form.text()));
            flash.say(next, "review.interest.declared");
            flash.saved(next, "interest-" + id);
        }
        return "redirect:/claims/" + id + "#interests";
    }

    @DeleteMapping("/claims/{id}/interest")
    String delete(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        interests.retract(user.actor(), id);
        flash.say(next, "review.interest.retracted");
        return "redirect:/claims/" + id + "#interests";
    }
}
