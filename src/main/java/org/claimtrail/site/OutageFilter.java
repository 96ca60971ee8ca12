package org.claimtrail.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The outermost filter: gives each request a reference for the log, and answers with 503 and what was typed while the
 * database does not answer, where even the session cannot be read.
 */
@Component
class OutageFilter extends OncePerRequestFilter {

    static final String REFERENCE = "reference";

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final Set<String> NEVER =
            Set.of("_csrf", "_method", "password", "passwordAgain", "email", "typedIn");

    private final ITemplateEngine templates;

    OutageFilter(ITemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(REFERENCE) == null) {
            request.setAttribute(REFERENCE, References.next());
        }
        String reference = String.valueOf(request.getAttribute(REFERENCE));
        MDC.put(REFERENCE, reference);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException problem) {
            if (!Outage.caused(problem) || response.isCommitted()) {
                throw problem;
            }
            LOG.warn("The database does not answer: {}", problem.toString());
            answer(request, response, reference);
        } finally {
            MDC.remove(REFERENCE);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String reference) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.POLICY);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Context context = new Context(Locale.ENGLISH);
        context.setVariable(REFERENCE, reference);
        context.setVariable("typed", typed(request));
        response.getWriter().write(templates.process("error/outage", context));
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
