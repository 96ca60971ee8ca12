package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.limit.TooMany;
import org.claimtrail.review.ReviewCatalog;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Turns what a request could not do into an answer, in one place. */
@ControllerAdvice
class ErrorAdvice {

    /** No form has a hundred rows; the binder would make room for them, or fail. */
    private static final Pattern FAR_ROW = Pattern.compile("\\[\\d{3,}");

    private final Sentences sentences;
    private final ReviewCatalog reviews;
    private final LimitRefusals refusals;

    ErrorAdvice(Sentences sentences, ReviewCatalog reviews, LimitRefusals refusals) {
        this.sentences = sentences;
        this.refusals = refusals;
        this.reviews = reviews;
    }

    /** Forms are filled from what a form sent, never from a header that is named like a field. */
    @InitBinder
    void fieldsOfFormsOnly(WebDataBinder binder, WebRequest request) throws ServletRequestBindingException {
        if (binder instanceof ExtendedServletRequestDataBinder form) {
            form.setHeaderPredicate(name -> false);
        }
        if (request.getParameterMap().keySet().stream()
                .anyMatch(name -> FAR_ROW.matcher(name).find())) {
            throw new ServletRequestBindingException("a row of a form that has not so many");
        }
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getServletPath();
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound() {
        return "error/404";
    }

    @ExceptionHandler
    @Nullable
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        RefusedText text = RefusedText.of(refused, request);
        if (text != null) {
            ModelAndView page = new ModelAndView("error/refused");
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("sentence", sentences.say(refused));
            page.addObject("typed", text);
            return page;
        }
        HttpStatus status = request.getMethod().equals("GET") ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
        return back(sentences.say(refused), status, request, response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView address(InvalidWebAddress invalid, HttpServletRequest request, HttpServletResponse response) {
        return back(
                sentences.say(invalid.messageKey(), invalid.arguments().toArray()),
                HttpStatus.UNPROCESSABLE_CONTENT,
                request,
                response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView tooLarge(
            MaxUploadSizeExceededException tooLarge, HttpServletRequest request, HttpServletResponse response) {
        return back(sentences.say("intake.refused.too-large", 10), HttpStatus.CONTENT_TOO_LARGE, request, response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView tooMany(TooMany tooMany, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            return back(refusals.sentence(tooMany, request), HttpStatus.TOO_MANY_REQUESTS, request, response);
        }
        refusals.answer(tooMany, request, response);
        return null;
    }

    /** Leads back to the page the form stood on, with the sentence; or shows the sentence alone. */
    private @Nullable ModelAndView back(
            String sentence, HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        String from = ownPage(request);
        if (request.getHeader("HX-Request") != null) {
            ModelAndView fragment = new ModelAndView("fragments/flash :: flash");
            fragment.setStatus(status);
            fragment.addAllObjects(Map.of("flash", sentence, "flashKind", "error", "oob", true));
            return fragment;
        }
        if (from == null) {
            ModelAndView page = new ModelAndView("error/refused");
            page.setStatus(status);
            page.addObject("sentence", sentence);
            return page;
        }
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("flash", sentence);
        flash.put("flashKind", "error");
        RequestContextUtils.saveOutputFlashMap(from, request, response);
        return new ModelAndView("redirect:" + from);
    }

    /** The path of the page of this desk that sent the form. */
    private static @Nullable String ownPage(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        if (referrer == null || request.getMethod().equals("GET")) {
            return null;
        }
        try {
            URI uri = new URI(referrer);
            boolean own = request.getServerName().equalsIgnoreCase(uri.getHost());
            String path = uri.getRawPath();
            if (!own || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return null;
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String stale(StaleEdit stale, HttpServletRequest request, @Nullable Authentication reader, Model model) {
        Actor actor = reader != null && reader.getPrincipal() instanceof DeskUser user ? user.actor() : null;
        ConflictPage page = ConflictPage.of(stale, request, actor, this::words);
        model.addAttribute("conflict", page);
        model.addAttribute("lead", sentences.say(page.lead(), page.people(), page.fieldKeys()));
        model.addAttribute("path", request.getServletPath());
        return "review/conflict";
    }

    /** A field's value in words. */
    private String words(String field, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (field) {
            case "ratingId" -> reviews.ratingLabel(Long.parseLong(value));
            case "kind" -> sentences.say("claim.kind." + value.toLowerCase(Locale.ROOT));
            case "stance" -> sentences.say("review.stance." + value.toLowerCase(Locale.ROOT));
            default -> value;
        };
    }
}
