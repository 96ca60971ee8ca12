package org.claimtrail.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told.
 *
 * @param claimWording the claim as it was worded then
 * @param readAt when it was marked as read
 */
public record NotificationView(
        long id,
        NotificationKind kind,
        long claimId,
        String claimWording,
        String byName,
        Instant createdAt,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }

    /** Where it leads: a page of this desk. */
    public String path() {
        if (kind == NotificationKind.MODERATED || kind == NotificationKind.APPEAL_DECIDED) {
            return "/decisions";
        }
        if (kind == NotificationKind.APPEALED) {
            return "/moderation";
        }
        boolean talk = kind == NotificationKind.MENTIONED || kind == NotificationKind.REPLIED;
        return "/claims/" + claimId + (talk ? "/discussion" : "");
    }
}
