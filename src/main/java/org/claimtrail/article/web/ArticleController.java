package org.claimtrail.article.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.article.AlreadyImported;
import org.claimtrail.article.ArticleView;
import org.claimtrail.article.Articles;
import org.claimtrail.intake.IntakeRefused;
import org.claimtrail.support.Flash;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Articles: the list, the way in, and what is known of one. The article with its claims is a page of the site. */
@Controller
class ArticleController {

    private static final int PAGE = 50;

    private final Articles articles;
    private final Intake intake;
    private final Sentences sentences;
    private final Flash flash;
    private final MeterRegistry meters;

    ArticleController(Articles articles, Intake intake, Sentences sentences, Flash flash, MeterRegistry meters) {
        this.meters = meters;
        this.articles = articles;
        this.intake = intake;
        this.sentences = sentences;
        this.flash = flash;
    }

    @GetMapping("/articles")
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<ArticleView> page = articles.page(before, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<ArticleView> shown = more ? page.subList(0, PAGE) : page;
        model.addAttribute("articles", shown);
        model.addAttribute(
                "next", more ? "/articles?before=" + shown.get(PAGE - 1).id() : null);
        return "article/list";
    }

    @GetMapping("/articles/new")
    String blank(@RequestParam(defaultValue = "paste") String how, Model model) {
        model.addAttribute("form", ImportForm.empty(how));
        return "article/new";
    }

    @PostMapping("/articles")
    String create(
            @Valid @ModelAttribute("form") ImportForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                long id = intake.take(user.actor(), form);
                flash.say(next, "article.imported");
                flash.saved(next, "import");
                return "redirect:/articles/" + id;
            } catch (IntakeRefused refused) {
                failed(refused.messageKey());
                errors.rejectValue(
                        form.contentField(),
                        "refused",
                        sentences.say(refused.messageKey(), refused.arguments().toArray()));
            } catch (InvalidWebAddress invalid) {
                failed(invalid.messageKey());
                errors.rejectValue(
                        "address",
                        "refused",
                        sentences.say(invalid.messageKey(), invalid.arguments().toArray()));
            } catch (AlreadyImported there) {
                failed("there-already");
                model.addAttribute("there", there);
            }
        }
        response.setStatus(
                model.containsAttribute("there")
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("importing", true);
        return "article/new";
    }

    private void failed(String reason) {
        meters.counter("claimtrail.imports.refused", "reason", reason.replaceFirst(".*\\.", ""))
                .increment();
    }

    @GetMapping("/articles/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        ArticleView article = articles.find(id);
        model.addAttribute("article", article);
        model.addAttribute("form", DetailsForm.of(article));
        return "article/edit";
    }

    @PostMapping("/articles/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DetailsForm form,
            BindingResult errors,
            @AuthenticationPrincipal DeskUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                ArticleView theirs = articles.describe(user.actor(), id, form.editedVersion(), form.details());
                if (theirs == null) {
                    flash.say(next, "article.described");
                    flash.saved(next, "article-" + id);
                    return "redirect:/articles/" + id;
                }
                model.addAttribute("theirs", theirs);
            } catch (InvalidWebAddress invalid) {
                errors.rejectValue(
                        "address",
                        "refused",
                        sentences.say(invalid.messageKey(), invalid.arguments().toArray()));
            }
        }
        response.setStatus(
                model.containsAttribute("theirs")
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("article", articles.find(id));
        return "article/edit";
    }

    /** The bytes as they came in: always as a download, whatever they are. */
    @GetMapping("/articles/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable long id) {
        Articles.OriginalFile original = articles.original(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("article-" + id + "-original.bin")
                                .build()
                                .toString())
                .header("X-Content-SHA256", original.sha256())
                .body(original.bytes());
    }
}
