package org.claimtrail.account;

import org.springframework.security.authentication.DisabledException;

/** Somebody proved who they are, but their account is suspended. */
public final class Suspended extends DisabledException {

    private static final long serialVersionUID = 1L;

    private final Actor actor;

    Suspended(Actor actor) {
        super("suspended");
        this.actor = actor;
    }

    public Actor actor() {
        return actor;
    }
}
