package org.claimtrail.notification;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.claimtrail.account.AccountMail.Kind;
import org.claimtrail.account.Passwords;
import org.claimtrail.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;

/** Sends e-mails about accounts. */
@Service
class AccountMailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMailDelivery.class);

    /** With a pause of 30 seconds at first, the last try is an hour after the first. */
    private static final int TRIES = 8;

    private final Passwords passwords;
    private final Letters letters;
    private final MailDelivery delivery;
    private final MailSettings settings;
    private final Audit audit;
    private final Clock clock;

    AccountMailDelivery(
            Passwords passwords,
            Letters letters,
            MailDelivery delivery,
            MailSettings settings,
            Audit audit,
            Clock clock) {
        this.passwords = passwords;
        this.letters = letters;
        this.delivery = delivery;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tries to send one. A link that could not be sent is followed by a fresh one, since its secret is kept nowhere.
     *
     * @param job its kind and address
     * @param failures how many there will have been if this fails too
     * @return when to try again; null where nothing is left to do
     */
    @Nullable
    Instant deliver(String job, int failures) {
        Kind kind = Kind.valueOf(job.substring(0, job.indexOf(' ')).toUpperCase(Locale.ROOT));
        String email = job.substring(job.indexOf(' ') + 1);
        Optional<String> secret = kind == Kind.PASSWORD_RESET ? passwords.linkByMail(email) : Optional.of("");
        if (secret.isEmpty()) {
            return null;
        }
        try {
            String messageId = "<" + UUID.randomUUID() + "@" + settings.domain() + ">";
            delivery.send(letters.write(email, messageId, kind, secret.get()));
            return null;
        } catch (MailException | MessagingException e) {
            LOG.warn("An e-mail about an account could not be sent, attempt {}", failures);
            if (failures >= TRIES) {
                audit.record(null, "Claimtrail", "mail_given_up", email, Map.of());
                return null;
            }
            return clock.instant().plus(settings.pause(failures));
        }
    }
}
