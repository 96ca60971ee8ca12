package org.claimtrail.account;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What accounts ask for besides their password: set up, asked for at sign-in, taken away, demanded of everybody. */
@Service
public class SecondFactors {

    /** How long after the password the second step can be taken. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AccountRepository accounts;
    private final OneTimeCodes codes;
    private final RecoveryCodes recovery;
    private final SignInThrottle throttle;
    private final OwnSessions sessions;
    private final AccountMail mail;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SecondFactors(
            AccountRepository accounts,
            OneTimeCodes codes,
            RecoveryCodes recovery,
            SignInThrottle throttle,
            OwnSessions sessions,
            AccountMail mail,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.recovery = recovery;
        this.throttle = throttle;
        this.sessions = sessions;
        this.mail = mail;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody whose password was right, and who has shown nothing else yet: kept in the session, it opens nothing. */
    public record HalfSignedIn(long accountId, int version, Instant at) implements Serializable {}

    /**
     * What an account has.
     *
     * @param codesSince since when it has one-time codes; null where it has none
     * @param passkeys how many it has
     * @param recoveryLeft how many recovery codes were not used yet
     */
    public record State(@Nullable Instant codesSince, int passkeys, int recoveryLeft) {

        public boolean any() {
            return codesSince != null || passkeys > 0;
        }
    }

    /** What every request of somebody signed in is measured by. */
    public record Standing(boolean active, boolean hasFactor, boolean factorRequired) {}

    /** Whether everybody has to have a second factor, and who said so; nobody where it was never set. */
    public record Rule(
            boolean required,
            @Nullable String setByName,
            @Nullable Instant setAt) {}

    /** What is being set up: the secret to type, and the address that says the same to a camera. */
    public record Setup(String secret, String address) {}

    @Transactional(readOnly = true)
    public State state(long accountId) {
        return jdbc.sql("""
                        select (select confirmed_at from one_time_code where account_id = :account) as since,
                               (select count(*) from recovery_code where account_id = :account and used_at is null) as n,
                               (select count(*) from passkey where account_id = :account) as passkeys
                        """)
                .param("account", accountId)
                .query((row, n) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new State(since == null ? null : since.toInstant(), row.getInt("passkeys"), row.getInt("n"));
                })
                .single();
    }

    @Transactional(readOnly = true)
    public Standing standing(long accountId) {
        return jdbc.sql("""
                        select exists (select 1 from account where id = :account and status = 'active') as active,
                               exists (select 1 from one_time_code
                                       where account_id = :account and confirmed_at is not null)
                                   or exists (select 1 from passkey where account_id = :account) as has_factor,
                               coalesce((select required from second_factor_rule order by id desc limit 1), false)
                                   as required
                        """)
                .param("account", accountId)
                .query((row, n) -> new Standing(
                        row.getBoolean("active"), row.getBoolean("has_factor"), row.getBoolean("required")))
                .single();
    }

    /** The accounts that have a second factor. */
    @Transactional(readOnly = true)
    public Set<Long> holders() {
        return new TreeSet<>(jdbc.sql("select account_id from one_time_code where confirmed_at is not null"
                        + " union select account_id from passkey")
                .query(Long.class)
                .list());
    }

    /** What somebody whose password was right has still to show; empty where that is enough. */
    public Optional<HalfSignedIn> begin(DeskUser user) {
        long id = user.actor().accountId();
        return state(id).any() ? Optional.of(new HalfSignedIn(id, user.version(), clock.instant())) : Optional.empty();
    }

    /** Whether the second step may still be taken: nothing about the account changed, and not too much time went by. */
    @Transactional(readOnly = true)
    public boolean waiting(HalfSignedIn half) {
        return account(half).isPresent();
    }

    /**
     * Takes the second step.
     *
     * @param typed a one-time code or a recovery code
     * @return who is signed in now; null where too much time went by, and the password has to be given again
     * @throws Refused where the code is wrong, was taken before, or too many were wrong
     */
    public @Nullable DeskUser finish(HalfSignedIn half, String typed) {
        Account account = account(half).orElse(null);
        if (account == null) {
            return null;
        }
        String subject = "code of " + account.id();
        throttle.attempt(subject, SignInThrottle.FREE_FOR_ACCOUNT).ifPresent(wait -> {
            throw new Refused("account.code.wait", wait.toSeconds() + 1);
        });
        if (codes.accept(account.id(), typed)) {
            throttle.succeeded(subject);
            return new DeskUser(account);
        }
        if (recovery.use(account.id(), typed)) {
            throttle.succeeded(subject);
            record(account.actor(), "recovery_code_used", "");
            tell(account.email(), AccountMail.Kind.RECOVERY_CODE_USED);
            return new DeskUser(account);
        }
        record(account.actor(), "second_factor_refused", "");
        throw new Refused("account.code.wrong");
    }

    /**
     * Begins to set up one-time codes.
     *
     * @throws Refused where they are set up already
     */
    public void beginCodes(Actor person) {
        codes.begin(person.accountId());
    }

    /** What is being set up; empty where nothing is. */
    public Optional<Setup> settingUp(DeskUser user) {
        return codes.pending(user.actor().accountId())
                .map(secret -> new Setup(secret, codes.address(user.getUsername(), secret)));
    }

    /**
     * Ends the setting up with a first code.
     *
     * @return ten recovery codes, shown this once
     * @throws Refused where the code is wrong
     */
    @Transactional
    public List<String> confirmCodes(DeskUser user, String typed) {
        long id = user.actor().accountId();
        if (!codes.confirm(id, typed)) {
            throw new Refused("account.code.wrong");
        }
        added(user, "one-time codes");
        return recovery.renew(id);
    }

    /** Ten new recovery codes in the place of the old. */
    @Transactional
    public List<String> renewRecovery(Actor person) {
        if (!state(person.accountId()).any()) {
            throw new Refused("account.refused.no-factor");
        }
        record(person, "recovery_codes_renewed", "");
        return recovery.renew(person.accountId());
    }

    /** Takes one's own one-time codes away; with the last factor the recovery codes go too. */
    @Transactional
    public void removeCodes(DeskUser user) {
        long id = user.actor().accountId();
        if (codes.remove(id)) {
            removed(user, "one-time codes");
        }
    }

    void added(DeskUser user, String factor) {
        record(user.actor(), "factor_added", factor);
        tell(user.getUsername(), AccountMail.Kind.FACTOR_ADDED);
    }

    void removed(DeskUser user, String factor) {
        record(user.actor(), "factor_removed", factor);
        tell(user.getUsername(), AccountMail.Kind.FACTOR_REMOVED);
        long id = user.actor().accountId();
        if (!state(id).any()) {
            recovery.remove(id);
        }
    }

    /**
     * An admin helps somebody who lost all of it: every factor goes, and every session.
     *
     * @throws Refused for one's own account
     */
    @Transactional
    public void removeAll(Actor admin, long accountId, String reason) {
        Account account = accounts.findById(accountId).orElseThrow(() -> new NotFound("account", accountId));
        if (admin.is(accountId)) {
            throw new Refused("account.refused.factors-own");
        }
        account.refuseErased();
        codes.remove(accountId);
        jdbc.sql("delete from passkey where account_id = :account")
                .param("account", accountId)
                .update();
        recovery.remove(accountId);
        int ended = sessions.endAll(account.email(), null);
        audit.record(
                admin.id(),
                admin.name(),
                "factors_removed",
                account.name(),
                Map.of("reason", reason, "sessions", Integer.toString(ended)));
        tell(account.email(), AccountMail.Kind.FACTOR_REMOVED);
    }

    @Transactional(readOnly = true)
    public Rule rule() {
        return jdbc.sql("select required, set_by_name, set_at from second_factor_rule order by id desc limit 1")
                .query((row, n) -> new Rule(
                        row.getBoolean("required"),
                        row.getString("set_by_name"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(new Rule(false, null, null));
    }

    /** Says whether everybody has to have one. Whoever has none sets one up before anything else. */
    @Transactional
    public void require(Actor admin, boolean required) {
        if (rule().required() == required) {
            return;
        }
        jdbc.sql("""
                        insert into second_factor_rule (required, set_by, set_by_name, set_at)
                        values (:required, :by, :name, :now)
                        """)
                .param("required", required)
                .param("by", admin.accountId())
                .param("name", admin.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        record(admin, required ? "second_factor_required" : "second_factor_optional", "");
    }

    private Optional<Account> account(HalfSignedIn half) {
        if (half.at().plus(PATIENCE).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return accounts.findById(half.accountId())
                .filter(account -> account.status() == AccountStatus.ACTIVE)
                .filter(account -> account.version() == half.version());
    }

    private void record(Actor actor, String action, String subject) {
        audit.record(actor.id(), actor.name(), action, subject, Map.of());
    }

    private void tell(String email, AccountMail.Kind kind) {
        if (mail.setUp()) {
            mail.send(kind, email);
        }
    }
}
