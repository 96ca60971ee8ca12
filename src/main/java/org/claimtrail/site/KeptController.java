package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what was typed into a form whose session had ended. */
@Controller
class KeptController {

    @GetMapping("/kept")
    String show(HttpServletRequest request, Model model) {
        KeptRequest kept = KeptRequests.of(request);
        if (kept == null) {
            return "redirect:/";
        }
        KeptRequests.forget(request);
        model.addAttribute("action", kept.path());
        model.addAttribute("fields", kept.list());
        return "site/kept";
    }
}
