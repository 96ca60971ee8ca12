package org.claimtrail.discussion.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.Discussion;
import org.claimtrail.discussion.Discussions;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A claim's discussion on a page of its own, and new comments. */
@Controller
class DiscussionController {

    private final ClaimCatalog claims;
    private final Discussions discussions;
    private final Comments comments;
    private final Sentences sentences;
    private final Flash flash;

    DiscussionController(
            ClaimCatalog claims, Discussions discussions, Comments comments, Sentences sentences, Flash flash) {
        this.claims = claims;
        this.discussions = discussions;
        this.comments = comments;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/claims/{id}/discussion")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        return page(id, discussions.of(id, user.actor(), before), model);
    }

    @PostMapping("/claims/{id}/comments")
    String create(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        String sentence =
                errors.getAllErrors().stream().map(this::sentence).findFirst().orElse(null);
        String text = form.text();
        if (!errors.hasErrors() && text != null) {
            try {
                long comment = comments.write(user.actor(), id, form.with(text));
                flash.say(next, "discussion.added");
                flash.saved(next, "comment-" + id + (form.parent() == null ? "-new" : "-reply-" + form.parent()));
                return "redirect:" + Place.of(id, back) + "#comment-" + comment;
            } catch (Refused refused) {
                sentence = sentences.say(refused);
            }
        }
        String why = sentence == null ? sentences.say("discussion.blank") : sentence;
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        Discussion all = discussions.of(id, user.actor(), null);
        return page(id, all.refusing(new Discussion.Attempt(form.typed(), form.parent(), form.tell(), why)), model);
    }

    private String sentence(ObjectError error) {
        boolean unreadable = error instanceof FieldError field && field.isBindingFailure();
        String message = error.getDefaultMessage();
        return unreadable || message == null ? sentences.say("typeMismatch") : message;
    }

    private String page(long id, Discussion discussion, Model model) {
        model.addAttribute("claim", claims.find(id));
        model.addAttribute("talk", discussion);
        return "discussion/show";
    }
}
