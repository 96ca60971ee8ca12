package org.claimtrail.notification;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.claimtrail.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends e-mails, each until the server has taken it, it is too old, or its reader may not sign in any more. */
@Service
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;
    private final MailRows rows;
    private final Letters letters;
    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final Audit audit;
    private final Clock clock;

    MailDelivery(
            JdbcClient jdbc,
            MailRows rows,
            Letters letters,
            ObjectProvider<JavaMailSender> sender,
            MailSettings settings,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.letters = letters;
        this.sender = sender;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tries to send one. Its row stays locked meanwhile: a second process that is given the same one waits, and then
     * finds it sent.
     *
     * @return when to try again; null where nothing is left to do
     */
    @Transactional
    public @Nullable Instant deliver(long id) {
        MailRow mail = rows.lock(id);
        if (mail == null) {
            return null;
        }
        if (!mail.accountActive()) {
            end(id, "given_up_at", mail.attempts(), "suspended");
            return null;
        }
        try {
            send(letters.write(mail.email(), mail.messageId(), mail.told()));
            end(id, "sent_at", mail.attempts() + 1, null);
            return null;
        } catch (MailException | MessagingException e) {
            return failed(id, mail, e);
        }
    }

    void send(Letter letter) throws MessagingException {
        JavaMailSender server = sender.getIfAvailable();
        if (server == null) {
            throw new MessagingException("spring.mail.host is not set");
        }
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        server.send(message);
    }

    private @Nullable Instant failed(long id, MailRow mail, Exception e) {
        String error = shortened(e.getMessage());
        int failures = mail.attempts() + 1;
        Instant now = clock.instant();
        if (mail.createdAt().plus(settings.giveUpAfter()).isBefore(now)) {
            end(id, "given_up_at", failures, error);
            audit.record(null, "Claimtrail", "mail_given_up", mail.accountName(), Map.of("reason", error));
            return null;
        }
        // The error may name an address; it stands in the table.
        LOG.warn("E-mail {} could not be sent, attempt {}", id, failures);
        jdbc.sql("update mail set attempts = :attempts, last_error = :error where id = :id")
                .param("attempts", failures)
                .param("error", error)
                .param("id", id)
                .update();
        return now.plus(settings.pause(failures));
    }

    private void end(long id, String how, int attempts, @Nullable String error) {
        jdbc.sql("update mail set " + how + " = :now, attempts = :attempts, last_error = :error where id = :id")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("attempts", attempts)
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** An error in one line that its column holds. */
    static String shortened(@Nullable String message) {
        String line =
                message == null ? "" : message.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_ERROR
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_ERROR));
    }
}
