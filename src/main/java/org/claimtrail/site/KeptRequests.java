package org.claimtrail.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers requests of people who are not signed in, or whose form is older than their session. What such a form holds
 * is kept, and shown again after signing in; it is sent only when its writer says so.
 */
@Component
class KeptRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String ATTRIBUTE = "claimtrail.kept";
    private static final int MAX_CHARS = 1_200_000;
    /** How forms are sent; one that takes something back is a POST with {@code _method}, and arrives as DELETE. */
    private static final Set<String> METHODS = Set.of("POST", "DELETE");

    private static final List<String> NOT_KEPT = List.of("/sign-", "/kept-texts", "/password/", "/account/");
    private static final Set<String> NEVER =
            Set.of("_csrf", "password", "passwordAgain", "currentPassword", "code", "credential");

    private final RefusalLog refusals;

    KeptRequests(RefusalLog refusals) {
        this.refusals = refusals;
    }

    static @Nullable KeptRequest of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (KeptRequest) session.getAttribute(ATTRIBUTE);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        boolean program = LimitInterceptor.path(request).startsWith("/actuator/");
        if (program || request.getHeader("HX-Request") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        boolean kept = keep(request);
        response.sendRedirect(request.getContextPath() + (kept ? "/sign-in?kept" : "/sign-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException, ServletException {
        boolean stale = problem instanceof CsrfException;
        if (stale && request.getHeader("HX-Request") == null && keep(request)) {
            boolean signedIn = request.getUserPrincipal() != null;
            response.sendRedirect(request.getContextPath() + (signedIn ? "/kept" : "/sign-in?kept"));
            return;
        }
        refusals.record(request, stale ? "form" : "right");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Browsers leave Sec-Fetch-Site out where a site is reached by plain HTTP; Origin stands for it then. */
    private static boolean sentByOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }

    /** Keeps a form that this site's own page sent; another site's form is not kept. */
    private boolean keep(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!METHODS.contains(request.getMethod())
                || !sentByOwnPage(request)
                || NOT_KEPT.stream().anyMatch(path::startsWith)) {
            return false;
        }
        LinkedHashMap<String, ArrayList<String>> fields = new LinkedHashMap<>();
        long chars = 0;
        for (var field : request.getParameterMap().entrySet()) {
            if (!NEVER.contains(field.getKey())) {
                fields.put(field.getKey(), new ArrayList<>(List.of(field.getValue())));
                for (String value : field.getValue()) {
                    chars += value.length();
                }
            }
        }
        if (chars > MAX_CHARS) {
            return false;
        }
        request.getSession().setAttribute(ATTRIBUTE, new KeptRequest(path, fields));
        return true;
    }
}
