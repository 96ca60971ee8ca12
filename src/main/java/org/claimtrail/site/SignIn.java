package org.claimtrail.site;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.SignInThrottle;
import org.claimtrail.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What happens around signing in and out: the wait after failures, the audit log, where to go next. */
@Component
class SignIn extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutHandler {

    private final SignInThrottle throttle;
    private final Audit audit;

    SignIn(SignInThrottle throttle, Audit audit) {
        this.throttle = throttle;
        this.audit = audit;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        throttle.succeeded(email(request));
        record(authentication, "signed_in");
        if (KeptRequests.of(request) != null) {
            getRedirectStrategy().sendRedirect(request, response, "/kept");
            return;
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        throttle.failed(email(request), SignInThrottle.FREE_FOR_ACCOUNT);
        throttle.failed(network(request), SignInThrottle.FREE_FOR_NETWORK);
        audit.record(null, Actor.VISITOR.name(), "sign_in_failed", email(request), Map.of());
        getRedirectStrategy().sendRedirect(request, response, "/sign-in?failed");
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null) {
            record(authentication, "signed_out");
        }
    }

    /** Stands before the check of the password, so that a guess costs nothing but the wait. */
    Filter throttle() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Duration wait = longest(request);
                if (wait.isZero()) {
                    chain.doFilter(request, response);
                } else {
                    getRedirectStrategy().sendRedirect(request, response, "/sign-in?wait=" + (wait.toSeconds() + 1));
                }
            }

            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !(request.getMethod().equals("POST")
                        && request.getServletPath().equals("/sign-in"));
            }
        };
    }

    private Duration longest(HttpServletRequest request) {
        Duration account = throttle.wait(email(request)).orElse(Duration.ZERO);
        Duration network = throttle.wait(network(request)).orElse(Duration.ZERO);
        return account.compareTo(network) > 0 ? account : network;
    }

    private void record(Authentication authentication, String action) {
        if (authentication.getPrincipal() instanceof DeskUser user) {
            audit.record(user.actor().id(), user.actor().name(), action, "", Map.of());
        }
    }

    private static String email(HttpServletRequest request) {
        String typed = Objects.requireNonNullElse(request.getParameter("email"), "");
        String email = typed.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return email.length() > 254 ? email.substring(0, 254) : email;
    }

    private static String network(HttpServletRequest request) {
        return "from " + request.getRemoteAddr();
    }
}
