package org.claimtrail.notification.web;

import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.notification.Mails;
import org.claimtrail.notification.Preference;
import org.claimtrail.notification.Preferences;
import org.claimtrail.support.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one wants to be told. */
@Controller
class PreferenceController {

    private final Preferences preferences;
    private final Mails mails;
    private final Flash flash;

    PreferenceController(Preferences preferences, Mails mails, Flash flash) {
        this.preferences = preferences;
        this.mails = mails;
        this.flash = flash;
    }

    @GetMapping("/notifications/settings")
    String edit(@AuthenticationPrincipal DeskUser user, Model model) {
        model.addAttribute("preferences", preferences.of(user.actor()));
        model.addAttribute("mail", mails.setUp());
        model.addAttribute("email", user.getUsername());
        return "notification/settings";
    }

    /**
     * Saves all kinds at once: what is not ticked is turned off. Where the desk sends no e-mail the page does not ask
     * for it, and what was wanted by e-mail stays as it was.
     *
     * @param app codes of the kinds that are wanted in the application
     * @param mail those that are wanted by e-mail
     */
    @PostMapping("/notifications/settings")
    String update(
            @RequestParam(required = false) @Nullable List<String> app,
            @RequestParam(required = false) @Nullable List<String> mail,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        List<Preference> wanted = preferences.of(user.actor()).stream()
                .map(was -> new Preference(
                        was.kind(),
                        app != null && app.contains(was.kind().code()),
                        mails.setUp() ? mail != null && mail.contains(was.kind().code()) : was.byMail()))
                .toList();
        preferences.save(user.actor(), wanted);
        flash.say(next, "notification.settings.saved");
        return "redirect:/notifications/settings";
    }
}
