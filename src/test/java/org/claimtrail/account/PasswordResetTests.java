package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.Cast;
import org.claimtrail.CountedStatements;
import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A forgotten password, where the desk sends e-mail. */
@WholeApplication
@DirtiesContext
class PasswordResetTests {

    private static final int PORT = freePort();
    private static final String NEXT = "the lamp over the harbour";
    private static final Duration QUIET = Duration.ofMillis(900);
    private static final Pattern LINK = Pattern.compile("https://desk\\.example(/password/reset/[\\w-]{43})");

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("claimtrail.base-url", () -> "https://desk.example/");
        properties.add("claimtrail.mail.from", () -> "Claimtrail <desk@desk.example>");
        properties.add("claimtrail.mail.retry-after", () -> "100ms");
        properties.add("claimtrail.jobs.polling-interval", () -> "100ms");
        properties.add("claimtrail.jobs.heartbeat", () -> "1s");
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Cast.Person person;
    private AccountBrowser browser;

    @BeforeEach
    void somebodyOutside() throws Exception {
        server.start();
        jdbc.sql("delete from sign_in_failure").update();
        person = cast.reviewer("Ada Rivers");
        browser = new AccountBrowser(mvc);
    }

    @AfterEach
    void stop() throws Exception {
        until(() -> jobs() == 0);
        server.stop();
    }

    @Test
    void theLinkFromTheEmailSetsThePasswordOnceAndTheOwnerIsTold() throws Exception {
        AccountBrowser elsewhere = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        ask(person.email().toUpperCase());
        until(() -> arrived().size() == 1);
        MimeMessage mail = arrived().get(0);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(person.email());
        assertThat(mail.getSubject()).isEqualTo("A new password for Claimtrail");
        String path = link(mail);

        assertThat(browser.send(path, "password", NEXT, "passwordAgain", NEXT).getRedirectedUrl())
                .isEqualTo("/sign-in");

        assertThat(elsewhere.isIn()).isFalse();
        assertThat(browser.get(path).getStatus()).isEqualTo(404);
        assertThat(browser.signsIn(person.email(), NEXT).isIn()).isTrue();
        until(() -> arrived().size() == 2);
        assertThat(arrived().get(1).getSubject()).isEqualTo("Your Claimtrail password was changed");
    }

    @Test
    void theAnswerIsTheSameForAnAddressThatNobodyHas() throws Exception {
        MockHttpServletResponse known = ask(person.email());
        MockHttpServletResponse unknown = ask("nobody@desk.example");
        assertThat(unknown.getStatus()).isEqualTo(known.getStatus());
        assertThat(unknown.getRedirectedUrl()).isEqualTo(known.getRedirectedUrl());
        assertThat(unknown.getHeaderNames()).isEqualTo(known.getHeaderNames());
        until(() -> arrived().size() == 1);
        staysAt(1);
        assertThat(jobs()).isZero();
    }

    @Test
    void whatTheRequestDoesIsTheSameForAnAddressThatNobodyHas() throws Exception {
        int known = CountedStatements.during(() -> ask(person.email()));
        int unknown = CountedStatements.during(() -> ask("nobody-else@desk.example"));
        assertThat(unknown).as("statements").isEqualTo(known);
    }

    @Test
    void aSuspendedPersonGetsNone() throws Exception {
        jdbc.sql("update account set status = 'suspended' where id = :id")
                .param("id", person.actor().accountId())
                .update();
        ask(person.email());
        until(() -> jobs() == 0);
        staysAt(0);
    }

    @Test
    void nobodysMailboxIsFlooded() throws Exception {
        for (int i = 1; i <= 3; i++) {
            int sent = i;
            ask(person.email());
            until(() -> arrived().size() == sent);
            until(() -> jobs() == 0);
        }
        ask(person.email());
        until(() -> jobs() == 0);
        staysAt(3);
        String last = link(arrived().get(2));
        browser.send(last, "password", NEXT, "passwordAgain", NEXT);
        assertThat(browser.get(link(arrived().get(0))).getStatus())
                .as("an earlier link, after one was used")
                .isEqualTo(404);
    }

    @Test
    void whoAsksForVeryManyWaits() throws Exception {
        for (int i = 0; i <= SignInThrottle.FREE_FOR_NETWORK; i++) {
            ask("nobody-" + i + "@desk.example");
        }
        assertThat(ask(person.email()).getRedirectedUrl()).startsWith("/password/forgotten?wait=");
    }

    @Test
    void oneThatTheServerWouldNotTakeIsSentWhenItDoes() throws Exception {
        server.stop();
        ask(person.email());
        until(() -> linksMade() >= 1);
        server.start();
        until(() -> arrived().size() == 1);
        assertThat(browser.get(link(arrived().get(0))).getStatus()).isEqualTo(200);
    }

    @Test
    void anAdminHelpsByEmailToo() throws Exception {
        AccountBrowser admin = new AccountBrowser(mvc).signsIn(cast.admin().email(), Cast.PASSWORD);
        admin.send("/accounts/" + person.actor().accountId() + "/password-reset");
        assertThat(admin.page("/accounts").select("#reset-link"))
                .as("a link for the admin")
                .isEmpty();
        until(() -> arrived().size() == 1);
        assertThat(arrived().get(0).getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(person.email());
    }

    private MockHttpServletResponse ask(String email) throws Exception {
        return browser.send("/password/forgotten", "email", email);
    }

    private static String link(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(mail.getContent().toString());
        assertThat(link.find()).as("a link in the e-mail").isTrue();
        return link.group(1);
    }

    private List<MimeMessage> arrived() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private int jobs() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'send_account_mail'")
                .query(Integer.class)
                .single();
    }

    private int linksMade() {
        return jdbc.sql("select count(*) from password_reset where account_id = :id")
                .param("id", person.actor().accountId())
                .query(Integer.class)
                .single();
    }

    private void staysAt(int count) throws Exception {
        Thread.sleep(QUIET.toMillis());
        assertThat(arrived()).hasSize(count);
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).as("what was waited for").isTrue();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
