package org.claimtrail.discussion.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.discussion.CommentView;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.Discussions;
import org.claimtrail.support.Flash;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own comments: editing and deleting them. */
@Controller
class CommentController {

    private final ClaimCatalog claims;
    private final Discussions discussions;
    private final Comments comments;
    private final Flash flash;

    CommentController(ClaimCatalog claims, Discussions discussions, Comments comments, Flash flash) {
        this.claims = claims;
        this.discussions = discussions;
        this.comments = comments;
        this.flash = flash;
    }

    @GetMapping("/claims/{id}/comments/{commentId}/edit")
    String edit(
            @PathVariable long id,
            @PathVariable long commentId,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        CommentView comment = discussions.find(id, commentId, user.actor());
        if (!comment.own()) {
            throw new Refused("discussion.refused.others");
        }
        model.addAttribute("form", new CommentForm(comment.text(), null, null, null, comment.version()));
        return form(id, comment, back, model);
    }

    @PostMapping("/claims/{id}/comments/{commentId}")
    String update(
            @PathVariable long id,
            @PathVariable long commentId,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        String text = form.text();
        if (!errors.hasErrors() && text == null) {
            errors.rejectValue("comment", "discussion.blank");
        }
        boolean stale = !errors.hasErrors()
                && text != null
                && !comments.edit(user.actor(), id, commentId, form.editedVersion(), text);
        if (!stale && !errors.hasErrors()) {
            flash.say(next, "discussion.edited.done");
            flash.saved(next, "comment-" + id + "-edit-" + commentId);
            return "redirect:" + Place.of(id, back) + "#comment-" + commentId;
        }
        CommentView theirs = discussions.find(id, commentId, user.actor());
        if (stale) {
            model.addAttribute("theirs", theirs);
        }
        response.setStatus(stale ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST);
        return form(id, theirs, back, model);
    }

    @DeleteMapping("/claims/{id}/comments/{commentId}")
    String destroy(
            @PathVariable long id,
            @PathVariable long commentId,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        comments.delete(user.actor(), id, commentId);
        flash.say(next, "discussion.deleted.done");
        return "redirect:" + Place.of(id, back) + "#comment-" + commentId;
    }

    private String form(long id, CommentView comment, @Nullable String back, Model model) {
        model.addAttribute("claim", claims.find(id));
        model.addAttribute("comment", comment);
        model.addAttribute("back", back);
        return "discussion/edit";
    }
}
