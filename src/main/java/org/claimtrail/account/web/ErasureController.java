package org.claimtrail.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.claimtrail.account.Account;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Erasures;
import org.claimtrail.account.Passwords;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting a person: by an admin, or by themselves. A page says first what goes and what stays. */
@Controller
class ErasureController {

    private static final ErasureForm EMPTY = new ErasureForm("", "", "");

    private final Erasures erasures;
    private final Passwords passwords;
    private final Sentences sentences;
    private final Flash flash;

    ErasureController(Erasures erasures, Passwords passwords, Sentences sentences, Flash flash) {
        this.erasures = erasures;
        this.passwords = passwords;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/accounts/{id}/erasure")
    String blank(@PathVariable long id, @AuthenticationPrincipal DeskUser user, Model model) {
        if (user.actor().is(id)) {
            return "redirect:/account/erasure";
        }
        model.addAttribute("form", EMPTY);
        return page(id, false, model);
    }

    @PostMapping("/accounts/{id}/erasure")
    String create(
            @PathVariable long id,
            @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (user.actor().is(id)) {
            return "redirect:/account/erasure";
        }
        try {
            String name = erasures.erase(user.actor(), id, form.whom(), Reasons.required(form.reason()));
            flash.say(next, "account.erased", name);
            return "redirect:/accounts";
        } catch (Refused refused) {
            return refused(refused, "reason", id, false, errors, response, model);
        }
    }

    @GetMapping("/account/erasure")
    String blankOwn(@AuthenticationPrincipal DeskUser user, Model model) {
        model.addAttribute("form", EMPTY);
        return page(user.actor().accountId(), true, model);
    }

    @PostMapping("/account/erasure")
    String createOwn(
            @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        long id = user.actor().accountId();
        try {
            passwords.confirm(user.actor(), form.password());
            erasures.eraseOwn(user.actor(), form.whom(), sentences.say("account.erase.reason.own"));
        } catch (Refused refused) {
            return refused(refused, "currentPassword", id, true, errors, response, model);
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return "redirect:/sign-in?erased";
    }

    private String refused(
            Refused refused,
            String otherwise,
            long id,
            boolean own,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        String sentence = sentences.say(refused);
        switch (refused.key()) {
            case "account.refused.last-admin" -> errors.reject("refused", sentence);
            case "account.erase.typed.wrong" -> errors.rejectValue("typed", "refused", sentence);
            default -> errors.rejectValue(otherwise, "refused", sentence);
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(id, own, model);
    }

    private String page(long id, boolean own, Model model) {
        Account person = erasures.find(id);
        model.addAttribute("person", person);
        model.addAttribute("left", erasures.left(id));
        model.addAttribute("own", own);
        return "account/erasure";
    }
}
