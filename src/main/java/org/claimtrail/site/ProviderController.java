package org.claimtrail.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Identities;
import org.claimtrail.account.Passwords;
import org.claimtrail.account.Suspended;
import org.claimtrail.oidc.OidcAsked;
import org.claimtrail.oidc.OidcPerson;
import org.claimtrail.oidc.OidcProvider;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in at a provider, and linking an account with it. There is no such page where no provider is configured. */
@Controller
class ProviderController {

    private static final String ASKED = "claimtrail.provider-asked";
    private static final String SIGN_IN = "redirect:/sign-in";
    private static final String ACCOUNT = "redirect:/account";

    private final OidcProvider provider;
    private final Identities identities;
    private final Passwords passwords;
    private final SignIn signIn;
    private final RefusalLog refusals;
    private final Sentences sentences;
    private final Flash flash;

    ProviderController(
            OidcProvider provider,
            Identities identities,
            Passwords passwords,
            SignIn signIn,
            RefusalLog refusals,
            Sentences sentences,
            Flash flash) {
        this.provider = provider;
        this.identities = identities;
        this.passwords = passwords;
        this.signIn = signIn;
        this.refusals = refusals;
        this.sentences = sentences;
        this.flash = flash;
    }

    @ModelAttribute
    void refuseWhereThereIsNone() {
        if (!provider.configured()) {
            throw new NotFound("provider", "");
        }
    }

    @PostMapping("/sign-in/provider")
    String begin(HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
        try {
            return handOver(provider.begin(request, null), request, response, model);
        } catch (Refused refused) {
            return back(refused, null, next);
        }
    }

    @PostMapping("/account/provider")
    String beginLinking(
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        long account = user.actor().accountId();
        try {
            passwords.confirm(user.actor(), currentPassword);
            return handOver(provider.begin(request, account), request, response, model);
        } catch (Refused refused) {
            return back(refused, account, next);
        }
    }

    @DeleteMapping("/account/provider")
    String unlink(
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        try {
            passwords.confirm(user.actor(), currentPassword);
            identities.unlink(user.actor());
            flash.say(next, "oidc.unlinked", provider.name());
            return ACCOUNT;
        } catch (Refused refused) {
            return back(refused, user.actor().accountId(), next);
        }
    }

    /** Where the provider sends people back to; each question that was asked there is answered once. */
    @GetMapping(OidcProvider.CALLBACK)
    @Nullable
    String finish(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String iss,
            @AuthenticationPrincipal @Nullable DeskUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next)
            throws ServletException, IOException {
        OidcAsked asked = taken(request);
        Long linking = asked == null ? null : asked.account();
        try {
            OidcPerson person = provider.finish(asked, new OidcProvider.Answer(code, state, error, iss));
            if (linking == null) {
                signIn.arriveFrom(provider.name(), identities.signIn(person), person.strong(), request, response);
                return null;
            }
            if (user == null || !user.actor().is(linking)) {
                throw new Refused("oidc.refused.late");
            }
            identities.link(user.actor(), person);
            flash.say(next, "oidc.linked", provider.name());
            return ACCOUNT;
        } catch (Suspended suspended) {
            signIn.turnAway(suspended, request, response);
            return null;
        } catch (Refused refused) {
            refusals.provider(request, refused.key().substring(refused.key().lastIndexOf('.') + 1));
            return back(refused, user == null ? null : linking, next);
        }
    }

    /**
     * A page that leads on by itself, and no redirect: browsers hold where a form may lead to against every redirect that
     * follows it, and the provider may lead anywhere.
     */
    private String handOver(OidcAsked asked, HttpServletRequest request, HttpServletResponse response, Model model) {
        request.getSession().setAttribute(ASKED, asked);
        response.setHeader("Refresh", "0; url=" + asked.address());
        model.addAttribute("provider", provider.name());
        model.addAttribute("address", asked.address());
        return "account/hand-over";
    }

    private static @Nullable OidcAsked taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        OidcAsked asked = (OidcAsked) session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        return asked;
    }

    private String back(Refused refused, @Nullable Long linking, RedirectAttributes next) {
        if (linking == null) {
            next.addFlashAttribute("wrong", sentences.say(refused));
            return SIGN_IN;
        }
        flash.error(next, sentences.say(refused));
        return ACCOUNT;
    }
}
