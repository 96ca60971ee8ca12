package org.claimtrail.notification.web;

import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.notification.NotificationList;
import org.claimtrail.notification.NotificationView;
import org.claimtrail.notification.Notifications;
import org.claimtrail.support.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one was told. */
@Controller
class NotificationController {

    private static final int PAGE = 50;

    private final NotificationList list;
    private final Notifications notifications;
    private final Flash flash;

    NotificationController(NotificationList list, Notifications notifications, Flash flash) {
        this.list = list;
        this.notifications = notifications;
        this.flash = flash;
    }

    @GetMapping("/notifications")
    String list(
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        List<NotificationView> found = list.page(user.actor().accountId(), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("notifications", more ? found.subList(0, PAGE) : found);
        model.addAttribute("unread", list.unread(user.actor().accountId()));
        model.addAttribute("before", before);
        if (more) {
            model.addAttribute(
                    "next", "/notifications?before=" + found.get(PAGE - 1).id());
        }
        return "notification/list";
    }

    @PostMapping("/notifications/{id}/reading")
    String read(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal DeskUser user) {
        notifications.read(user.actor(), id);
        return "redirect:/notifications" + (before == null ? "" : "?before=" + before);
    }

    /** @param newest the newest one on the page: what came in since stays unread */
    @PostMapping("/notifications/reading")
    String readAll(
            @RequestParam(defaultValue = "0") long newest,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        notifications.readAll(user.actor(), newest);
        flash.say(next, "notification.read-all.done");
        return "redirect:/notifications";
    }
}
