package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.claimtrail.account.DeskUser;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second review of a submitted draft, and the decision where two ratings differ. */
@Controller
class SecondReviewController {

    private final SecondReviews seconds;
    private final ClaimPages pages;
    private final Sentences sentences;
    private final Flash flash;

    SecondReviewController(SecondReviews seconds, ClaimPages pages, Sentences sentences, Flash flash) {
        this.seconds = seconds;
        this.pages = pages;
        this.sentences = sentences;
        this.flash = flash;
    }

    @PostMapping("/claims/{id}/submission")
    String submit(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        seconds.submit(user.actor(), id);
        flash.say(next, "review.submitted");
        flash.undo(next, "/claims/" + id + "/submission", "delete");
        return "redirect:/claims/" + id;
    }

    @DeleteMapping("/claims/{id}/submission")
    String recall(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        seconds.recall(user.actor(), id);
        flash.say(next, "review.recalled");
        return "redirect:/claims/" + id + "#verdict";
    }

    @GetMapping("/claims/{id}/second-review")
    String blank(@PathVariable long id, @AuthenticationPrincipal DeskUser user, Model model) {
        model.addAttribute("form", SecondReviewForm.empty());
        return page(id, user, model);
    }

    @PostMapping("/claims/{id}/second-review")
    String create(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SecondReviewForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                boolean agreed = seconds.rate(user.actor(), id, form.text());
                flash.say(next, agreed ? "review.second.agreed" : "review.second.differs");
                flash.saved(next, "second-" + id);
                return "redirect:/claims/" + id + "#verdict";
            } catch (Refused refused) {
                errors.reject("refused", sentences.say(refused));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(id, user, model);
    }

    private String page(long id, DeskUser user, Model model) {
        model.addAttribute("page", pages.read(id, user));
        return "review/second-review";
    }

    @GetMapping("/claims/{id}/adjudication")
    String blankAdjudication(@PathVariable long id, @AuthenticationPrincipal DeskUser user, Model model) {
        return adjudicationPage(pages.read(id, user), null, model);
    }

    @PostMapping("/claims/{id}/adjudication")
    String adjudicate(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AdjudicationForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                seconds.adjudicate(user.actor(), id, form.text(), Texts.orEmpty(form.reason()));
                flash.say(next, "review.published");
                flash.saved(next, "adjudication-" + id);
                return "redirect:/claims/" + id + "#verdict";
            } catch (Refused refused) {
                errors.reject("refused", sentences.say(refused));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return adjudicationPage(pages.read(id, user), form, model);
    }

    /** @param typed what was typed; null for a form that starts from the first reviewer's explanation */
    private static String adjudicationPage(ClaimPage page, @Nullable AdjudicationForm typed, Model model) {
        if (page.second() == null || !page.second().given()) {
            throw new Refused("review.refused.nothing-to-decide");
        }
        model.addAttribute("page", page);
        if (typed == null) {
            model.addAttribute("form", AdjudicationForm.of(page.verdict().explanation()));
        }
        return "review/adjudication";
    }
}
