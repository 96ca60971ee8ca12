package org.claimtrail.claim.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Dismissal;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Quote;
import org.claimtrail.history.Meanwhile;
import org.claimtrail.support.Coded;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions on a claim before its review. Each leads back to where it was made: the claim's card or its page. */
@Controller
class ClaimController {

    private final Claims claims;
    private final ClaimCatalog catalog;
    private final Sentences sentences;
    private final Flash flash;

    ClaimController(Claims claims, ClaimCatalog catalog, Sentences sentences, Flash flash) {
        this.claims = claims;
        this.catalog = catalog;
        this.sentences = sentences;
        this.flash = flash;
    }

    @PostMapping("/claims/{id}/acceptance")
    String accept(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Claim claim = claims.accept(user.actor(), id);
        flash.say(next, "claim.accepted");
        flash.undo(next, "/claims/" + id + "/acceptance" + suffix(back), "delete");
        return to(claim, back);
    }

    @DeleteMapping("/claims/{id}/acceptance")
    String undoAccept(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Claim claim = claims.undoAccept(user.actor(), id);
        flash.say(next, "claim.acceptance-undone");
        return to(claim, back);
    }

    @PostMapping("/claims/{id}/dismissal")
    String dismiss(
            @PathVariable long id,
            @RequestParam String why,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        String text = Texts.orNull(note);
        if (text != null && (text.length() > 1000 || Texts.unstorable(text))) {
            throw new Refused("claim.refused.note");
        }
        Claim claim = claims.dismiss(user.actor(), id, dismissal(why), text);
        flash.say(next, "claim.dismissed");
        flash.undo(next, "/claims/" + id + "/dismissal" + suffix(back), "delete");
        return to(claim, back);
    }

    @DeleteMapping("/claims/{id}/dismissal")
    String reconsider(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Claim claim = claims.reconsider(user.actor(), id);
        flash.say(next, "claim.reconsidered");
        return to(claim, back);
    }

    @GetMapping("/claims/{id}/edit")
    String edit(@PathVariable long id, @RequestParam(required = false) @Nullable String back, Model model) {
        ClaimView claim = catalog.find(id);
        model.addAttribute(
                "form",
                new WordingForm(
                        claim.revision(), claim.wording(), claim.kind(), claim.claimantName(), claim.claimantRole()));
        return form(claim, back, model);
    }

    @PostMapping("/claims/{id}/wording")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") WordingForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String piece,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(catalog.find(id), back, model);
        }
        Claims.Reworded reworded;
        try {
            reworded = claims.reword(user.actor(), id, form.base(), form.words());
        } catch (Refused refused) {
            if (piece != null) {
                // The form stands on the page still; a line says what was refused.
                throw refused;
            }
            errors.reject("refused", sentences.say(refused));
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(catalog.find(id), back, model);
        }
        Meanwhile meanwhile = reworded.meanwhile();
        flash.say(next, meanwhile.sentence("claim.reworded"), meanwhile.arguments());
        flash.saved(next, "wording-" + id);
        return to(reworded.claim(), back);
    }

    @PostMapping("/articles/{articleId}/claims")
    String create(
            @PathVariable long articleId,
            @RequestParam(defaultValue = "") String exact,
            @RequestParam(required = false) @Nullable Integer start,
            @RequestParam(required = false) @Nullable Integer occurrence,
            @RequestParam(required = false) @Nullable String wording,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            String words = Texts.orNull(wording);
            if (Texts.unstorable(exact)
                    || words != null && (Texts.unstorable(words) || words.codePointCount(0, words.length()) > 2000)) {
                throw new Refused("claim.refused.wording");
            }
            Claim claim = claims.mark(user.actor(), articleId, new Quote(Texts.lines(exact), start, occurrence), words);
            flash.say(next, "claim.marked");
            flash.saved(next, "mark-" + articleId);
            return "redirect:/articles/" + articleId + "#claim-" + claim.id();
        } catch (Refused refused) {
            // The words come back in the form they were typed in.
            model.addAttribute("exact", exact);
            model.addAttribute("occurrence", occurrence);
            model.addAttribute("wording", wording);
            model.addAttribute("refused", refused);
            model.addAttribute("articleId", articleId);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return "claim/mark";
        }
    }

    private static String form(ClaimView claim, @Nullable String back, Model model) {
        model.addAttribute("claim", claim);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("back", back);
        return "claim/edit";
    }

    private static Dismissal dismissal(String why) {
        try {
            return Coded.of(Dismissal.class, why);
        } catch (IllegalArgumentException e) {
            throw new Refused("claim.refused.dismissal");
        }
    }

    private static String suffix(@Nullable String back) {
        return "claim".equals(back) ? "?back=claim" : "";
    }

    /** The claim's page, or its place in the article: the article's page leads an answer to htmx to the card alone. */
    private static String to(Claim claim, @Nullable String back) {
        return "claim".equals(back)
                ? "redirect:/claims/" + claim.id()
                : "redirect:/articles/" + claim.articleId() + "/claims/" + claim.id();
    }
}
