package org.claimtrail.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.OwnSessions;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.account.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account of whoever is signed in, at every request: one that was suspended is a visitor's from then on, however
 * its session came to be there, and so is one whose session is too old; one that lacks the second factor that the desk demands
 * is led to set one up first, unless it was signed in at a provider that asked for one.
 */
final class Standing extends OncePerRequestFilter {

    private static final List<String> STATIC = List.of("/css/", "/js/", "/webjars/", "/favicon");
    private static final String ACCOUNT = "/account";

    private final SecondFactors factors;
    private final OwnSessions sessions;

    Standing(SecondFactors factors, OwnSessions sessions) {
        this.factors = factors;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STATIC.stream().anyMatch(path(request)::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof DeskUser user)) {
            chain.doFilter(request, response);
            return;
        }
        SecondFactors.Standing standing = factors.standing(user.actor().accountId());
        HttpSession session = request.getSession(false);
        if (!standing.active() || (session != null && sessions.isOver(session))) {
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        } else if (standing.factorRequired()
                && !standing.hasFactor()
                && !SignedIn.strong(session)
                && !open(path(request))) {
            if (request.getHeader("HX-Request") == null) {
                response.sendRedirect(request.getContextPath() + ACCOUNT);
            } else {
                response.setHeader("HX-Redirect", request.getContextPath() + ACCOUNT);
            }
            return;
        }
        chain.doFilter(request, response);
    }

    /** The request's path, decoded as the server decoded it. */
    static String path(HttpServletRequest request) {
        String more = request.getPathInfo();
        return more == null ? request.getServletPath() : request.getServletPath() + more;
    }

    private static boolean open(String path) {
        return path.equals(ACCOUNT)
                || path.startsWith(ACCOUNT + "/")
                || path.equals("/sign-out")
                || path.equals("/error")
                || path.startsWith("/actuator/");
    }
}
