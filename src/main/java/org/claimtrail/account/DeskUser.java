package org.claimtrail.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person who is signed in. Stored in the session, without the password. */
public final class DeskUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final Actor actor;
    private final String email;
    private final boolean active;
    private final int version;
    private @Nullable String passwordHash;

    DeskUser(Account account) {
        this.actor = account.actor();
        this.email = account.email();
        this.active = account.status() == AccountStatus.ACTIVE;
        this.version = account.version();
        this.passwordHash = account.passwordHash();
    }

    public Actor actor() {
        return actor;
    }

    /** Of the account as it was when it signed in. */
    int version() {
        return version;
    }

    /** @throws Suspended where the account is */
    public void refuseSuspended() {
        if (!active) {
            throw new Suspended(actor);
        }
    }

    public String getName() {
        return actor.name();
    }

    public boolean isAdmin() {
        return actor.admin();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        SimpleGrantedAuthority reviewer = new SimpleGrantedAuthority("ROLE_REVIEWER");
        return actor.admin() ? List.of(reviewer, new SimpleGrantedAuthority("ROLE_ADMIN")) : List.of(reviewer);
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeskUser user && user.actor.equals(actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
