package org.claimtrail.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Optional;
import org.claimtrail.account.Account;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Passwords;
import org.claimtrail.account.SignInThrottle;
import org.claimtrail.support.DeskAddress;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
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

/** The way back in for those who forgot their password. */
@Controller
class PasswordController {

    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final DeskAddress address;
    private final Sentences sentences;
    private final Flash flash;

    PasswordController(
            Passwords passwords, SignInThrottle throttle, DeskAddress address, Sentences sentences, Flash flash) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.address = address;
        this.sentences = sentences;
        this.flash = flash;
    }

    /** @param wait seconds until the next request is taken */
    @GetMapping("/password/forgotten")
    String forgotten(@RequestParam(required = false) @Nullable Integer wait, Model model) {
        model.addAttribute("wait", wait);
        model.addAttribute("byMail", passwords.byMail());
        return "account/forgotten";
    }

    /** Answers the same whoever it is. */
    @PostMapping("/password/forgotten")
    String ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        Optional<Duration> wait =
                throttle.attempt("reset from " + request.getRemoteAddr(), SignInThrottle.FREE_FOR_NETWORK);
        if (wait.isPresent()) {
            return "redirect:/password/forgotten?wait=" + (wait.get().toSeconds() + 1);
        }
        if (!email.isBlank() && email.length() <= Account.LONGEST_EMAIL && !Texts.unstorable(email)) {
            passwords.forgotten(email);
        }
        return "redirect:/password/forgotten?asked";
    }

    @GetMapping("/password/reset/{secret}")
    String blank(@PathVariable String secret, HttpServletResponse response, Model model) {
        model.addAttribute("form", new ResetForm("", ""));
        return page(secret, response, model);
    }

    @PostMapping("/password/reset/{secret}")
    String reset(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") ResetForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (form.passwordsDiffer()) {
            errors.rejectValue("passwordAgain", "differs", sentences.say("account.password.differs"));
        }
        if (!errors.hasErrors()) {
            try {
                passwords.reset(secret, form.chosen());
                flash.say(next, "account.reset.done");
                return "redirect:/sign-in";
            } catch (NotFound gone) {
                return page(secret, response, model);
            } catch (Refused refused) {
                errors.rejectValue("password", "refused", sentences.say(refused));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(secret, response, model);
    }

    /** An admin helps somebody who is locked out. */
    @PostMapping("/accounts/{id}/password-reset")
    String help(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        String secret = passwords.help(user.actor(), id);
        if (secret == null) {
            flash.say(next, "account.reset.sent");
        } else {
            next.addFlashAttribute("resetLink", address.asked() + "/password/reset/" + secret);
        }
        return "redirect:/accounts";
    }

    private String page(String secret, HttpServletResponse response, Model model) {
        Passwords.Resetting whose = passwords.resetting(secret).orElse(null);
        if (whose == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        model.addAttribute("whose", whose);
        model.addAttribute("secret", secret);
        return "account/reset";
    }
}
