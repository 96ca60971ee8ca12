package org.claimtrail.moderation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.moderation.BulkHiding;
import org.claimtrail.moderation.Ground;
import org.claimtrail.moderation.WorkView;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Reasons;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What one person wrote, to hide all of it or what is chosen at once. */
@Controller
class BulkController {

    private final BulkHiding bulk;
    private final Sentences sentences;
    private final Flash flash;

    BulkController(BulkHiding bulk, Sentences sentences, Flash flash) {
        this.bulk = bulk;
        this.sentences = sentences;
        this.flash = flash;
    }

    /** A day that is none counts as not set. */
    @GetMapping("/moderation/accounts/{id}")
    String list(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        List<WorkView> work = bulk.of(id, first, last);
        model.addAttribute("account", id);
        model.addAttribute("name", bulk.name(id));
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("work", work);
        model.addAttribute("most", BulkHiding.MOST);
        model.addAttribute("grounds", Ground.values());
        return "moderation/account";
    }

    @PostMapping("/moderation/accounts/{id}/hiding")
    String hide(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<String> what,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Ground why = ModerationController.code(Ground.class, ground, "moderation.refused.ground");
        List<String> chosen = what == null ? List.of() : what;
        long made = bulk.hide(user.actor(), id, chosen, why, Reasons.required(reason));
        flash.say(next, "moderation.bulk.hidden");
        flash.undo(
                next,
                "/moderation/bulk/" + made + "?reason=" + UriUtils.encode(sentences.say("moderation.undone"), UTF_8),
                "delete");
        return "redirect:/moderation/accounts/" + id;
    }

    @DeleteMapping("/moderation/bulk/{id}")
    String undo(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        long account = bulk.undo(user.actor(), id, Reasons.required(reason));
        flash.say(next, "moderation.bulk.shown");
        return "redirect:/moderation/accounts/" + account;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.length() != 10 ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
