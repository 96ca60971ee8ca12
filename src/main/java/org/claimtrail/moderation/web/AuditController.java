package org.claimtrail.moderation.web;

import java.util.List;
import org.claimtrail.audit.Audit;
import org.claimtrail.audit.AuditEntry;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit log, for admins. */
@Controller
class AuditController {

    private static final int PAGE = 100;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String list(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        List<String> actions = audit.actions();
        String chosen = Texts.orNull(action);
        String known = chosen != null && actions.contains(chosen) ? chosen : null;
        List<AuditEntry> found = audit.page(before, known, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("entries", more ? found.subList(0, PAGE) : found);
        model.addAttribute("actions", actions);
        model.addAttribute("action", known);
        if (more) {
            UriComponentsBuilder next = UriComponentsBuilder.fromPath("/audit")
                    .queryParam("before", found.get(PAGE - 1).id());
            model.addAttribute(
                    "next",
                    known == null
                            ? next.build().toUriString()
                            : next.queryParam("action", known).build().toUriString());
        }
        return "moderation/audit";
    }
}
