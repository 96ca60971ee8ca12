package org.claimtrail.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrail.account.Actor;
import org.claimtrail.support.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what happened to their claims. */
@Service
public class Notifications {

    private final JdbcClient jdbc;
    private final Mails mails;
    private final Clock clock;

    Notifications(JdbcClient jdbc, Mails mails, Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Tells each of these people once, as each of them prefers; not the one who did it, and nobody whose account is
     * suspended. What they are told is part of the transaction that did it.
     *
     * @param accountIds whom to tell; the same person may stand in it more than once
     * @param by who did it; the program itself where nobody did
     * @param claimWording the claim as it is worded now. Nothing else of it is passed on: a notification never holds a
     *     rating or an explanation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Long> accountIds, NotificationKind kind, long claimId, Actor by, String claimWording) {
        Set<Long> people = new TreeSet<>(accountIds);
        people.removeIf(by::is);
        if (people.isEmpty()) {
            return;
        }
        boolean mail = mails.setUp();
        List<Long> told = jdbc.sql("""
                        insert into notification
                            (account_id, kind, claim_id, claim_wording, by_id, by_name, in_application, created_at)
                        select a.id, :kind, :claim, :wording, cast(:byId as bigint), :byName,
                               coalesce(p.in_application, true), :now
                        from account a left join notification_preference p on p.account_id = a.id and p.kind = :kind
                        where a.id in (:people) and a.status = 'active'
                          and (coalesce(p.in_application, true) or (:mail and coalesce(p.by_mail, :byDefault)))
                        order by a.id
                        returning id
                        """)
                .param("kind", kind.code())
                .param("claim", claimId)
                .param("wording", claimWording)
                .param("byId", by.id())
                .param("byName", by.name())
                .param("people", people)
                .param("mail", mail)
                .param("byDefault", kind.mailedByDefault())
                .param("now", now())
                .query(Long.class)
                .list();
        if (mail && !told.isEmpty()) {
            mails.queue(wantedByMail(kind, told));
        }
    }

    private List<Long> wantedByMail(NotificationKind kind, List<Long> told) {
        return jdbc.sql("""
                        select n.id from notification n
                             left join notification_preference p on p.account_id = n.account_id and p.kind = n.kind
                        where n.id in (:ids) and coalesce(p.by_mail, :byDefault) order by n.id
                        """)
                .param("ids", told)
                .param("byDefault", kind.mailedByDefault())
                .query(Long.class)
                .list();
    }

    /**
     * Marks one as read.
     *
     * @throws NotFound where this person was never told it
     */
    @Transactional
    public void read(Actor reader, long id) {
        int found = jdbc.sql("update notification set read_at = coalesce(read_at, :now)"
                        + " where id = :id and account_id = :reader and in_application")
                .param("now", now())
                .param("id", id)
                .param("reader", reader.accountId())
                .update();
        if (found == 0) {
            throw new NotFound("notification", id);
        }
    }

    /**
     * Marks all as read that were there when the page was shown.
     *
     * @param newest the number of the newest one on the page
     */
    @Transactional
    public void readAll(Actor reader, long newest) {
        jdbc.sql("update notification set read_at = :now"
                        + " where account_id = :reader and in_application and read_at is null and id <= :newest")
                .param("now", now())
                .param("reader", reader.accountId())
                .param("newest", newest)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
