package org.claimtrail.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Passkeys;
import org.claimtrail.account.Suspended;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Signing in with a passkey, which is both steps at once. */
@Controller
class PasskeySignInController {

    private static final String ASKED = "claimtrail.passkey-wanted";

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sentences sentences;

    PasskeySignInController(Passkeys passkeys, SignIn signIn, Sentences sentences) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sentences = sentences;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> options(HttpSession session) {
        PublicKeyCredentialRequestOptions options = passkeys.ask();
        session.setAttribute(ASKED, options);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(passkeys.json(options));
    }

    @PostMapping("/sign-in/passkey")
    void signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        HttpSession session = request.getSession();
        PublicKeyCredentialRequestOptions asked = (PublicKeyCredentialRequestOptions) session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        try {
            signIn.refuseTooMany(request);
            if (asked == null) {
                throw new Refused("account.passkey.refused");
            }
            DeskUser user = passkeys.signIn(asked, credential);
            signIn.takeBack(request);
            signIn.arrive(user, request, response);
        } catch (Suspended suspended) {
            signIn.takeBack(request);
            signIn.turnAway(suspended, request, response);
        } catch (Refused refused) {
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put("wrong", sentences.say(refused));
            RequestContextUtils.saveOutputFlashMap(request.getContextPath() + "/sign-in", request, response);
            response.sendRedirect(request.getContextPath() + "/sign-in");
        }
    }
}
