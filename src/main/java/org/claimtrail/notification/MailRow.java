package org.claimtrail.notification;

import java.time.Instant;

/** An e-mail that is still to be sent, and to whom. */
record MailRow(
        String messageId,
        Instant createdAt,
        int attempts,
        String email,
        String accountName,
        boolean accountActive,
        NotificationView told) {}
