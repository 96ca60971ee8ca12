package org.claimtrail.site;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.claim.ProposalForecasts;
import org.claimtrail.export.Labels;
import org.claimtrail.setting.DeskSettings;
import org.claimtrail.setting.Settings;
import org.claimtrail.support.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's settings, for admins. */
@Controller
class SettingsController {

    private static final String PAGE = "site/settings";

    private final Settings settings;
    private final ProposalForecasts forecasts;
    private final Labels labels;
    private final SecondFactors factors;
    private final Flash flash;

    SettingsController(
            Settings settings, ProposalForecasts forecasts, Labels labels, SecondFactors factors, Flash flash) {
        this.settings = settings;
        this.forecasts = forecasts;
        this.labels = labels;
        this.factors = factors;
        this.flash = flash;
    }

    /** @param threshold what it would be like at another threshold, before it is saved */
    @GetMapping("/settings")
    String show(
            @RequestParam(required = false) @Nullable BigDecimal threshold,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        DeskSettings current = settings.current();
        BigDecimal looked =
                threshold != null && DeskSettings.isThreshold(threshold) ? threshold : current.proposalThreshold();
        model.addAttribute("form", new SettingsForm(current.version(), looked));
        if (part != null) {
            forecast(model, current, looked);
            return PAGE + " :: forecast";
        }
        fill(model, current, looked);
        return PAGE;
    }

    @PostMapping("/settings")
    String update(
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            DeskSettings theirs = settings.propose(user.actor(), form.editedVersion(), form.threshold());
            if (theirs == null) {
                flash.say(next, "setting.saved");
                return "redirect:/settings";
            }
            model.addAttribute("theirs", theirs);
        }
        DeskSettings current = settings.current();
        response.setStatus(
                model.containsAttribute("theirs")
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_BAD_REQUEST);
        fill(model, current, errors.hasErrors() ? current.proposalThreshold() : form.threshold());
        return PAGE;
    }

    private void fill(Model model, DeskSettings current, BigDecimal looked) {
        forecast(model, current, looked);
        model.addAttribute("lowest", DeskSettings.LOWEST);
        model.addAttribute("highest", DeskSettings.HIGHEST);
        model.addAttribute("labels", labels.count());
        model.addAttribute("rule", factors.rule());
    }

    private void forecast(Model model, DeskSettings current, BigDecimal looked) {
        model.addAttribute("current", current);
        model.addAttribute("looked", looked);
        model.addAttribute("forecast", forecasts.at(hundredths(looked)));
    }

    private static int hundredths(BigDecimal threshold) {
        return threshold.movePointRight(2).intValue();
    }
}
