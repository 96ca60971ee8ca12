package org.claimtrail.account.web;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Passkeys;
import org.claimtrail.account.Passwords;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own passkeys. */
@Controller
class PasskeyController {

    private static final String ASKED = "claimtrail.passkey-asked";
    private static final String ACCOUNT = "redirect:/account";

    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Sentences sentences;
    private final Flash flash;

    PasskeyController(Passkeys passkeys, Passwords passwords, Sentences sentences, Flash flash) {
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.sentences = sentences;
        this.flash = flash;
    }

    /** For the script of the page: what to ask the device for, or the sentence that says why not. */
    @PostMapping("/account/passkeys/options")
    ResponseEntity<?> options(
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            HttpSession session) {
        try {
            passwords.confirm(user.actor(), currentPassword);
            PublicKeyCredentialCreationOptions options = passkeys.begin(user);
            session.setAttribute(ASKED, options);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(passkeys.json(options));
        } catch (Refused refused) {
            return ResponseEntity.badRequest().body(Map.of("problem", sentences.say(refused)));
        }
    }

    @PostMapping("/account/passkeys")
    String add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            @AuthenticationPrincipal DeskUser user,
            HttpSession session,
            RedirectAttributes next) {
        PublicKeyCredentialCreationOptions asked = (PublicKeyCredentialCreationOptions) session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        try {
            if (asked == null) {
                throw new Refused("account.passkey.refused");
            }
            passkeys.add(user, asked, credential, label);
            flash.say(next, "account.passkey.added");
        } catch (Refused refused) {
            flash.error(next, sentences.say(refused));
        }
        return ACCOUNT;
    }

    @PostMapping("/account/passkeys/{id}")
    String rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String label,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        try {
            passkeys.rename(user.actor(), id, label);
            flash.say(next, "account.passkey.renamed");
        } catch (Refused refused) {
            flash.error(next, sentences.say(refused));
        }
        return ACCOUNT;
    }

    @DeleteMapping("/account/passkeys/{id}")
    String remove(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String currentPassword,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        try {
            passwords.confirm(user.actor(), currentPassword);
            passkeys.remove(user, id);
            flash.say(next, "account.passkey.removed");
        } catch (Refused refused) {
            flash.error(next, sentences.say(refused));
        }
        return ACCOUNT;
    }
}
