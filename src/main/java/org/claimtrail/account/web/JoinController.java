package org.claimtrail.account.web;

import jakarta.validation.Valid;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Invitation;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Uses an invitation: the set-up link makes the first admin, the others make colleagues. */
@Controller
class JoinController {

    private final Accounts accounts;
    private final Sentences sentences;
    private final Flash flash;

    JoinController(Accounts accounts, Sentences sentences, Flash flash) {
        this.accounts = accounts;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping({"/setup/{secret}", "/invitations/{secret}"})
    String blank(@PathVariable String secret, Model model) {
        model.addAttribute("form", JoinForm.empty());
        return page(secret, model);
    }

    @PostMapping({"/setup/{secret}", "/invitations/{secret}"})
    String create(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (form.passwordsDiffer()) {
            errors.rejectValue("passwordAgain", "differs", sentences.say("account.password.differs"));
        }
        if (!errors.hasErrors()) {
            try {
                accounts.accept(secret, form.person());
                flash.say(next, "account.joined");
                return "redirect:/sign-in";
            } catch (Refused refused) {
                String field = refused.key().startsWith("account.password") ? "password" : "email";
                errors.rejectValue(field, "refused", sentences.say(refused));
            }
        }
        return page(secret, model);
    }

    private String page(String secret, Model model) {
        Invitation invitation = accounts.invitation(secret).orElseThrow(() -> new NotFound("invitation", ""));
        model.addAttribute("setup", accounts.none());
        model.addAttribute("role", invitation.role());
        model.addAttribute("secret", secret);
        return "account/join";
    }
}
