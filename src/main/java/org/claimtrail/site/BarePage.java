package org.claimtrail.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a page that needs neither the database nor the session, with what was typed into the form that was sent. */
@Component
class BarePage {

    private static final Set<String> NEVER = Set.of(
            "_csrf",
            "_method",
            "password",
            "passwordAgain",
            "currentPassword",
            "code",
            "credential",
            "email",
            "typedIn");

    private final ITemplateEngine templates;

    BarePage(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** @param retryAfter in seconds */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            long retryAfter,
            String template,
            Map<String, Object> model)
            throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        ProtectiveHeaders.set(response);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Context context = new Context(Locale.ENGLISH, model);
        context.setVariable(OutageFilter.REFERENCE, request.getAttribute(OutageFilter.REFERENCE));
        context.setVariable("typed", typed(request));
        response.getWriter().write(templates.process(template, context));
    }

    private static List<Map.Entry<String, String>> typed(HttpServletRequest request) {
        List<Map.Entry<String, String>> typed = new ArrayList<>();
        // The error page is asked for by GET, whatever the request was.
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        if ("POST".equals(method == null ? request.getMethod() : method)) {
            request.getParameterMap().forEach((name, values) -> {
                for (String value : values) {
                    if (!NEVER.contains(name) && !value.isBlank()) {
                        typed.add(Map.entry(name, value));
                    }
                }
            });
        }
        return typed;
    }
}
