package org.claimtrail.moderation.web;

import java.util.Arrays;
import java.util.List;
import org.claimtrail.moderation.Decision;
import org.claimtrail.moderation.LogLine;
import org.claimtrail.moderation.PublicLog;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The moderation log, for everybody. */
@Controller
class LogController {

    private static final int PAGE = 50;

    private final PublicLog log;

    LogController(PublicLog log) {
        this.log = log;
    }

    /** What is none of the known words counts as not set. */
    @GetMapping("/moderation-log")
    String list(
            @RequestParam(required = false) @Nullable String thing,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        String about = PublicLog.THINGS.contains(Texts.orEmpty(thing)) ? thing : null;
        Decision decided = Arrays.stream(Decision.values())
                .filter(d -> d.code().equals(Texts.orEmpty(decision)))
                .findFirst()
                .orElse(null);
        Long from = before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
        List<LogLine> found = log.page(about, decided, from, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("lines", more ? found.subList(0, PAGE) : found);
        model.addAttribute("things", PublicLog.THINGS);
        model.addAttribute("thing", about);
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("decision", decided);
        if (more) {
            UriComponentsBuilder next = UriComponentsBuilder.fromPath("/moderation-log");
            if (about != null) {
                next.queryParam("thing", about);
            }
            if (decided != null) {
                next.queryParam("decision", decided.code());
            }
            model.addAttribute(
                    "next",
                    next.queryParam("before", found.get(PAGE - 1).id()).build().toUriString());
        }
        return "moderation/log";
    }
}
