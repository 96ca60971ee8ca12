package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was to go out by e-mail goes out once, whatever happens to the program and to the mail server. */
class MailWalkTests {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private GreenMail server;
    private Newsroom newsroom;

    @BeforeEach
    void open() throws Exception {
        int port = Desk.freePort();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        newsroom = Newsroom.open(
                "mail",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + port,
                "--claimtrail.mail.retry-after=1s",
                "--claimtrail.jobs.polling-interval=500ms",
                "--claimtrail.jobs.heartbeat=1s");
    }

    @AfterEach
    void close() {
        newsroom.close();
        server.stop();
    }

    @Test
    void anEmailArrivesOnceWhereTheProgramWasKilledBeforeItCouldSendIt() throws Exception {
        Person writer = newsroom.reviewerA();
        String article = Newsroom.imports(writer, "Talks", Texts.GENEVA);
        String claim = Newsroom.marksAndTakes(writer, article, "Moscow denies that it is preparing an attack");
        writer.opens(claim + "/discussion");
        writer.page().locator("#comment").fill("@Reviewer B, who said so?");
        writer.presses("Add the comment");
        writer.flash().waitFor();

        newsroom.desk().kill();
        server.start();
        newsroom.desk().restart();

        assertThat(server.waitForIncomingEmail(Duration.ofMinutes(1).toMillis(), 1))
                .as("an e-mail within a minute")
                .isTrue();
        Thread.sleep(QUIET.toMillis());
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(newsroom.reviewerB().email());
        assertThat(mail.getSubject()).startsWith("Reviewer A named you in a discussion: ");
        assertThat(mail.getContent().toString())
                .contains(newsroom.desk().address() + claim + "/discussion")
                .doesNotContain("who said so");

        newsroom.reviewerB().opens("/notifications/settings");
        Look.at(newsroom.reviewerB().page(), "notification-settings-with-mail");
    }

    @Test
    void theEmailThatAsksForASecondReviewSaysNothingOfTheDraft() throws Exception {
        server.start();
        Person writer = newsroom.reviewerA();
        String article = Newsroom.imports(writer, "Talks", Texts.GENEVA);
        String claim = Newsroom.marksAndTakes(writer, article, "Moscow denies that it is preparing an attack");
        Newsroom.attaches(writer, claim, "Supports", "https://ministry.example/", "A transcript", "It says so.");
        writer.opens(claim);
        writer.page().locator("#explanation").fill("The transcript has it on page seven.");
        writer.chooses("Mostly false");
        writer.presses("Submit for second review");
        writer.flash().waitFor();

        assertThat(server.waitForIncomingEmail(Duration.ofMinutes(1).toMillis(), 2))
                .as("an e-mail to each who may give it")
                .isTrue();
        for (MimeMessage mail : server.getReceivedMessages()) {
            assertThat(GreenMailUtil.getWholeMessage(mail))
                    .contains("Moscow denies", newsroom.desk().address() + claim)
                    .doesNotContain("Mostly false", "page seven");
        }
    }
}
