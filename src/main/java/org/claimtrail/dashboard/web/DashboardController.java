package org.claimtrail.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.claimtrail.agreement.Agreements;
import org.claimtrail.dashboard.Backlog;
import org.claimtrail.dashboard.Output;
import org.claimtrail.figure.Period;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits and what came out, for those who work here. Its period is in the address. */
@Controller
class DashboardController {

    private final Backlog backlog;
    private final Output output;
    private final Agreements agreements;
    private final Sentences sentences;
    private final Clock clock;

    DashboardController(Backlog backlog, Output output, Agreements agreements, Sentences sentences, Clock clock) {
        this.backlog = backlog;
        this.output = output;
        this.agreements = agreements;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    String show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Period period = Period.parse(from, to).orLastYear(today);
        model.addAttribute("period", period);
        model.addAttribute("states", backlog.states());
        model.addAttribute("counted", Backlog.COUNTED);
        model.addAttribute("people", backlog.people());
        model.addAttribute("mostPeople", Backlog.PEOPLE);
        model.addAttribute("durations", DurationTable.of(period, output.durations(period), sentences));
        model.addAttribute("scales", RatingTable.all(period, output.ratings(period), output.labels(), sentences));
        model.addAttribute(
                "agreements",
                agreements.in(period, null).stream().map(AgreementLine::of).toList());
        return "dashboard/show";
    }
}
