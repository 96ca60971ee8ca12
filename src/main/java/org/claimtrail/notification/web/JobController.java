package org.claimtrail.notification.web;

import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.notification.JobList;
import org.claimtrail.notification.JobView;
import org.claimtrail.support.Flash;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What runs in the background, for admins. */
@Controller
class JobController {

    private static final int PAGE = 50;

    private final JobList jobs;
    private final Flash flash;

    JobController(JobList jobs, Flash flash) {
        this.jobs = jobs;
        this.flash = flash;
    }

    @GetMapping("/jobs")
    String list(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String instance,
            Model model) {
        List<JobView> found = jobs.page(name.replace("\0", ""), instance.replace("\0", ""), PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("jobs", more ? found.subList(0, PAGE) : found);
        model.addAttribute("mails", jobs.waitingMails());
        if (more) {
            JobView last = found.get(PAGE - 1);
            model.addAttribute(
                    "next",
                    UriComponentsBuilder.fromPath("/jobs")
                            .queryParam("name", "{name}")
                            .queryParam("instance", "{instance}")
                            .encode()
                            .buildAndExpand(last.name(), last.instance())
                            .toUriString());
        }
        return "notification/jobs";
    }

    @PostMapping("/jobs/run")
    String run(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String instance,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        jobs.runNow(user.actor(), name.replace("\0", ""), instance.replace("\0", ""));
        flash.say(next, "job.run.done");
        return "redirect:/jobs";
    }
}
