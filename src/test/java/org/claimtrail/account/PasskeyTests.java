package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys, answered by a device that keeps to the rules and by one that does not. */
@WholeApplication
@TestPropertySource(
        properties = {
            "claimtrail.base-url=https://desk.example",
            "claimtrail.secret-key=a key of the tests, long enough to be taken"
        })
class PasskeyTests {

    private final JsonMapper json = JsonMapper.builder().build();

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person person;
    private AccountBrowser browser;
    private TestDevice device;

    @BeforeEach
    void somebodyWithADevice() throws Exception {
        jdbc.sql("delete from sign_in_failure").update();
        person = cast.reviewer("Ada Rivers");
        browser = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        device = new TestDevice();
    }

    @Test
    void aPasskeySignsInAlone() throws Exception {
        adds();
        AccountBrowser elsewhere = new AccountBrowser(mvc);
        assertThat(signsIn(elsewhere).getRedirectedUrl()).isEqualTo("/");
        assertThat(elsewhere.page("/account").select("dl.facts").text()).contains(person.email());
        assertThat(signsIn(new AccountBrowser(mvc)).getRedirectedUrl())
                .as("a second time")
                .isEqualTo("/");
        assertThat(browser.page("/account").text()).contains("my telephone");
        assertThat(browser.page("/account").select("#main section[aria-labelledby=sessions-head] tbody tr"))
                .hasSize(3);
        assertThat(audited("factor_added")).isOne();
    }

    @Test
    void withAPasskeyThePasswordAloneOpensNothing() throws Exception {
        adds();
        AccountBrowser thief = new AccountBrowser(mvc);
        assertThat(thief.send("/sign-in", "email", person.email(), "password", Cast.PASSWORD)
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        assertThat(thief.isIn()).isFalse();
        signsIn(thief);
        assertThat(thief.isIn()).isTrue();
    }

    @Test
    void makingOneNeedsThePassword() throws Exception {
        MockHttpServletResponse refused =
                browser.send("/account/passkeys/options", "currentPassword", "not the one that it is");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(json.readTree(refused.getContentAsString()).get("problem").asString())
                .isEqualTo("This is not your current password.");
        browser.send("/account/passkeys", "label", "x", "credential", "{}");
        assertThat(passkeys()).isZero();
    }

    @Test
    void noneIsMadeForAnotherPageOrAnotherDeskOrWithoutItsOwner() throws Exception {
        for (int attack = 0; attack < 3; attack++) {
            device = new TestDevice();
            switch (attack) {
                case 0 -> device.origin = "https://desk.example.evil.example";
                case 1 -> device.rpId = "evil.example";
                default -> device.verifies = false;
            }
            adds();
            assertThat(passkeys()).as("attack " + attack).isZero();
        }
    }

    @Test
    void theAnswerToAnOlderQuestionMakesNone() throws Exception {
        JsonNode first = creation(browser);
        creation(browser);
        browser.send("/account/passkeys", "label", "x", "credential", device.makes(first));
        assertThat(passkeys()).isZero();
    }

    @Test
    void anAnswerMakesOneOnce() throws Exception {
        JsonNode asked = creation(browser);
        String answer = device.makes(asked);
        browser.send("/account/passkeys", "label", "first", "credential", answer);
        browser.send("/account/passkeys", "label", "second", "credential", answer);
        assertThat(passkeys()).isOne();
    }

    @Test
    void theKeyOfSomebodyElseIsNotTakenOver() throws Exception {
        adds();
        Cast.Person other = cast.reviewer("Somebody Else");
        AccountBrowser theirs = new AccountBrowser(mvc).signsIn(other.email(), Cast.PASSWORD);
        theirs.send("/account/passkeys", "label", "x", "credential", device.makes(creation(theirs)));
        assertThat(jdbc.sql("select count(*) from passkey where account_id = :id")
                        .param("id", other.actor().accountId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodySignsInFromAnotherPageOrForAnotherDeskOrWithoutItsOwner() throws Exception {
        adds();
        device.origin = "https://desk.example.evil.example";
        refused(new AccountBrowser(mvc));
        device.origin = "https://desk.example";
        device.rpId = "evil.example";
        refused(new AccountBrowser(mvc));
        device.rpId = "desk.example";
        device.verifies = false;
        refused(new AccountBrowser(mvc));
        device.verifies = true;
        assertThat(signsIn(new AccountBrowser(mvc)).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void anAnswerSignsInOnceAndOnlyWhoAsked() throws Exception {
        adds();
        AccountBrowser asker = new AccountBrowser(mvc);
        JsonNode asked = question(asker);
        String answer = device.signsIn(asked);
        AccountBrowser thief = new AccountBrowser(mvc);
        question(thief);
        thief.send("/sign-in/passkey", "credential", answer);
        assertThat(thief.isIn()).as("who overheard the answer").isFalse();
        assertThat(asker.send("/sign-in/passkey", "credential", answer).getRedirectedUrl())
                .isEqualTo("/");
        asker.send("/sign-out");
        asker.send("/sign-in/passkey", "credential", answer);
        assertThat(asker.isIn()).as("the same answer again").isFalse();
    }

    @Test
    void aPasskeyThatSaysItIsSomebodyElsesIsRefused() throws Exception {
        adds();
        Cast.Person other = cast.reviewer("Somebody Else");
        AccountBrowser theirs = new AccountBrowser(mvc).signsIn(other.email(), Cast.PASSWORD);
        TestDevice second = new TestDevice();
        theirs.send("/account/passkeys", "label", "x", "credential", second.makes(creation(theirs)));
        device.handle = second.handle;
        refused(new AccountBrowser(mvc));
    }

    @Test
    void aCounterThatGoesBackIsACopy() throws Exception {
        adds();
        device.counter = 40;
        assertThat(signsIn(new AccountBrowser(mvc)).getRedirectedUrl()).isEqualTo("/");
        // Beyond what it was when the key was made, and behind what it was the last time.
        device.counter = 20;
        refused(new AccountBrowser(mvc), "a counter that went back");
        device.counter = 40;
        refused(new AccountBrowser(mvc), "a counter that stands still");
    }

    @Test
    void aDeviceWithoutACounterIsTaken() throws Exception {
        device.counter = 0;
        adds();
        device.counter = -1;
        assertThat(signsIn(new AccountBrowser(mvc)).getRedirectedUrl()).isEqualTo("/");
        device.counter = -1;
        assertThat(signsIn(new AccountBrowser(mvc)).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aSuspendedAccountsPasskeyOpensNothing() throws Exception {
        adds();
        jdbc.sql("update account set status = 'suspended' where id = :id")
                .param("id", person.actor().accountId())
                .update();
        AccountBrowser browser = new AccountBrowser(mvc);
        assertThat(signsIn(browser).getRedirectedUrl()).isEqualTo("/suspended");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void rubbishIsRefusedAndNothingBreaks() throws Exception {
        adds();
        for (String rubbish : List.of("", "{}", "null", "[]", "{\"id\":1}", "x".repeat(200_000), "{\"response\":{}}")) {
            AccountBrowser visitor = new AccountBrowser(mvc);
            question(visitor);
            MockHttpServletResponse answer = visitor.send("/sign-in/passkey", "credential", rubbish);
            assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in");
        }
    }

    @Test
    void itsOwnerAloneRenamesAndRemovesIt() throws Exception {
        adds();
        long id = jdbc.sql("select id from passkey where account_id = :id")
                .param("id", person.actor().accountId())
                .query(Long.class)
                .single();
        String path = "/account/passkeys/" + id;
        Cast.Person other = cast.reviewer("Somebody Else");
        AccountBrowser theirs = new AccountBrowser(mvc).signsIn(other.email(), Cast.PASSWORD);
        assertThat(theirs.send(path, "label", "mine now").getStatus()).isEqualTo(404);
        assertThat(theirs.send(path, "_method", "delete", "currentPassword", Cast.PASSWORD)
                        .getStatus())
                .isEqualTo(404);
        browser.send(path, "label", "the key on my ring");
        Document page = browser.page("/account");
        assertThat(page.text()).contains("the key on my ring");
        browser.send(path, "_method", "delete", "currentPassword", "not the one that it is");
        assertThat(passkeys()).isOne();
        browser.send(path, "_method", "delete", "currentPassword", Cast.PASSWORD);
        assertThat(passkeys()).isZero();
        refused(new AccountBrowser(mvc));
    }

    private void adds() throws Exception {
        browser.send("/account/passkeys", "label", "my telephone", "credential", device.makes(creation(browser)));
    }

    private JsonNode creation(AccountBrowser who) throws Exception {
        return json.readTree(who.send("/account/passkeys/options", "currentPassword", Cast.PASSWORD)
                .getContentAsString());
    }

    private JsonNode question(AccountBrowser who) throws Exception {
        return json.readTree(who.send("/sign-in/passkey/options").getContentAsString());
    }

    private MockHttpServletResponse signsIn(AccountBrowser who) throws Exception {
        return who.send("/sign-in/passkey", "credential", device.signsIn(question(who)));
    }

    private void refused(AccountBrowser who) throws Exception {
        refused(who, "refused");
    }

    private void refused(AccountBrowser who, String what) throws Exception {
        assertThat(signsIn(who).getRedirectedUrl()).as(what).isEqualTo("/sign-in");
        assertThat(who.isIn()).as(what).isFalse();
    }

    private int passkeys() {
        return jdbc.sql("select count(*) from passkey where account_id = :id")
                .param("id", person.actor().accountId())
                .query(Integer.class)
                .single();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where actor_id = :id and action = :action")
                .param("id", person.actor().accountId())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
