package org.claimtrail.notification;

import java.util.Locale;
import java.util.Objects;
import org.claimtrail.account.AccountMail;
import org.claimtrail.support.DeskAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words e-mails. */
@Component
class Letters {

    private static final int LONGEST_WORDING = 80;

    private final MessageSource messages;
    private final DeskAddress desk;

    Letters(MessageSource messages, DeskAddress desk) {
        this.messages = messages;
        this.desk = desk;
    }

    Letter write(String to, String messageId, NotificationView told) {
        String sentence = say("notification.kind." + told.kind().code(), oneLine(told.byName()));
        String wording = oneLine(told.claimWording());
        return new Letter(
                to,
                messageId,
                say("notification.mail.subject", sentence, shortened(wording)),
                say(
                        "notification.mail.text",
                        sentence,
                        wording,
                        address() + told.path(),
                        address() + "/notifications/settings"));
    }

    /** @param secret of the link that the e-mail carries; empty where it carries none */
    Letter write(String to, String messageId, AccountMail.Kind kind, String secret) {
        String path = kind == AccountMail.Kind.PASSWORD_RESET ? "/password/reset/" + secret : "/account";
        return new Letter(
                to,
                messageId,
                say("account.mail.subject." + kind.code()),
                say("account.mail.text." + kind.code(), address() + path));
    }

    /** A line end in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
    }

    private static String shortened(String wording) {
        if (wording.codePointCount(0, wording.length()) <= LONGEST_WORDING) {
            return wording;
        }
        return wording.substring(0, wording.offsetByCodePoints(0, LONGEST_WORDING - 1))
                        .strip() + "…";
    }

    private String address() {
        return Objects.requireNonNullElse(desk.here(), "http://localhost");
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
