package org.claimtrail.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts, by invitation only, and suspends them. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final InvitationRepository invitations;
    private final PasswordEncoder passwords;
    private final PasswordPolicy policy;
    private final OwnSessions sessions;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            InvitationRepository invitations,
            PasswordEncoder passwords,
            PasswordPolicy policy,
            OwnSessions sessions,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.policy = policy;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether nobody has an account yet. */
    @Transactional(readOnly = true)
    public boolean none() {
        return accounts.count() == 0;
    }

    /** A new secret for the set-up link; an older one stops working. The secret is not stored, only its hash. */
    @Transactional
    public String renewSetup() {
        Instant now = clock.instant();
        invitations.findOpen(Invitation.SETUP).forEach(old -> old.revoke(now));
        return issue(Invitation.SETUP, Role.ADMIN, null);
    }

    /**
     * The first admin, for an installation that nobody watches. Does nothing where an account exists already.
     *
     * @throws Refused where the address or the password will not do
     */
    @Transactional
    public void setUp(String email, String password) {
        if (none()) {
            if (!Account.isEmail(email)) {
                throw new Refused("account.email.wrong");
            }
            refusePassword(password, email, "");
            create(new NewAccount(email, email.split("@", 2)[0], password), Role.ADMIN, "desk_set_up");
        }
    }

    /** Invites somebody; returns the secret of the link, which is shown once. */
    @Transactional
    public String invite(Actor admin, Role role) {
        String secret = issue(Invitation.INVITE, role, admin.id());
        audit.record(admin.id(), admin.name(), "invited", role.code(), Map.of());
        return secret;
    }

    /** The invitation with this secret, if it can still be used. */
    @Transactional(readOnly = true)
    public Optional<Invitation> invitation(String secret) {
        return invitations
                .findBySecretHash(Secret.hash(secret))
                .filter(i -> i.usable(clock.instant()))
                .filter(i -> !i.isSetup() || none());
    }

    /**
     * Uses an invitation.
     *
     * @throws NotFound where the secret is unknown, used, revoked or too old
     * @throws Refused where the password or the e-mail address cannot be taken; the invitation stays usable
     */
    @Transactional
    public Account accept(String secret, NewAccount person) {
        Instant now = clock.instant();
        Invitation invitation = invitations
                .lockBySecretHash(Secret.hash(secret))
                .filter(i -> i.usable(now))
                .filter(i -> !i.isSetup() || none())
                .orElseThrow(() -> new NotFound("invitation", ""));
        refusePassword(person.password(), person.email(), person.name());
        Account account = create(person, invitation.role(), invitation.isSetup() ? "desk_set_up" : "joined");
        invitation.accept(account, now);
        return account;
    }

    @Transactional
    public void revokeInvitation(Actor admin, long id) {
        Invitation invitation = invitations.findById(id).orElseThrow(() -> new NotFound("invitation", id));
        invitation.revoke(clock.instant());
        audit.record(
                admin.id(),
                admin.name(),
                "invitation_revoked",
                invitation.role().code(),
                Map.of());
    }

    /**
     * Ends what the account may do, and its sessions with it.
     *
     * @throws Refused for one's own account and for the last admin
     */
    @Transactional
    public Account suspend(Actor admin, long id, String reason) {
        Account account = account(id);
        if (admin.is(id)) {
            throw new Refused("account.refused.own");
        }
        account.suspend();
        accounts.flush();
        if (accounts.countActiveAdmins() == 0) {
            throw new Refused("account.refused.last-admin");
        }
        sessions.endAll(account.email(), null);
        audit.record(admin.id(), admin.name(), "suspended", account.name(), Map.of("reason", reason));
        return account;
    }

    @Transactional
    public Account reinstate(Actor admin, long id, String reason) {
        Account account = account(id);
        account.reinstate();
        audit.record(admin.id(), admin.name(), "reinstated", account.name(), Map.of("reason", reason));
        return account;
    }

    @Transactional(readOnly = true)
    public List<Account> list() {
        return accounts.findAllInOrder();
    }

    /** Those who work here now, by name: account and name. */
    @Transactional(readOnly = true)
    public Map<Long, String> activeNames() {
        Map<Long, String> names = new LinkedHashMap<>();
        accounts.findAll().stream()
                .filter(account -> account.status() == AccountStatus.ACTIVE)
                .sorted(Comparator.comparing(Account::name))
                .forEach(account -> names.put(account.id(), account.name()));
        return names;
    }

    @Transactional(readOnly = true)
    public List<Invitation> openInvitations() {
        return invitations.findOpen(Invitation.INVITE).stream()
                .filter(i -> i.usable(clock.instant()))
                .toList();
    }

    private Account account(long id) {
        return accounts.findById(id).orElseThrow(() -> new NotFound("account", id));
    }

    private Account create(NewAccount person, Role role, String action) {
        String hash = passwords.encode(person.password());
        if (hash == null) {
            throw new IllegalStateException("the password encoder gave nothing");
        }
        Account account = new Account(person.email(), person.name(), hash, role, clock.instant());
        if (accounts.findByEmail(account.email()).isPresent()) {
            throw new Refused("account.refused.email-taken");
        }
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw new Refused("account.refused.email-taken");
        }
        audit.record(account.id(), account.name(), action, role.code(), Map.of());
        return account;
    }

    private void refusePassword(String password, String email, String name) {
        policy.refusal(password, email, name).ifPresent(key -> {
            throw new Refused(key);
        });
    }

    private String issue(String purpose, Role role, @Nullable Long invitedBy) {
        String secret = Secret.fresh();
        invitations.save(new Invitation(purpose, role, Secret.hash(secret), invitedBy, clock.instant()));
        return secret;
    }
}
