package org.claimtrail.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.claimtrail.limit.Limit;
import org.claimtrail.limit.Limits;
import org.claimtrail.limit.Requester;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Limits what costs the desk more than a page, once it is known who asks. */
@Component
class LimitInterceptor implements HandlerInterceptor {

    private static final List<String> FILES = List.of(".csv", ".jsonl", ".json", ".zip");

    /** Where a secret could be guessed. */
    static final List<String> GUESSED = List.of("/sign-in", "/setup/", "/invitations/", "/password/");

    private final ObjectProvider<Limits> limits;

    LimitInterceptor(ObjectProvider<Limits> limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Files that stream are dispatched a second time when they are written.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Limit limit = limit(request);
            if (limit != null) {
                limits.getObject().take(limit, request);
            }
        }
        return true;
    }

    /** The path as the program matches it. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static @Nullable Limit limit(HttpServletRequest request) {
        String path = path(request);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            if (FILES.stream().anyMatch(path::endsWith)) {
                return Limit.EXPORTS;
            }
            String words = request.getParameter("q");
            return words == null || words.isBlank() ? null : Limit.SEARCHES;
        }
        if (path.equals("/articles")) {
            return Limit.IMPORTS;
        }
        if (path.equals("/password/forgotten")) {
            return Limit.PASSWORD_RESETS;
        }
        boolean guess = GUESSED.stream().anyMatch(path::startsWith);
        return Requester.user() == null && !guess ? Limit.VISITOR_ACTIONS : null;
    }
}
