package org.claimtrail.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.audit.Audit;
import org.claimtrail.oidc.OidcPerson;
import org.claimtrail.oidc.OidcProvider;
import org.claimtrail.oidc.OidcSettings;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of those who sign in at a provider. An account is found by issuer and subject alone: an e-mail address that
 * somebody has there opens no account that has it here.
 */
@Service
public class Identities {

    private static final int LONGEST_NAME = 100;

    private final AccountRepository accounts;
    private final OwnSessions sessions;
    private final OidcProvider provider;
    private final OidcSettings settings;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Identities(
            AccountRepository accounts,
            OwnSessions sessions,
            OidcProvider provider,
            OidcSettings settings,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.provider = provider;
        this.settings = settings;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An identity that an account is linked with. */
    public record Linked(Instant since, @Nullable Instant lastUsedAt) {}

    /** The rule that makes a role of somebody's groups; empty for who has none here. */
    Optional<Role> role(Set<String> groups) {
        if (!Collections.disjoint(groups, settings.adminGroups())) {
            return Optional.of(Role.ADMIN);
        }
        return Collections.disjoint(groups, settings.reviewerGroups()) ? Optional.empty() : Optional.of(Role.REVIEWER);
    }

    /**
     * Signs somebody in whom the provider named. The first time an account is made; each time its role follows their groups.
     *
     * @throws Refused where they are in no group of the desk, or no account can be made
     * @throws Suspended where they are
     */
    @Transactional
    public DeskUser signIn(OidcPerson person) {
        Role role = role(person.groups()).orElseThrow(() -> new Refused("oidc.refused.no-group", provider.name()));
        Account account = known(person).orElse(null);
        if (account == null) {
            try {
                account = create(person, role);
                keep(account.id(), person);
            } catch (DataIntegrityViolationException e) {
                // The same person came twice at the same moment; the next try finds the account.
                throw new Refused("oidc.refused.not-taken");
            }
        } else if (account.status() == AccountStatus.SUSPENDED) {
            throw new Suspended(account.actor());
        } else if (account.status() != AccountStatus.ACTIVE) {
            throw new Refused("oidc.refused.not-taken");
        } else {
            follow(account, role);
        }
        jdbc.sql("update identity set last_used_at = :now where issuer = :issuer and subject = :subject")
                .param("now", now())
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .update();
        return new DeskUser(account);
    }

    /**
     * Lets somebody who is signed in here sign in at the provider from now on.
     *
     * @throws Refused where they are in no group of the desk, or one of both is linked otherwise already
     */
    @Transactional
    public void link(Actor actor, OidcPerson person) {
        if (role(person.groups()).isEmpty()) {
            throw new Refused("oidc.refused.no-group", provider.name());
        }
        try {
            keep(actor.accountId(), person);
        } catch (DuplicateKeyException e) {
            throw new Refused("oidc.refused.linked", provider.name());
        }
        audit.record(actor.id(), actor.name(), "oidc_linked", provider.name(), Map.of());
    }

    /**
     * Takes the link back.
     *
     * @throws Refused where the account has no password, and nobody could sign in to it any more
     */
    @Transactional
    public void unlink(Actor actor) {
        Account account = accounts.findById(actor.accountId()).orElseThrow();
        if (account.passwordHash() == null) {
            throw new Refused("oidc.refused.only-way");
        }
        int removed = jdbc.sql("delete from identity where account_id = :account and issuer = :issuer")
                .param("account", actor.accountId())
                .param("issuer", provider.issuer())
                .update();
        if (removed > 0) {
            audit.record(actor.id(), actor.name(), "oidc_unlinked", provider.name(), Map.of());
        }
    }

    /** What the account is linked with at the provider of now. */
    @Transactional(readOnly = true)
    public Optional<Linked> of(Actor actor) {
        if (!provider.configured()) {
            return Optional.empty();
        }
        return jdbc.sql("select linked_at, last_used_at from identity where account_id = :account and issuer = :issuer")
                .param("account", actor.accountId())
                .param("issuer", provider.issuer())
                .query((row, n) -> {
                    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
                    return new Linked(
                            row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .optional();
    }

    private Optional<Account> known(OidcPerson person) {
        return jdbc.sql("select account_id from identity where issuer = :issuer and subject = :subject")
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .query(Long.class)
                .optional()
                .flatMap(accounts::findById);
    }

    /** No password and no invitation: the groups say who belongs here. */
    private Account create(OidcPerson person, Role role) {
        if (accounts.count() == 0 && role != Role.ADMIN) {
            throw new Refused("oidc.refused.not-set-up");
        }
        String email = person.email() == null ? "" : person.email().strip();
        if (!Account.isEmail(email) || Texts.unstorable(email)) {
            throw new Refused("oidc.refused.no-email", provider.name());
        }
        Account account = new Account(email, name(person, email), null, role, clock.instant());
        if (accounts.findByEmail(account.email()).isPresent()) {
            throw new Refused("oidc.refused.email-taken", provider.name());
        }
        accounts.saveAndFlush(account);
        audit.record(account.id(), account.name(), "joined", role.code(), Map.of("method", provider.name()));
        return account;
    }

    private static String name(OidcPerson person, String email) {
        String said = Texts.orEmpty(Texts.unstorable(person.name()) ? "" : person.name())
                .replaceAll("[\\s\\p{Cntrl}]+", " ");
        String name = said.isEmpty() || FormerNames.isOne(said) ? email.split("@", 2)[0] : said;
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }

    /** The last admin stays one. Other sessions end, since they still have the role of before. */
    private void follow(Account account, Role role) {
        if (account.role() == role || role != Role.ADMIN && isLastAdmin(account)) {
            return;
        }
        Role before = account.role();
        account.become(role);
        accounts.saveAndFlush(account);
        int ended = sessions.endAll(account.email(), null);
        audit.record(
                account.id(),
                account.name(),
                "role_changed",
                "",
                Map.of(
                        "before",
                        before.code(),
                        "after",
                        role.code(),
                        "method",
                        provider.name(),
                        "sessions",
                        Integer.toString(ended)));
    }

    /** Locks the admins first, so that two of them cannot both stop being one at the same moment. */
    private boolean isLastAdmin(Account account) {
        return jdbc
                .sql("select id from account where role = 'admin' and status = 'active' order by id for update")
                .query(Long.class)
                .list()
                .stream()
                .allMatch(id -> id == account.id());
    }

    private void keep(long account, OidcPerson person) {
        jdbc.sql("insert into identity (account_id, issuer, subject, linked_at)"
                        + " values (:account, :issuer, :subject, :now)")
                .param("account", account)
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
