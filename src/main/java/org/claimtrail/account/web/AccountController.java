package org.claimtrail.account.web;

import org.claimtrail.account.Accounts;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.Role;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.support.DeskAddress;
import org.claimtrail.support.Flash;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For admins: who works here, and who is invited. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final DeskAddress address;
    private final Flash flash;

    AccountController(Accounts accounts, SecondFactors factors, DeskAddress address, Flash flash) {
        this.accounts = accounts;
        this.factors = factors;
        this.address = address;
        this.flash = flash;
    }

    @GetMapping("/accounts")
    String list(Model model, @AuthenticationPrincipal DeskUser user) {
        model.addAttribute("accounts", accounts.list());
        model.addAttribute("invitations", accounts.openInvitations());
        model.addAttribute("holders", factors.holders());
        model.addAttribute("ownId", user.actor().accountId());
        return "account/list";
    }

    @PostMapping("/accounts/invitations")
    String invite(
            @RequestParam(defaultValue = "reviewer") String role,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        String secret = accounts.invite(user.actor(), "admin".equals(role) ? Role.ADMIN : Role.REVIEWER);
        next.addFlashAttribute("link", address.asked() + "/invitations/" + secret);
        return "redirect:/accounts";
    }

    @DeleteMapping("/accounts/invitations/{id}")
    String revoke(@PathVariable long id, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        accounts.revokeInvitation(user.actor(), id);
        flash.say(next, "account.invitation.revoked");
        return "redirect:/accounts";
    }
}
