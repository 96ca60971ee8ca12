package org.claimtrail.account;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** A person's sessions: which there are, and ending them. */
@Service
public class OwnSessions {

    /** After so many days a session ends, whatever is done in it. */
    static final int MOST_DAYS = 7;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Audit audit;
    private final Clock clock;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes in a session that was signed in just now when and with what that was.
     *
     * @param strong whether a provider vouched for more than a password
     */
    public void began(HttpSession session, @Nullable String userAgent, boolean strong) {
        session.setAttribute(SignedIn.ATTRIBUTE, SignedIn.with(userAgent, clock.instant(), strong));
    }

    /** Whether it was signed in too long ago to be of use. */
    public boolean isOver(HttpSession session) {
        return session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn begun
                && begun.at().plus(MOST_DAYS, ChronoUnit.DAYS).isBefore(clock.instant());
    }

    /**
     * Those of this person, the one in use first, then by when they were seen last.
     *
     * @param here the id of the session that asks
     */
    public List<SessionView> list(DeskUser user, @Nullable String here) {
        return sessions.findByPrincipalName(user.getUsername()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> view(session, here))
                .sorted(Comparator.comparing(SessionView::here)
                        .thenComparing(SessionView::lastSeenAt)
                        .reversed())
                .toList();
    }

    /**
     * Ends one of this person's sessions.
     *
     * @throws NotFound where this person has none with that handle
     */
    public void end(DeskUser user, String handle) {
        String id = sessions.findByPrincipalName(user.getUsername()).keySet().stream()
                .filter(one -> handle(one).equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotFound("session", handle));
        sessions.deleteById(id);
        record(user.actor(), 1);
    }

    /** Ends all of this person's sessions but the one that asks; returns how many. */
    public int endOthers(DeskUser user, @Nullable String here) {
        int ended = endAll(user.getUsername(), here);
        if (ended > 0) {
            record(user.actor(), ended);
        }
        return ended;
    }

    /** Ends all sessions of an account, without a word in the audit log: what ends them is told there. */
    int endAll(String email, @Nullable String but) {
        List<String> ids = sessions.findByPrincipalName(email).keySet().stream()
                .filter(id -> !id.equals(but))
                .toList();
        ids.forEach(sessions::deleteById);
        return ids.size();
    }

    private void record(Actor actor, int ended) {
        audit.record(actor.id(), actor.name(), "sessions_ended", "", Map.of("sessions", Integer.toString(ended)));
    }

    private static SessionView view(Session session, @Nullable String here) {
        SignedIn signedIn = session.getAttribute(SignedIn.ATTRIBUTE);
        SignedIn known = signedIn == null ? new SignedIn(session.getCreationTime(), "", "", false) : signedIn;
        return new SessionView(
                handle(session.getId()),
                known.browser(),
                known.system(),
                known.at(),
                session.getLastAccessedTime(),
                session.getId().equals(here));
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Secret.hash(id), 0, 12);
    }
}
