package org.claimtrail.account.web;

import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Passwords;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factors. Each change asks for the password again. */
@Controller
class SecondFactorController {

    private static final String ACCOUNT = "redirect:/account";
    private static final String SETTING_UP = "redirect:/account/one-time-codes";

    private final SecondFactors factors;
    private final Passwords passwords;
    private final Sentences sentences;
    private final Flash flash;

    SecondFactorController(SecondFactors factors, Passwords passwords, Sentences sentences, Flash flash) {
        this.factors = factors;
        this.passwords = passwords;
        this.sentences = sentences;
        this.flash = flash;
    }

    @PostMapping("/account/one-time-codes")
    String begin(
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        try {
            passwords.confirm(user.actor(), currentPassword);
            factors.beginCodes(user.actor());
            return SETTING_UP;
        } catch (Refused refused) {
            return refused(refused, next, ACCOUNT);
        }
    }

    @GetMapping("/account/one-time-codes")
    String settingUp(@AuthenticationPrincipal DeskUser user, Model model) {
        SecondFactors.Setup setup = factors.settingUp(user).orElse(null);
        if (setup == null) {
            return ACCOUNT;
        }
        model.addAttribute("setup", setup);
        return "account/one-time-codes";
    }

    @GetMapping("/account/one-time-codes/qr.svg")
    ResponseEntity<String> picture(@AuthenticationPrincipal DeskUser user) {
        SecondFactors.Setup setup = factors.settingUp(user).orElseThrow(() -> new NotFound("picture", ""));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(QrSvg.of(setup.address()));
    }

    /** Shows the recovery codes in its own answer, so that they are stored nowhere. */
    @PostMapping("/account/one-time-codes/confirmation")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            RedirectAttributes next) {
        try {
            return recovery(factors.confirmCodes(user, code), model);
        } catch (Refused refused) {
            return refused(refused, next, SETTING_UP);
        }
    }

    @DeleteMapping("/account/one-time-codes")
    String remove(
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        try {
            passwords.confirm(user.actor(), currentPassword);
            factors.removeCodes(user);
            flash.say(next, "account.codes.removed");
            return ACCOUNT;
        } catch (Refused refused) {
            return refused(refused, next, ACCOUNT);
        }
    }

    @PostMapping("/account/recovery-codes")
    String renew(
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            RedirectAttributes next) {
        try {
            passwords.confirm(user.actor(), currentPassword);
            return recovery(factors.renewRecovery(user.actor()), model);
        } catch (Refused refused) {
            return refused(refused, next, ACCOUNT);
        }
    }

    /** An admin lets somebody back in who lost all of it. */
    @DeleteMapping("/accounts/{id}/second-factor")
    String removeAll(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        factors.removeAll(user.actor(), id, Reasons.required(reason));
        flash.say(next, "account.factors.removed");
        return "redirect:/accounts";
    }

    private String refused(Refused refused, RedirectAttributes next, String where) {
        flash.error(next, sentences.say(refused));
        return where;
    }

    private static String recovery(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "account/recovery-codes";
    }
}
