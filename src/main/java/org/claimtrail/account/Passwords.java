package org.claimtrail.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Changes passwords: by those who know theirs, and by a link for those who do not. */
@Service
public class Passwords {

    /** How long a link works. */
    static final Duration LIFETIME = Duration.ofHours(1);

    /** How many links an account gets by e-mail in that time. */
    private static final int LINKS = 3;

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final SignInThrottle throttle;
    private final OwnSessions sessions;
    private final AccountMail mail;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    Passwords(
            AccountRepository accounts,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            SignInThrottle throttle,
            OwnSessions sessions,
            AccountMail mail,
            Audit audit,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.policy = policy;
        this.throttle = throttle;
        this.sessions = sessions;
        this.mail = mail;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose new password a link sets. */
    public record Resetting(long accountId, String email, String name) {}

    /** Whether links go out by e-mail; else an admin hands them over. */
    public boolean byMail() {
        return mail.setUp();
    }

    /** Whether this person has a password at all. */
    @Transactional(readOnly = true)
    public boolean has(Actor person) {
        return account(person.accountId()).passwordHash() != null;
    }

    /**
     * Asks that this person has given their password just now. Wrong ones count, so that a session left open cannot be
     * used to find it out.
     *
     * @throws Refused where it is not theirs, or too many were wrong
     */
    public void confirm(Actor person, String current) {
        String subject = "password of " + person.accountId();
        throttle.attempt(subject, SignInThrottle.FREE_FOR_ACCOUNT).ifPresent(wait -> {
            throw new Refused("account.password.wait", wait.toSeconds() + 1);
        });
        String hash = account(person.accountId()).passwordHash();
        if (hash == null) {
            throw new Refused("account.password.none");
        }
        if (!encoder.matches(current, hash)) {
            audit.record(person.id(), person.name(), "password_refused", "", Map.of());
            throw new Refused("account.password.wrong");
        }
        throttle.succeeded(subject);
    }

    /**
     * Gives a person another password, and ends their other sessions.
     *
     * @param here the id of the session that stays
     * @throws Refused where the current one is wrong, or the new one will not do
     */
    public void change(Actor person, String current, String next, @Nullable String here) {
        confirm(person, current);
        Account account = account(person.accountId());
        String hash = encoded(next, account);
        transaction.executeWithoutResult(change -> {
            account(account.id()).changePassword(hash);
            revokeLinks(account.id());
            int ended = sessions.endAll(account.email(), here);
            audit.record(
                    person.id(), person.name(), "password_changed", "", Map.of("sessions", Integer.toString(ended)));
            tell(account.email());
        });
    }

    /**
     * Somebody forgot the password of this address. What happens does not depend on whether anybody has it, so neither
     * the answer nor the time it takes tells.
     *
     * @param email as it was typed
     */
    @Transactional
    public void forgotten(String email) {
        String address = Account.normalizeEmail(email);
        audit.record(null, Actor.VISITOR.name(), "password_reset_asked", address, Map.of());
        if (mail.setUp()) {
            mail.send(AccountMail.Kind.PASSWORD_RESET, address);
        }
    }

    /**
     * The secret of a new link for this address; empty where nobody active has it, or got enough of them lately. For the
     * sender of e-mails.
     */
    @Transactional
    public Optional<String> linkByMail(String email) {
        return accounts.findByEmail(Account.normalizeEmail(email))
                .filter(account -> account.status() == AccountStatus.ACTIVE)
                .filter(account -> linksLately(account.id()) < LINKS)
                .map(account -> issue(account.id(), null));
    }

    /**
     * An admin helps somebody back in: by e-mail where the desk sends any, so that nobody but they chooses the password.
     *
     * @return the secret of a link to hand over; null where it goes out by e-mail
     * @throws Refused for one's own account and for a suspended one
     */
    @Transactional
    public @Nullable String help(Actor admin, long accountId) {
        Account account = account(accountId);
        if (admin.is(accountId)) {
            throw new Refused("account.refused.reset-own");
        }
        account.refuseErased();
        if (account.status() != AccountStatus.ACTIVE) {
            throw new Refused("account.refused.reset-suspended", account.name());
        }
        audit.record(admin.id(), admin.name(), "password_reset_started", account.name(), Map.of());
        if (mail.setUp()) {
            mail.send(AccountMail.Kind.PASSWORD_RESET, account.email());
            return null;
        }
        return issue(accountId, admin.id());
    }

    /** Whose password the link with this secret sets, if it still works. */
    @Transactional(readOnly = true)
    public Optional<Resetting> resetting(String secret) {
        return jdbc.sql("""
                        select a.id, a.email, a.name from password_reset r join account a on a.id = r.account_id
                        where r.secret_hash = :hash and r.used_at is null and r.revoked_at is null
                          and r.expires_at > :now and a.status = 'active'
                        """)
                .param("hash", Secret.hash(secret))
                .param("now", at(clock.instant()))
                .query((row, n) -> new Resetting(row.getLong("id"), row.getString("email"), row.getString("name")))
                .optional();
    }

    /**
     * Sets a new password by a link, and ends all sessions of the account.
     *
     * @throws NotFound where the link does not work, or not any more
     * @throws Refused where the password will not do; the link stays usable
     */
    public void reset(String secret, String next) {
        Resetting whose = resetting(secret).orElseThrow(() -> new NotFound("reset", ""));
        Account account = account(whose.accountId());
        String hash = encoded(next, account);
        transaction.executeWithoutResult(change -> {
            int used = jdbc.sql("""
                            update password_reset set used_at = :now
                            where secret_hash = :hash and used_at is null and revoked_at is null and expires_at > :now
                            """)
                    .param("hash", Secret.hash(secret))
                    .param("now", at(clock.instant()))
                    .update();
            if (used == 0) {
                throw new NotFound("reset", "");
            }
            revokeLinks(account.id());
            account(account.id()).changePassword(hash);
            int ended = sessions.endAll(account.email(), null);
            audit.record(
                    account.id(), account.name(), "password_reset", "", Map.of("sessions", Integer.toString(ended)));
            tell(account.email());
        });
        throttle.succeeded(account.email());
    }

    private void tell(String email) {
        if (mail.setUp()) {
            mail.send(AccountMail.Kind.PASSWORD_CHANGED, email);
        }
    }

    private String encoded(String password, Account account) {
        policy.refusal(password, account.email(), account.name()).ifPresent(key -> {
            throw new Refused(key);
        });
        return Objects.requireNonNull(encoder.encode(password));
    }

    private String issue(long accountId, @Nullable Long askedBy) {
        String secret = Secret.fresh();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into password_reset (account_id, asked_by, secret_hash, created_at, expires_at)
                        values (:account, cast(:askedBy as bigint), :hash, :now, :end)
                        """)
                .param("account", accountId)
                .param("askedBy", askedBy)
                .param("hash", Secret.hash(secret))
                .param("now", at(now))
                .param("end", at(now.plus(LIFETIME)))
                .update();
        return secret;
    }

    private void revokeLinks(long accountId) {
        jdbc.sql("update password_reset set revoked_at = :now"
                        + " where account_id = :account and used_at is null and revoked_at is null")
                .param("now", at(clock.instant()))
                .param("account", accountId)
                .update();
    }

    private int linksLately(long accountId) {
        return jdbc.sql("select count(*) from password_reset"
                        + " where account_id = :account and asked_by is null and created_at > :since")
                .param("account", accountId)
                .param("since", at(clock.instant().minus(LIFETIME)))
                .query(Integer.class)
                .single();
    }

    private Account account(long id) {
        return accounts.findById(id).orElseThrow(() -> new NotFound("account", id));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
