package org.claimtrail.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.claimtrail.limit.Limit;
import org.claimtrail.limit.Limits;
import org.claimtrail.limit.Requester;
import org.claimtrail.limit.TooMany;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what an address may ask for before it is known who asks: pages of every kind, and guesses of secrets. */
@Component
class LimitFilter extends OncePerRequestFilter {

    /** Files that cost nothing, and the questions of whatever watches the desk. */
    private static final List<String> FREE = List.of("/css/", "/js/", "/webjars/", "/favicon.svg", "/actuator/health");

    private final Limits limits;
    private final LimitRefusals refusals;

    LimitFilter(Limits limits, LimitRefusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return begins(request, FREE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String address = Requester.address(request);
            limits.take(Limit.REQUESTS, address);
            if (request.getMethod().equals("POST") && begins(request, LimitInterceptor.GUESSED)) {
                limits.take(Limit.SIGN_INS, address);
            }
        } catch (TooMany tooMany) {
            refusals.answer(tooMany, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean begins(HttpServletRequest request, List<String> paths) {
        String path = LimitInterceptor.path(request);
        return paths.stream().anyMatch(path::startsWith);
    }
}
