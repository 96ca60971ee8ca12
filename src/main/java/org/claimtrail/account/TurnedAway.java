package org.claimtrail.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who proved who they are, but are suspended. That is a note in the session, not a person who is signed in: no page
 * knows of it but the one that says why, on which they appeal.
 */
@Service
public class TurnedAway {

    /** Where the note leads. */
    public static final String PAGE = "/suspended";

    private static final String ATTRIBUTE = TurnedAway.class.getName();

    private final AccountRepository accounts;

    TurnedAway(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Makes the note, in a session with a new name. */
    public void remember(HttpServletRequest request, Suspended suspended) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(ATTRIBUTE, suspended.actor().accountId());
    }

    /** Who it is; nobody where there is no note, or they are not suspended any more. */
    @Transactional(readOnly = true)
    public Optional<Actor> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Long accountId)) {
            return Optional.empty();
        }
        return accounts.findById(accountId)
                .filter(account -> account.status() == AccountStatus.SUSPENDED)
                .map(Account::actor);
    }
}
