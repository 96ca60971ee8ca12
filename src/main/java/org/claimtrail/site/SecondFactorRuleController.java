package org.claimtrail.site;

import org.claimtrail.account.DeskUser;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.support.Flash;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether everybody has to have a second factor. */
@Controller
class SecondFactorRuleController {

    private final SecondFactors factors;
    private final Flash flash;

    SecondFactorRuleController(SecondFactors factors, Flash flash) {
        this.factors = factors;
        this.flash = flash;
    }

    @PostMapping("/settings/second-factor")
    String set(
            @RequestParam(defaultValue = "false") boolean required,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        factors.require(user.actor(), required);
        flash.say(next, required ? "setting.factor.required" : "setting.factor.optional");
        return "redirect:/settings";
    }
}
