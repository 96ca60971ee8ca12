package org.claimtrail.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The e-mail address of a sign-in that was refused, kept in the session until the page to sign in on is shown again. */
public final class TypedEmail {

    /** Of a session, in which others can have typed the address of somebody who is erased: {@link Erasures}. */
    static final String ATTRIBUTE = TypedEmail.class.getName();

    private TypedEmail() {}

    /** Keeps what the next {@link #take} gives. */
    public static void keep(HttpServletRequest request, String email) {
        request.getSession().setAttribute(ATTRIBUTE, email);
    }

    /** What was typed, once; none if nothing was refused. */
    public static @Nullable String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        String email = (String) session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return email;
    }
}
