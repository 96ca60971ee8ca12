package org.claimtrail.site;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Optional;
import java.util.TreeMap;
import org.claimtrail.account.Account;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.OwnSessions;
import org.claimtrail.account.SignInThrottle;
import org.claimtrail.account.Suspended;
import org.claimtrail.account.TurnedAway;
import org.claimtrail.account.TypedEmail;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextImpl;
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
    private final OwnSessions sessions;
    private final HalfWay halfWay;
    private final Audit audit;
    private final RefusalLog refusals;
    private final TurnedAway turnedAway;
    private final MeterRegistry meters;

    SignIn(
            SignInThrottle throttle,
            OwnSessions sessions,
            HalfWay halfWay,
            Audit audit,
            RefusalLog refusals,
            TurnedAway turnedAway,
            MeterRegistry meters) {
        this.turnedAway = turnedAway;
        this.refusals = refusals;
        this.meters = meters;
        this.throttle = throttle;
        this.sessions = sessions;
        this.halfWay = halfWay;
        this.audit = audit;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        throttle.succeeded(email(request));
        throttle.takeBack(network(request));
        if (HalfWay.of(request) != null) {
            getRedirectStrategy().sendRedirect(request, response, "/sign-in/code");
            return;
        }
        enter(request, response, authentication, false, refusals.network(request));
    }

    /** Signs somebody in who took the second step. */
    void arrive(DeskUser user, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Authentication authentication = authenticated(user);
        halfWay.arrive(new SecurityContextImpl(authentication), request, response);
        enter(request, response, authentication, false, refusals.network(request));
    }

    /**
     * Signs somebody in whom a provider knows; half way, where their account has a second factor and the provider asked for
     * none.
     *
     * @param strong whether the provider asked for more than a password
     * @param provider what the audit log calls it
     */
    void arriveFrom(
            String provider, DeskUser user, boolean strong, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Authentication authentication = authenticated(user);
        if (!strong) {
            halfWay.saveContext(new SecurityContextImpl(authentication), request, response);
            if (HalfWay.of(request) != null) {
                request.changeSessionId();
                getRedirectStrategy().sendRedirect(request, response, "/sign-in/code");
                return;
            }
        }
        halfWay.arrive(new SecurityContextImpl(authentication), request, response);
        Map<String, String> details = new TreeMap<>(refusals.network(request));
        details.put("method", provider);
        enter(request, response, authentication, strong, details);
    }

    private static Authentication authenticated(DeskUser user) {
        user.eraseCredentials();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication,
            boolean strong,
            Map<String, String> details)
            throws ServletException, IOException {
        sessions.began(request.getSession(), request.getHeader(HttpHeaders.USER_AGENT), strong);
        record(authentication, "signed_in", details);
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
        if (problem instanceof Suspended suspended) {
            throttle.succeeded(email(request));
            throttle.takeBack(network(request));
            turnAway(suspended, request, response);
            return;
        }
        meters.counter(DeskMetrics.SIGN_INS_REFUSED, "reason", "password").increment();
        audit.record(null, Actor.VISITOR.name(), "sign_in_failed", masked(email(request)), refusals.network(request));
        TypedEmail.keep(request, email(request));
        getRedirectStrategy().sendRedirect(request, response, "/sign-in?failed");
    }

    /** Shows somebody who proved who they are why they are suspended. */
    void turnAway(Suspended suspended, HttpServletRequest request, HttpServletResponse response) throws IOException {
        meters.counter(DeskMetrics.SIGN_INS_REFUSED, "reason", "suspended").increment();
        Actor who = suspended.actor();
        Map<String, String> details = new TreeMap<>(refusals.network(request));
        details.put("why", "suspended");
        audit.record(who.id(), who.name(), "sign_in_failed", "", details);
        turnedAway.remember(request, suspended);
        getRedirectStrategy().sendRedirect(request, response, TurnedAway.PAGE);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null) {
            record(authentication, "signed_out", Map.of());
        }
    }

    /** Stands before the check of the password, so that a guess costs nothing but the wait. */
    Filter throttle() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Optional<Duration> wait = refused(request);
                if (wait.isEmpty()) {
                    chain.doFilter(request, response);
                } else {
                    meters.counter(DeskMetrics.SIGN_INS_REFUSED, "reason", "wait")
                            .increment();
                    refusals.record(request, "wait");
                    TypedEmail.keep(request, email(request));
                    long seconds = wait.get().toSeconds() + 1;
                    getRedirectStrategy().sendRedirect(request, response, "/sign-in?wait=" + seconds);
                }
            }

            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !(request.getMethod().equals("POST")
                        && request.getServletPath().equals("/sign-in"));
            }
        };
    }

    /**
     * For a way in that names no account before it is proved.
     *
     * @throws Refused where the network has to wait
     */
    void refuseTooMany(HttpServletRequest request) {
        throttle.attempt(network(request), SignInThrottle.FREE_FOR_NETWORK).ifPresent(wait -> {
            throw new Refused("account.sign-in.wait", wait.toSeconds() + 1);
        });
    }

    /** The try was right. */
    void takeBack(HttpServletRequest request) {
        throttle.takeBack(network(request));
    }

    /** The wait of the network, or else of the account; a try that one of them refuses counts for neither. */
    private Optional<Duration> refused(HttpServletRequest request) {
        Optional<Duration> network = throttle.attempt(network(request), SignInThrottle.FREE_FOR_NETWORK);
        if (network.isPresent()) {
            return network;
        }
        Optional<Duration> account = throttle.attempt(email(request), SignInThrottle.FREE_FOR_ACCOUNT);
        if (account.isPresent()) {
            throttle.takeBack(network(request));
        }
        return account;
    }

    private void record(Authentication authentication, String action, Map<String, String> details) {
        if (authentication.getPrincipal() instanceof DeskUser user) {
            audit.record(user.actor().id(), user.actor().name(), action, "", details);
        }
    }

    /** Enough to see whose account somebody tries, and no more than that: anything may be typed there. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? "" : email.substring(0, email.offsetByCodePoints(0, 1)) + "…" + email.substring(at);
    }

    private static String email(HttpServletRequest request) {
        String typed = Objects.requireNonNullElse(request.getParameter("email"), "");
        String email = typed.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return email.length() > Account.LONGEST_EMAIL ? email.substring(0, Account.LONGEST_EMAIL) : email;
    }

    private static String network(HttpServletRequest request) {
        return "from " + request.getRemoteAddr();
    }
}
