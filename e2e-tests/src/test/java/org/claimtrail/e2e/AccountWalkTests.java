package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people get in, are kept out, and get back in. */
class AccountWalkTests {

    private static final String NEXT = "the lamp over the harbour";

    private static GreenMail server;
    private static Newsroom newsroom;

    @BeforeAll
    static void open() throws Exception {
        int port = Desk.freePort();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        newsroom = Newsroom.open(
                "accounts",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + port,
                "--claimtrail.jobs.polling-interval=500ms",
                "--claimtrail.jobs.heartbeat=1s");
    }

    @AfterAll
    static void close() {
        newsroom.close();
        server.stop();
    }

    @Test
    void aPasskeyIsMadeAndSignsInAlone() {
        Person person = joins("Passkey Holder");
        CDPSession device = person.context().newCDPSession(person.page());
        String id = authenticator(device);
        person.opens("/account");
        person.page().locator("#passkey-label").fill("The key on my ring");
        person.page().locator("#passkey-password").fill(Person.PASSWORD);
        person.presses("Add a passkey");
        assertThat(person.flash()).containsText("The passkey is added");
        assertThat(person.main()).containsText("The key on my ring");
        Look.at(person.page(), "account-with-passkey");

        signsOut(person);
        person.opens("/sign-in");
        Look.at(person.page(), "sign-in-with-passkey");
        person.presses("Sign in with a passkey");
        assertThat(person.page().locator(".masthead-name")).hasText("Passkey Holder");

        signsOut(person);
        JsonObject nobody = new JsonObject();
        nobody.addProperty("authenticatorId", id);
        nobody.addProperty("isUserVerified", false);
        device.send("WebAuthn.setUserVerified", nobody);
        person.opens("/sign-in");
        person.presses("Sign in with a passkey");
        assertThat(person.page().locator("[data-passkey-problem]")).containsText("The device gave no passkey");
        person.opens("/articles");
        assertThat(person.page()).hasURL(Pattern.compile(".*/sign-in"));
        assertThat(person.scriptErrors()).isEmpty();
        person.close();
    }

    @Test
    void aCodeIsAskedForAndARecoveryCodeStandsInForIt() throws Exception {
        Person person = joins("Code Holder");
        person.opens("/account");
        person.page().locator("#codes-password").fill(Person.PASSWORD);
        person.presses("Set up one-time codes");
        person.page().waitForURL("**/account/one-time-codes");
        Look.at(person.page(), "one-time-codes");
        byte[] secret = decode(person.page().locator("#secret").textContent());
        person.page().locator("#code").fill(code(secret, 0));
        person.presses("Ask for codes from now on");
        Look.at(person.page(), "recovery-codes");
        List<String> recovery = person.page().locator(".recovery-codes code").allTextContents();
        assertThat(recovery).hasSize(10);

        signsOut(person);
        person.signsIn();
        person.page().waitForURL("**/sign-in/code");
        person.page().locator("#code").fill("000000");
        person.presses("Sign in");
        assertThat(person.main()).containsText("This code is wrong");
        Look.at(person.page(), "second-step");
        person.page().locator("#code").fill(code(secret, 1));
        person.presses("Sign in");
        assertThat(person.page().locator(".masthead-name")).hasText("Code Holder");

        signsOut(person);
        person.signsIn();
        person.page().waitForURL("**/sign-in/code");
        person.page().locator("#code").fill(recovery.get(3));
        person.presses("Sign in");
        person.opens("/account");
        assertThat(person.main()).containsText("9 are left");
        Look.at(person.page(), "account-with-codes");
        person.close();
    }

    @Test
    void whoGuessedTooOftenWaitsAndALinkFromTheEmailLetsThemBackIn() throws Exception {
        Person person = joins("Forgetful Person");
        signsOut(person);
        // On a busy machine the first waits are over before the next guess is typed; they grow.
        for (int i = 0, wait = 0; wait < 12; i++) {
            assertThat(i).as("guesses that cost no wait").isLessThan(20);
            person.page().waitForTimeout(wait * 1000.0);
            tries(person, "wrong guess number " + i);
            Matcher said =
                    Pattern.compile("Wait (\\d+) seconds").matcher(person.main().textContent());
            wait = said.find() ? Integer.parseInt(said.group(1)) : 0;
        }
        tries(person, Person.PASSWORD);
        assertThat(person.main()).containsText("before the next try");
        Look.at(person.page(), "locked-out");

        person.page().getByText("Forgot your password?").click();
        Look.at(person.page(), "password-forgotten");
        int before = server.getReceivedMessages().length;
        person.page().locator("#email").fill(person.email());
        person.presses("Send the link");
        assertThat(person.main()).containsText("Look into your mailbox");
        assertThat(server.waitForIncomingEmail(Duration.ofMinutes(1).toMillis(), before + 1))
                .isTrue();
        String mail = server.getReceivedMessages()[before].getContent().toString();
        Matcher link =
                Pattern.compile("http://localhost:\\d+/password/reset/\\S+").matcher(mail);
        assertThat(link.find()).isTrue();
        person.opens(link.group());
        Look.at(person.page(), "password-reset");
        person.page().locator("#password").fill(NEXT);
        person.page().locator("#passwordAgain").fill(NEXT);
        person.presses("Set the password");
        assertThat(person.flash()).containsText("The password is set");
        tries(person, NEXT);
        assertThat(person.page().locator(".masthead-name")).hasText("Forgetful Person");
        person.opens(link.group());
        assertThat(person.main()).containsText("This link does not work any more");
        Look.at(person.page(), "password-reset-dead");
        person.close();
    }

    @Test
    void aSessionElsewhereIsEnded() {
        Person desk = joins("Person of Two Places");
        Person telephone = Person.arrives(newsroom.chromium(), newsroom.desk(), "Person of Two Places");
        telephone.signsIn();
        telephone.opens("/articles");
        assertThat(telephone.page()).hasURL(Pattern.compile(".*/articles"));
        desk.opens("/account");
        assertThat(desk.page().locator("section[aria-labelledby=sessions-head] tbody tr"))
                .hasCount(2);
        Look.at(desk.page(), "account");
        desk.page().locator("form[action^='/account/sessions/'] button").click();
        assertThat(desk.flash()).containsText("The session was ended");
        telephone.opens("/articles");
        assertThat(telephone.page()).hasURL(Pattern.compile(".*/sign-in"));
        telephone.close();
        desk.close();
    }

    @Test
    void whereItIsDemandedWhoLacksOneIsLedToIt() {
        Person person = newsroom.reviewerB();
        newsroom.admin().opens("/settings");
        newsroom.admin().presses("Demand it of everybody");
        try {
            person.opens("/articles");
            assertThat(person.page()).hasURL(Pattern.compile(".*/account"));
            assertThat(person.main()).containsText("Set one up first");
            Look.at(person.page(), "account-factor-demanded");
        } finally {
            Page admin = newsroom.admin().page();
            CDPSession device = newsroom.admin().context().newCDPSession(admin);
            authenticator(device);
            newsroom.admin().opens("/account");
            admin.locator("#passkey-label").fill("The desk’s key");
            admin.locator("#passkey-password").fill(Person.PASSWORD);
            newsroom.admin().presses("Add a passkey");
            newsroom.admin().flash().waitFor();
            newsroom.admin().opens("/settings");
            Look.at(admin, "settings-factor-demanded");
            newsroom.admin().presses("Leave it to everybody");
            newsroom.admin().opens("/accounts");
            Look.at(admin, "accounts-with-factors");
        }
    }

    private static Person joins(String name) {
        String link = newsroom.invites();
        Person person = Person.arrives(newsroom.chromium(), newsroom.desk(), name);
        person.joins(link);
        return person;
    }

    private static void signsOut(Person person) {
        person.page().locator(".masthead-account form button").click();
        person.page().waitForURL("**/sign-in?out");
    }

    private static void tries(Person person, String password) {
        person.opens("/sign-in");
        person.page().locator("#email").fill(person.email());
        person.page().locator("#password").fill(password);
        person.presses("Sign in");
    }

    /** A device of the browser's own making that asks nobody. */
    private static String authenticator(CDPSession session) {
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        return session.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    /** RFC 6238, written out again so that the program is not checked by itself. */
    private static String code(byte[] secret, int steps) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30 + steps)
                .array());
        int at = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] decode(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.strip().toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((buffer >> bits) & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
