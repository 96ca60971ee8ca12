package org.claimtrail.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailRows {

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The e-mail, locked until the transaction ends; null where it is sent or given up. */
    @Nullable
    MailRow lock(long id) {
        return jdbc.sql("""
                        select m.message_id, m.created_at as mail_created_at, m.attempts, a.email, a.name, a.status, n.*,
                               shown_wording(n.claim_id, n.claim_wording) as wording, shown_name(n.claim_id, n.by_id, n.by_name) as who
                        from mail m join notification n on n.id = m.notification_id
                             join account a on a.id = m.account_id
                        where m.id = :id and m.sent_at is null and m.given_up_at is null
                        for update of m
                        """)
                .param("id", id)
                .query((row, n) -> mail(row))
                .optional()
                .orElse(null);
    }

    private static MailRow mail(ResultSet row) throws SQLException {
        return new MailRow(
                row.getString("message_id"),
                row.getObject("mail_created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("email"),
                row.getString("name"),
                row.getString("status").equals("active"),
                view(row));
    }

    static NotificationView view(ResultSet row) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new NotificationView(
                row.getLong("id"),
                Coded.of(NotificationKind.class, row.getString("kind")),
                row.getLong("claim_id"),
                row.getString("wording"),
                row.getString("who"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
