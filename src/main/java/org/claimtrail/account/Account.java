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

    /** Characters of an e-mail address, in UTF-16 units: RFC 5321, section 4.5.3.1.3, without its angle brackets. */
    public static final int LONGEST_EMAIL = 254;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable String email;
    private String name;
    private @Nullable String passwordHash;
    private Role role;
    private AccountStatus status;
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String email, String name, @Nullable String passwordHash, Role role, Instant createdAt) {
        if (FormerNames.isOne(name)) {
            throw new Refused("account.refused.former-name");
        }
        this.email = normalizeEmail(email);
        this.name = name.strip();
        this.passwordHash = passwordHash;
        this.role = role;
        this.status = AccountStatus.ACTIVE;
        this.createdAt = createdAt;
    }

    /** Whether mail could go there, as far as its form tells. */
    static boolean isEmail(String text) {
        return text.matches("[^@\\s]+@[^@\\s]+") && text.length() <= LONGEST_EMAIL;
    }

    /** E-mail addresses are compared without regard to case. */
    static String normalizeEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void become(Role next) {
        role = next;
    }

    void suspend() {
        refuseErased();
        if (status == AccountStatus.SUSPENDED) {
            throw new Refused("account.refused.already-suspended", name);
        }
        status = AccountStatus.SUSPENDED;
    }

    void reinstate() {
        refuseErased();
        if (status == AccountStatus.ACTIVE) {
            throw new Refused("account.refused.not-suspended", name);
        }
        status = AccountStatus.ACTIVE;
    }

    /** @throws Refused where the account is nobody's any more */
    void refuseErased() {
        if (status == AccountStatus.ERASED) {
            throw new Refused("account.refused.erased");
        }
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    /** @throws IllegalStateException where the account was erased */
    public String email() {
        if (email == null) {
            throw new IllegalStateException("erased");
        }
        return email;
    }

    public String name() {
        return name;
    }

    /** Null where nobody signs in with one: they sign in at a provider, or were erased. */
    @Nullable
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

    /** Counts the changes: a password or a status that changed is another version. */
    int version() {
        return version;
    }

    public Actor actor() {
        return new Actor(id(), name, role == Role.ADMIN);
    }
}
