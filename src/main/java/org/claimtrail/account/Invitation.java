package org.claimtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that makes one account, once. Only the SHA-256 of its secret is stored. */
@Entity
public class Invitation {

    static final String SETUP = "setup";
    static final String INVITE = "invite";

    /** How long a link works. */
    static final Duration LIFETIME = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String purpose;
    private Role role;
    private byte[] secretHash;
    private @Nullable Long invitedBy;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Long acceptedBy;
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(String purpose, Role role, byte[] secretHash, @Nullable Long invitedBy, Instant createdAt) {
        this.purpose = purpose;
        this.role = role;
        this.secretHash = secretHash;
        this.invitedBy = invitedBy;
        this.createdAt = createdAt;
        this.expiresAt = createdAt.plus(LIFETIME);
    }

    boolean usable(Instant now) {
        return acceptedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }

    void accept(Account account, Instant now) {
        acceptedAt = now;
        acceptedBy = account.id();
    }

    void revoke(Instant now) {
        if (acceptedAt == null && revokedAt == null) {
            revokedAt = now;
        }
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    boolean isSetup() {
        return purpose.equals(SETUP);
    }

    public Role role() {
        return role;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
