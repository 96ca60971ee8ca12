package org.claimtrail.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Identities;
import org.claimtrail.account.OwnSessions;
import org.claimtrail.account.Passkeys;
import org.claimtrail.account.Passwords;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.account.SignedIn;
import org.claimtrail.oidc.OidcProvider;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account: who they are, how they sign in, and where they are signed in. */
@Controller
class OwnAccountController {

    private static final String HERE = "redirect:/account";

    private final OwnSessions sessions;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Identities identities;
    private final OidcProvider provider;
    private final Sentences sentences;
    private final Flash flash;

    OwnAccountController(
            OwnSessions sessions,
            Passwords passwords,
            SecondFactors factors,
            Passkeys passkeys,
            Identities identities,
            OidcProvider provider,
            Sentences sentences,
            Flash flash) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.identities = identities;
        this.provider = provider;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/account")
    String show(@AuthenticationPrincipal DeskUser user, HttpServletRequest request, Model model) {
        model.addAttribute("form", PasswordForm.empty());
        return page(user, request, model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (form.passwordsDiffer()) {
            errors.rejectValue("passwordAgain", "differs", sentences.say("account.password.differs"));
        }
        if (!errors.hasErrors()) {
            try {
                passwords.change(user.actor(), form.current(), form.chosen(), sessionId(request));
                if (request.getSession(false) != null) {
                    request.changeSessionId();
                }
                flash.say(next, "account.password.changed");
                return HERE;
            } catch (Refused refused) {
                boolean current = refused.key().equals("account.password.wrong")
                        || refused.key().equals("account.password.wait");
                errors.rejectValue(current ? "currentPassword" : "password", "refused", sentences.say(refused));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(user, request, model);
    }

    @DeleteMapping("/account/sessions/{handle}")
    String endSession(@PathVariable String handle, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        sessions.end(user, handle);
        flash.say(next, "account.session.ended");
        return HERE;
    }

    @DeleteMapping("/account/sessions")
    String endOthers(@AuthenticationPrincipal DeskUser user, HttpServletRequest request, RedirectAttributes next) {
        flash.say(next, "account.sessions.ended", sessions.endOthers(user, sessionId(request)));
        return HERE;
    }

    private String page(DeskUser user, HttpServletRequest request, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("sessions", sessions.list(user, sessionId(request)));
        SecondFactors.State state = factors.state(user.actor().accountId());
        model.addAttribute("factors", state);
        model.addAttribute(
                "demanded", factors.rule().required() && !state.any() && !SignedIn.strong(request.getSession(false)));
        model.addAttribute("hasPassword", passwords.has(user.actor()));
        model.addAttribute("provider", provider.configured() ? provider.name() : null);
        model.addAttribute("identity", identities.of(user.actor()).orElse(null));
        model.addAttribute("passkeys", passkeys.list(user.actor().accountId()));
        return "account/own";
    }

    private static @Nullable String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
