package org.claimtrail.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what people were told. */
@Service
public class NotificationList {

    /** The masthead counts no further. */
    public static final int MANY = 100;

    private static final Logger LOG = LoggerFactory.getLogger(NotificationList.class);

    private final JdbcClient jdbc;

    NotificationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many this person has not read, {@link #MANY} at most; none where the database does not answer. */
    public int unread(long accountId) {
        try {
            return jdbc.sql("select count(*) from (select 1 from notification where account_id = :id"
                            + " and in_application and read_at is null limit :many) unread")
                    .param("id", accountId)
                    .param("many", MANY)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException e) {
            // It stands in the frame of every page, the one that tells of the failure too.
            LOG.warn("Unread notifications could not be counted", e);
            return 0;
        }
    }

    /** A page, newest first, before the one with this number; null for the newest. */
    @Transactional(readOnly = true)
    public List<NotificationView> page(long accountId, @Nullable Long before, int size) {
        return jdbc.sql("""
                        select *, shown_wording(claim_id, claim_wording) as wording, shown_name(claim_id, by_id, by_name) as who
                        from notification
                        where account_id = :id and in_application
                          and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :size
                        """)
                .param("id", accountId)
                .param("before", before)
                .param("size", size)
                .query((row, n) -> MailRows.view(row))
                .list();
    }
}
