package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.DeskUser;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.ScaleVersion;
import org.claimtrail.review.Scales;
import org.claimtrail.review.SecondReviewRule;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rating scales, for admins: the list, the editor, its preview, and the rules of use. */
@Controller
class ScaleController {

    private final Scales scales;
    private final Sentences sentences;
    private final Flash flash;

    ScaleController(Scales scales, Sentences sentences, Flash flash) {
        this.scales = scales;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/scales")
    String list(Model model) {
        model.addAttribute("scales", scales.list());
        model.addAttribute("rules", SecondReviewRule.values());
        return "scale/list";
    }

    @GetMapping("/scales/new")
    String blank(Model model) {
        return editor(ScaleForm.blank(), Map.of(), model);
    }

    @GetMapping("/scales/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        return editor(ScaleForm.of(scales.newest(code)), Map.of(), model);
    }

    /** Shows how the scale would look; with {@code again}, the editor with what was typed. */
    @PostMapping("/scales/preview")
    String preview(
            @ModelAttribute("form") ScaleForm form,
            @RequestParam(defaultValue = "false") boolean again,
            Model model,
            HttpServletResponse response) {
        if (again) {
            return editor(form, Map.of(), model);
        }
        ScaleVersion current = current(form);
        ScaleCheck.Result read = ScaleCheck.read(form, current, sentences);
        if (!read.errors().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return editor(form, read.errors(), model);
        }
        List<String> changes = ScaleDiff.between(current, read.next(), sentences);
        if (current != null && changes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return editor(form, Map.of("rows", sentences.say("scale.refused.same")), model);
        }
        model.addAttribute("form", form);
        model.addAttribute("next", read.next());
        model.addAttribute("changes", changes);
        return "scale/preview";
    }

    @PostMapping("/scales")
    String create(
            @ModelAttribute("form") ScaleForm form,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ScaleVersion current = current(form);
        ScaleCheck.Result read = ScaleCheck.read(form, current, sentences);
        if (!read.errors().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return editor(form, read.errors(), model);
        }
        if (!scales.save(user.actor(), read.next())) {
            ScaleVersion theirs = scales.newest(read.next().code());
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("theirs", theirs);
            ScaleForm kept = new ScaleForm(form.code(), Integer.toString(theirs.version()), form.name(), form.rows());
            return editor(kept, Map.of(), model);
        }
        flash.say(
                next,
                "scale.saved",
                read.next().code(),
                Integer.toString(read.next().version()));
        return "redirect:/scales";
    }

    @PostMapping("/scales/{code}/rule")
    String update(
            @PathVariable String code,
            @RequestParam SecondReviewRule secondReview,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "-1") int version,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Scales.Rule wanted = new Scales.Rule(secondReview, retired, version);
        Scales.Rule theirs = scales.rule(user.actor(), code, wanted);
        if (theirs != null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("staleCode", code);
            model.addAttribute("typed", wanted);
            return list(model);
        }
        flash.say(next, "scale.rule.saved", code);
        return "redirect:/scales";
    }

    private @Nullable ScaleVersion current(ScaleForm form) {
        String code = Texts.orEmpty(form.code()).replace("\0", "");
        return scales.newestOrNothing(code).orElse(null);
    }

    private String editor(ScaleForm form, Map<String, String> errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", RatingKind.values());
        return "scale/edit";
    }
}
