package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.claimtrail.claim.Dismissal;
import org.claimtrail.claim.Kind;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The article with its claims in place. */
@Controller
class ArticlePageController {

    private final ArticlePage.Reader reader;

    ArticlePageController(ArticlePage.Reader reader) {
        this.reader = reader;
    }

    @GetMapping("/articles/{id}")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable String state, Model model) {
        put(model, reader.read(id, state == null || state.isEmpty() ? null : state));
        return "site/article";
    }

    /** The card of one claim as an answer to htmx, with the counts and the line of what happened. */
    @GetMapping("/articles/{id}/claims/{claimId}")
    String card(
            @PathVariable long id,
            @PathVariable long claimId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        if (htmx == null) {
            // What was to be said on the next page is said on the one after it.
            Map<String, ?> said = RequestContextUtils.getInputFlashMap(request);
            if (said != null) {
                said.forEach(next::addFlashAttribute);
            }
            return "redirect:/articles/" + id + "#claim-" + claimId;
        }
        ArticlePage page = reader.read(id, null);
        List<ClaimCard> card =
                page.cards().stream().filter(c -> c.claim().id() == claimId).toList();
        if (card.isEmpty()) {
            throw new NotFound("claim", claimId);
        }
        put(model, page);
        model.addAttribute("card", card.get(0));
        model.addAttribute("oob", true);
        return "site/article-card :: answer";
    }

    private static void put(Model model, ArticlePage page) {
        model.addAttribute("page", page);
        model.addAttribute("dismissals", Dismissal.values());
        model.addAttribute("kinds", Kind.values());
    }
}
