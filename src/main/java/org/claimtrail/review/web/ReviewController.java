package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.Kind;
import org.claimtrail.discussion.Discussions;
import org.claimtrail.history.Meanwhile;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.Stance;
import org.claimtrail.review.VerdictText;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The claim page, and the verbs from taking a claim to correcting its verdict. */
@Controller
class ReviewController {

    private final ClaimPages pages;
    private final Reviews reviews;
    private final SecondReviews seconds;
    private final Discussions discussions;
    private final Sentences sentences;
    private final Flash flash;

    ReviewController(
            ClaimPages pages,
            Reviews reviews,
            SecondReviews seconds,
            Discussions discussions,
            Sentences sentences,
            Flash flash) {
        this.pages = pages;
        this.reviews = reviews;
        this.seconds = seconds;
        this.discussions = discussions;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/claims/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal DeskUser user, Model model) {
        ClaimPage page = pages.read(id, user);
        model.addAttribute("draft", DraftForm.of(page));
        return claimPage(page, model);
    }

    private String claimPage(ClaimPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("talk", discussions.of(page.claim().id(), page.reader(), null));
        model.addAttribute("stances", Stance.values());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("form", EvidenceForm.empty());
        return "review/claim";
    }

    /**
     * Saves the draft; with {@code publish} or {@code submit}, does that too where nothing is missing. What was changed
     * since the form was opened is looked over by its writer first. A refused draft comes back as it was typed.
     */
    @PostMapping("/claims/{id}/draft")
    String draft(
            @PathVariable long id,
            @Valid @ModelAttribute("draft") DraftForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean publish,
            @RequestParam(defaultValue = "false") boolean submit,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!VerdictText.inOrder(form.validAsOf(), form.reviewBy())) {
            errors.rejectValue("reviewBy", "refused", sentences.say("review.review-by.early"));
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return claimPage(pages.read(id, user), model);
        }
        Meanwhile meanwhile;
        try {
            meanwhile = reviews.draft(user.actor(), id, form.base(), form.text());
        } catch (Refused refused) {
            errors.reject("refused", sentences.say(refused));
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return claimPage(pages.read(id, user), model);
        }
        flash.saved(next, "draft-" + id);
        if (!meanwhile.nothing() && (publish || submit)) {
            flash.say(next, "conflict.unpublished", meanwhile.arguments());
            return "redirect:/claims/" + id + "#verdict";
        }
        if (submit) {
            return submit(id, user, next);
        }
        if (publish) {
            return publish(id, user, next);
        }
        flash.say(next, meanwhile.sentence("review.drafted"), meanwhile.arguments());
        return "redirect:/claims/" + id + "#verdict";
    }

    private String submit(long id, DeskUser user, RedirectAttributes next) {
        try {
            seconds.submit(user.actor(), id);
            flash.say(next, "review.submitted");
            flash.undo(next, "/claims/" + id + "/submission", "delete");
            return "redirect:/claims/" + id + "#verdict";
        } catch (Refused refused) {
            flash.error(next, sentences.say(refused));
            return "redirect:/claims/" + id + "#checklist";
        }
    }

    @PostMapping("/claims/{id}/publication")
    String publish(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        try {
            reviews.publish(user.actor(), id);
            flash.say(next, "review.published");
            return "redirect:/claims/" + id;
        } catch (Refused refused) {
            flash.error(next, sentences.say(refused));
            return "redirect:/claims/" + id + "#checklist";
        }
    }

    @GetMapping("/claims/{id}/correction")
    String blankCorrection(@PathVariable long id, @AuthenticationPrincipal DeskUser user, Model model) {
        ClaimPage page = pages.read(id, user);
        model.addAttribute("form", CorrectionForm.of(page.claim(), page.verdict()));
        return correctionPage(page, model);
    }

    @PostMapping("/claims/{id}/correction")
    String correct(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ClaimPage page = pages.read(id, user);
        if (!VerdictText.inOrder(form.validAsOf(), form.reviewBy())) {
            errors.rejectValue("reviewBy", "refused", sentences.say("review.review-by.early"));
        }
        if (!errors.hasErrors()) {
            try {
                Meanwhile meanwhile = reviews.correct(
                        user.actor(),
                        id,
                        form.base(),
                        form.text(),
                        form.words(page.claim()),
                        Objects.requireNonNull(form.kind()),
                        Texts.orEmpty(form.reason()));
                flash.say(next, meanwhile.sentence("review.corrected"), meanwhile.arguments());
                flash.saved(next, "correction-" + id);
                return "redirect:/claims/" + id;
            } catch (Refused refused) {
                errors.reject("refused", sentences.say(refused));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return correctionPage(page, model);
    }

    private static String correctionPage(ClaimPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("corrections", List.of(CorrectionKind.values()));
        return "review/correction";
    }
}
