package org.claimtrail.site;

import org.claimtrail.account.Accounts;
import org.claimtrail.support.DeskAddress;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where the desk is once it is up; where nobody has an account yet, with the link that makes the first admin. */
@Component
class FirstStart {

    private final Accounts accounts;
    private final Sentences sentences;
    private final @Nullable String email;
    private final @Nullable String password;
    private final DeskAddress desk;

    FirstStart(
            Accounts accounts,
            Sentences sentences,
            @Value("${claimtrail.admin.email:#{null}}") @Nullable String email,
            @Value("${claimtrail.admin.password:#{null}}") @Nullable String password,
            DeskAddress desk) {
        this.accounts = accounts;
        this.sentences = sentences;
        this.email = email;
        this.password = password;
        this.desk = desk;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void ready() {
        setUpUnattended();
        String address = desk.here();
        if (address == null) {
            return;
        }
        String line = accounts.none()
                ? sentences.say("setup.ready.new", address + "/setup/" + accounts.renewSetup())
                : sentences.say("setup.ready", address + "/");
        // Not a log line: it holds a secret, and it is for the person at the terminal.
        System.out.println(line);
    }

    private void setUpUnattended() {
        if (email == null || email.isBlank() || password == null || password.isEmpty()) {
            return;
        }
        try {
            accounts.setUp(email.strip(), password);
        } catch (Refused refused) {
            System.out.println(sentences.say("setup.refused", sentences.say(refused)));
        }
    }
}
