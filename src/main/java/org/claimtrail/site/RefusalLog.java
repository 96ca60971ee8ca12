package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.audit.Audit;
import org.claimtrail.limit.Limit;
import org.claimtrail.limit.Limits;
import org.claimtrail.limit.Requester;
import org.claimtrail.limit.TooMany;
import org.claimtrail.support.Network;
import org.claimtrail.support.Texts;
import org.springframework.stereotype.Component;

/** Enters in the audit log who was refused what, with the network it came from and not the address. */
@Component
class RefusalLog {

    private static final int LONGEST = 100;

    private final Audit audit;
    private final Limits limits;

    RefusalLog(Audit audit, Limits limits) {
        this.audit = audit;
        this.limits = limits;
    }

    /**
     * Enters a request that was refused; of one who is refused all the time only some.
     *
     * @param why {@code right}, {@code form} or {@code wait}
     */
    void record(HttpServletRequest request, String why) {
        if (fewEnough(request)) {
            enter(request, "refused", path(request), Map.of("why", why, "method", request.getMethod()));
        }
    }

    /** Enters that somebody came from the provider and was not let in, and why; of many only some. */
    void provider(HttpServletRequest request, String why) {
        if (fewEnough(request)) {
            enter(request, "oidc_refused", "", Map.of("why", why));
        }
    }

    private boolean fewEnough(HttpServletRequest request) {
        try {
            limits.take(Limit.RECORDED_REFUSALS, Requester.of(request));
            return true;
        } catch (TooMany enough) {
            return false;
        }
    }

    void limited(HttpServletRequest request, Limit limit) {
        enter(request, "limited", limit.code(), Map.of());
    }

    /** The detail that says where a request came from. */
    Map<String, String> network(HttpServletRequest request) {
        return Map.of("network", Network.shortened(request.getRemoteAddr()));
    }

    private void enter(HttpServletRequest request, String action, String subject, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.putAll(network(request));
        DeskUser user = Requester.user();
        Actor actor = user == null ? Actor.VISITOR : user.actor();
        audit.record(actor.id(), actor.name(), action, subject, details);
    }

    /** Without what an address may hold beside its path; a secret in it is left out. */
    private static String path(HttpServletRequest request) {
        String path = LimitInterceptor.path(request).replaceFirst("^/(setup|invitations|password[a-z-]*)/.+", "/$1/…");
        return Texts.unstorable(path) ? "" : path.length() > LONGEST ? path.substring(0, LONGEST) : path;
    }
}
