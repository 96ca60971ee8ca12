package org.claimtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;

/** A person of the desk. */
@Entity
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String email;
    private String name;
    private String passwordHash;
    private Role role;
    private AccountStatus status;
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String email, String name, String passwordHash, Role role, Instant createdAt) {
        this.email = normalizeEmail(email);
        this.name = name.strip();
        this.passwordHash = passwordHash;
        this.role = role;
        this.status = AccountStatus.ACTIVE;
        this.createdAt = createdAt;
    }

    /** E-mail addresses are compared without regard to case. */
    static String normalizeEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void suspend() {
        if (status == AccountStatus.SUSPENDED) {
            throw new Refused("account.refused.already-suspended", name);
        }
        status = AccountStatus.SUSPENDED;
    }

    void reinstate() {
        if (status == AccountStatus.ACTIVE) {
            throw new Refused("account.refused.not-suspended", name);
        }
        status = AccountStatus.ACTIVE;
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    public AccountStatus status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Actor actor() {
        return new Actor(id(), name, role == Role.ADMIN);
    }
}
