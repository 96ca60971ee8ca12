package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.RatingScales;
import org.claimtrail.review.ScaleLabel;
import org.claimtrail.review.ScaleRules;
import org.claimtrail.review.SecondReviewRule;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
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

/** The rating scales, for admins: edited in a form, looked at in a preview, stored as a new version. */
@Controller
class ScaleController {

    private static final String NEW = "new";

    private final RatingScales scales;
    private final Sentences sentences;
    private final Flash flash;

    ScaleController(RatingScales scales, Sentences sentences, Flash flash) {
        this.scales = scales;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/scales")
    String list(Model model) {
        model.addAttribute("scales", scales.list());
        model.addAttribute("rules", SecondReviewRule.values());
        return "review/scales";
    }

    /** @param code a scale, or {@code new} */
    @GetMapping("/scales/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        model.addAttribute("form", code.equals(NEW) ? ScaleForm.empty() : ScaleForm.of(scales.find(code)));
        return form(code, model);
    }

    /** Shows what would be stored; with {@code change}, the form again. */
    @PostMapping("/scales/{code}/preview")
    String preview(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean change,
            @Valid @ModelAttribute("form") @Nullable ScaleForm typed,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        ScaleForm form = readable(typed, model);
        check(form, errors);
        if (change) {
            return form(code, model);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(code, model);
        }
        model.addAttribute("code", code);
        model.addAttribute("scale", code.equals(NEW) ? null : scales.find(code));
        return "review/scale-preview";
    }

    @PostMapping("/scales/{code}")
    String create(
            @PathVariable String code,
            @Valid @ModelAttribute("form") @Nullable ScaleForm typed,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        ScaleForm form = readable(typed, model);
        check(form, errors);
        if (!errors.hasErrors()) {
            try {
                store(user, code, form);
                flash.say(next, "scale.stored");
                return "redirect:/scales";
            } catch (Refused refused) {
                errors.reject("refused", sentences.say(refused));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(code, model);
    }

    private void store(DeskUser user, String code, ScaleForm form) {
        if (code.equals(NEW)) {
            scales.create(user.actor(), form.name().strip(), form.labels());
        } else {
            scales.revise(user.actor(), code, form.editedVersion(), form.name().strip(), form.labels());
        }
    }

    @PostMapping("/scales/{code}/rule")
    String rule(
            @PathVariable String code,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam SecondReviewRule rule,
            @RequestParam(defaultValue = "false") boolean retired,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        scales.rule(user.actor(), code, version, rule, retired);
        flash.say(next, "scale.rule.stored");
        return "redirect:/scales";
    }

    /** An empty form in place of one whose rows are none at all, which no page sends. */
    private static ScaleForm readable(@Nullable ScaleForm typed, Model model) {
        ScaleForm form = typed == null ? ScaleForm.empty() : typed;
        model.addAttribute("form", form);
        return form;
    }

    /** Puts each fault of the scale beside the field that was typed. */
    private void check(ScaleForm form, BindingResult errors) {
        List<ScaleLabel> labels = form.labels();
        if (labels.isEmpty()) {
            errors.reject("refused", sentences.say("scale.fault.none"));
        }
        List<Integer> filled = form.filled();
        for (ScaleRules.Fault fault : ScaleRules.faults(labels)) {
            errors.rejectValue(
                    "rows[" + filled.get(fault.row()) + "]." + fault.field(),
                    "refused",
                    sentences.say(fault.key(), fault.argument()));
        }
    }

    private String form(String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("scale", code.equals(NEW) ? null : scales.find(code));
        model.addAttribute("kinds", RatingKind.values());
        return "review/scale-form";
    }
}
