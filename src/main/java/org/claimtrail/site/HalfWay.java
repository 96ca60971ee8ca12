package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.account.SecondFactors.HalfSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Where a right password leads: into the session, or where the account has a second factor, half way. Half way is a note in
 * the session, not a person who is signed in: no page knows of it but the one that takes the second step.
 */
@Component
class HalfWay implements SecurityContextRepository {

    private static final String ATTRIBUTE = "claimtrail.half-signed-in";

    private final SecondFactors factors;
    private final SecurityContextRepository whole = new HttpSessionSecurityContextRepository();

    HalfWay(SecondFactors factors) {
        this.factors = factors;
    }

    static @Nullable HalfSignedIn of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (HalfSignedIn) session.getAttribute(ATTRIBUTE);
    }

    /** Forgets who was half way: they arrived, or have to begin again. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication who = context.getAuthentication();
        Optional<HalfSignedIn> half =
                who != null && who.getPrincipal() instanceof DeskUser user ? factors.begin(user) : Optional.empty();
        if (half.isEmpty()) {
            forget(request);
            whole.saveContext(context, request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        whole.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        request.getSession().setAttribute(ATTRIBUTE, half.get());
    }

    /** Signs somebody in for good who took the second step. */
    void arrive(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        request.changeSessionId();
        SecurityContextHolder.setContext(context);
        whole.saveContext(context, request, response);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return whole.loadContext(holder);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return whole.containsContext(request);
    }
}
