package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import org.claimtrail.support.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what was typed into a form whose session had ended, until another is kept or this one discarded. */
@Controller
class KeptController {

    private final Flash flash;

    KeptController(Flash flash) {
        this.flash = flash;
    }

    @GetMapping("/kept")
    String show(HttpServletRequest request, Model model) {
        KeptRequest kept = KeptRequests.of(request);
        if (kept == null) {
            return "redirect:/";
        }
        model.addAttribute("action", kept.path());
        model.addAttribute("fields", kept.list());
        return "site/kept";
    }

    @DeleteMapping("/kept")
    String discard(HttpServletRequest request, RedirectAttributes next) {
        KeptRequests.forget(request);
        flash.say(next, "kept.discarded");
        return "redirect:/";
    }
}
