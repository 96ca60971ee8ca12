package org.claimtrail.notification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.account.Actor;
import org.claimtrail.support.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people want to be told. */
@Service
public class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each kind, in the order of the kinds. */
    @Transactional(readOnly = true)
    public List<Preference> of(Actor person) {
        Map<NotificationKind, Preference> said = jdbc
                .sql("select kind, in_application, by_mail from notification_preference where account_id = :id")
                .param("id", person.accountId())
                .query((row, n) -> new Preference(
                        Coded.of(NotificationKind.class, row.getString("kind")),
                        row.getBoolean("in_application"),
                        row.getBoolean("by_mail")))
                .stream()
                .collect(Collectors.toMap(Preference::kind, Function.identity()));
        return Stream.of(NotificationKind.values())
                .map(kind -> said.getOrDefault(kind, new Preference(kind, true, kind.mailedByDefault())))
                .toList();
    }

    @Transactional
    public void save(Actor person, List<Preference> wanted) {
        for (Preference each : wanted) {
            jdbc.sql("""
                            insert into notification_preference (account_id, kind, in_application, by_mail)
                            values (:id, :kind, :inApplication, :byMail)
                            on conflict (account_id, kind)
                            do update set in_application = excluded.in_application, by_mail = excluded.by_mail
                            """)
                    .param("id", person.accountId())
                    .param("kind", each.kind().code())
                    .param("inApplication", each.inApplication())
                    .param("byMail", each.byMail())
                    .update();
        }
    }
}
