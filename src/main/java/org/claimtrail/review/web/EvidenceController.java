package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.claimtrail.account.DeskUser;
import org.claimtrail.history.Meanwhile;
import org.claimtrail.review.EvidenceBook;
import org.claimtrail.review.Stance;
import org.claimtrail.support.Flash;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Evidence of a claim. */
@Controller
class EvidenceController {

    private final EvidenceBook book;
    private final ClaimPages pages;
    private final Sentences sentences;
    private final Flash flash;

    EvidenceController(EvidenceBook book, ClaimPages pages, Sentences sentences, Flash flash) {
        this.book = book;
        this.pages = pages;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/claims/{id}/evidence/new")
    String blank(@PathVariable long id, @AuthenticationPrincipal DeskUser user, Model model) {
        model.addAttribute("form", EvidenceForm.empty());
        return form(id, user, model);
    }

    @PostMapping("/claims/{id}/evidence")
    String create(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EvidenceForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                book.attach(
                        user.actor(),
                        id,
                        Objects.requireNonNullElse(form.address(), ""),
                        form.details(),
                        form.text(),
                        Reasons.optional(form.reason()));
                flash.say(next, "review.evidence.attached");
                flash.saved(next, "evidence-" + id + "-new");
                return "redirect:/claims/" + id + "#evidence";
            } catch (InvalidWebAddress invalid) {
                errors.rejectValue(
                        "address",
                        "refused",
                        sentences.say(invalid.messageKey(), invalid.arguments().toArray()));
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(id, user, model);
    }

    @GetMapping("/claims/{id}/evidence/{evidenceId}/edit")
    String edit(
            @PathVariable long id, @PathVariable long evidenceId, @AuthenticationPrincipal DeskUser user, Model model) {
        ClaimPage page = pages.read(id, user);
        model.addAttribute(
                "form", EvidenceForm.of(page.piece(evidenceId), page.claim().revision()));
        model.addAttribute("evidenceId", evidenceId);
        return form(page, model);
    }

    @PostMapping("/claims/{id}/evidence/{evidenceId}")
    String update(
            @PathVariable long id,
            @PathVariable long evidenceId,
            @Valid @ModelAttribute("form") EvidenceForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                Meanwhile meanwhile = book.edit(
                        user.actor(),
                        id,
                        evidenceId,
                        form.base(),
                        form.details(),
                        form.text(),
                        Reasons.optional(form.reason()));
                flash.say(next, meanwhile.sentence("review.evidence.changed"), meanwhile.arguments());
                flash.saved(next, "evidence-" + id + "-" + evidenceId);
                return "redirect:/claims/" + id + "#evidence";
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("evidenceId", evidenceId);
        return form(id, user, model);
    }

    @DeleteMapping("/claims/{id}/evidence/{evidenceId}")
    String delete(
            @PathVariable long id,
            @PathVariable long evidenceId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        book.remove(user.actor(), id, evidenceId, Reasons.optional(reason));
        flash.say(next, "review.evidence.removed");
        return "redirect:/claims/" + id + "#evidence";
    }

    /** Puts a removed piece back. */
    @DeleteMapping("/claims/{id}/evidence/{evidenceId}/removal")
    String putBack(
            @PathVariable long id,
            @PathVariable long evidenceId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        book.putBack(user.actor(), id, evidenceId, Reasons.optional(reason));
        flash.say(next, "review.evidence.put-back");
        return "redirect:/claims/" + id + "#evidence";
    }

    private void reject(Refused refused, BindingResult errors) {
        String sentence = sentences.say(refused);
        if (refused.key().equals("review.refused.reason")) {
            errors.rejectValue("reason", "refused", sentence);
        } else {
            errors.reject("refused", sentence);
        }
    }

    private String form(long id, DeskUser user, Model model) {
        return form(pages.read(id, user), model);
    }

    private static String form(ClaimPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("stances", Stance.values());
        return "review/evidence";
    }
}
