package org.claimtrail.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes people, for good. The account stays under a pseudonym, since the history names it by its number; a function of
 * the database, which works as the owner of the tables, does all of it.
 */
@Service
public class Erasures {

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Erasures(AccountRepository accounts, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What stays of a person under the pseudonym: how many changes, comments, and claims that wait for them. */
    public record Left(long revisions, long comments, long assigned) {}

    /**
     * Who is to be erased.
     *
     * @throws NotFound where there is nobody any more
     */
    @Transactional(readOnly = true)
    public Account find(long accountId) {
        return accounts.findById(accountId)
                .filter(account -> account.status() != AccountStatus.ERASED)
                .orElseThrow(() -> new NotFound("account", accountId));
    }

    @Transactional(readOnly = true)
    public Left left(long accountId) {
        return jdbc.sql("""
                        select (select count(*) from revision where actor_id = :account) as revisions,
                               (select count(*) from comment where author_id = :account) as comments,
                               (select count(*) from claim where assignee_id = :account
                                    and state in ('in_review', 'second_review')) as assigned
                        """)
                .param("account", accountId)
                .query((row, n) -> new Left(row.getLong("revisions"), row.getLong("comments"), row.getLong("assigned")))
                .single();
    }

    /**
     * An admin erases a person.
     *
     * @param typed the person's name or e-mail address, to show that it is meant
     * @param reason for the logs, in which it stays: without name and address
     * @return what they are called from now on
     * @throws Refused where something else was typed, the reason says who it is, or this is the last admin
     */
    @Transactional
    public String erase(Actor admin, long accountId, String typed, String reason) {
        Account account = confirmed(accountId, typed);
        if (says(reason, account.email()) || says(reason, account.name())) {
            throw new Refused("account.erase.reason.names");
        }
        return erase(account, admin, reason);
    }

    /**
     * Somebody erases themselves.
     *
     * @param words what the logs say of it
     * @throws Refused where something else was typed, or this is the last admin
     */
    @Transactional
    public String eraseOwn(Actor person, String typed, String words) {
        return erase(confirmed(person.accountId(), typed), person, words);
    }

    private Account confirmed(long accountId, String typed) {
        Account account = find(accountId);
        boolean counts = account.role() == Role.ADMIN && account.status() == AccountStatus.ACTIVE;
        if (counts && accounts.countActiveAdmins() == 1) {
            throw new Refused("account.refused.last-admin");
        }
        String said = typed.strip();
        if (!said.equalsIgnoreCase(account.email()) && !said.equalsIgnoreCase(account.name())) {
            throw new Refused("account.erase.typed.wrong");
        }
        return account;
    }

    private String erase(Account account, Actor by, String reason) {
        jdbc.sql("delete from spring_session_attributes where attribute_name = :name"
                        + " and position(:email in attribute_bytes) > 0")
                .param("name", TypedEmail.ATTRIBUTE)
                .param("email", account.email().getBytes(StandardCharsets.UTF_8))
                .update();
        return jdbc.sql("select erase_person(:person, :by, :reason, :at)")
                .param("person", account.id())
                .param("by", by.accountId())
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    private static boolean says(String reason, String words) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(reason)
                .find();
    }
}
