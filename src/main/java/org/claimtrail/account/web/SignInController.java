package org.claimtrail.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.claimtrail.account.TypedEmail;
import org.claimtrail.oidc.OidcProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on. */
@Controller
class SignInController {

    private final OidcProvider provider;

    SignInController(OidcProvider provider) {
        this.provider = provider;
    }

    /** @param wait seconds until the next try is taken */
    @GetMapping("/sign-in")
    String blank(@RequestParam(required = false) @Nullable Integer wait, HttpServletRequest request, Model model) {
        model.addAttribute("wait", wait);
        model.addAttribute("email", TypedEmail.take(request));
        model.addAttribute("provider", provider.configured() ? provider.name() : null);
        return "account/sign-in";
    }
}
