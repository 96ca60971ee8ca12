package org.claimtrail.moderation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.claimtrail.account.Actor;
import org.claimtrail.account.TurnedAway;
import org.claimtrail.moderation.Appeals;
import org.claimtrail.moderation.DecisionView;
import org.claimtrail.support.Flash;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Reasons;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where suspended people come to instead of the desk: why, and an appeal against it. */
@Controller
class SuspendedController {

    private static final String SIGN_IN = "redirect:/sign-in";

    private final TurnedAway turnedAway;
    private final Appeals appeals;
    private final Flash flash;

    SuspendedController(TurnedAway turnedAway, Appeals appeals, Flash flash) {
        this.turnedAway = turnedAway;
        this.appeals = appeals;
        this.flash = flash;
    }

    @GetMapping(TurnedAway.PAGE)
    String why(HttpServletRequest request, Model model) {
        Optional<Actor> person = turnedAway.of(request);
        if (person.isEmpty()) {
            return SIGN_IN;
        }
        model.addAttribute("decision", appeals.againstSuspension(person.get()).orElse(null));
        return "moderation/suspended";
    }

    @PostMapping(TurnedAway.PAGE + "/appeal")
    String appeal(@RequestParam(defaultValue = "") String words, HttpServletRequest request, RedirectAttributes next) {
        Optional<Actor> person = turnedAway.of(request);
        if (person.isEmpty()) {
            return SIGN_IN;
        }
        DecisionView decision = appeals.againstSuspension(person.get())
                .orElseThrow(() -> new NotFound("suspension", person.get().accountId()));
        appeals.appeal(person.get(), decision.entryId(), Reasons.required(words));
        flash.say(next, "moderation.appealed");
        return "redirect:" + TurnedAway.PAGE;
    }
}
