package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A person's own account: sessions, password, and a link from an admin where the desk sends no e-mail. */
@WholeApplication
class OwnAccountTests {

    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    private static final String NEXT = "the lamp over the harbour";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person person;
    private AccountBrowser desk;
    private AccountBrowser phone;

    @BeforeEach
    void twoSessions() throws Exception {
        person = cast.reviewer("Ada Rivers");
        desk = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        phone = new AccountBrowser(mvc, PHONE).signsIn(person.email(), Cast.PASSWORD);
    }

    @Test
    void thePageListsTheSessionsInWordsAndMarksTheOneInUse() throws Exception {
        Document page = desk.page("/account");
        assertThat(page.select("dl.facts").text()).contains("Ada Rivers").contains(person.email());
        List<String> rows = page.select("#main tbody tr th").eachText();
        assertThat(rows).containsExactly("Firefox on Linux this one", "Safari on iPhone");
        String cookie = jdbc.sql("select string_agg(session_id, ' ') from spring_session where principal_name = :email")
                .param("email", person.email())
                .query(String.class)
                .single();
        for (String id : cookie.split(" ")) {
            assertThat(page.html()).as("what opens a session").doesNotContain(id.strip());
        }
    }

    @Test
    void endingOneSessionEndsThatAlone() throws Exception {
        Element form = Objects.requireNonNull(desk.page("/account").selectFirst("form[action^=/account/sessions/]"));
        assertThat(phone.isIn()).isTrue();
        assertThat(desk.send(form.attr("action"), "_method", "delete").getRedirectedUrl())
                .isEqualTo("/account");
        assertThat(phone.isIn()).isFalse();
        assertThat(desk.isIn()).isTrue();
        assertThat(audited("sessions_ended")).isOne();
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() throws Exception {
        Element form = Objects.requireNonNull(desk.page("/account").selectFirst("form[action^=/account/sessions/]"));
        Cast.Person other = cast.reviewer("Somebody Else");
        AccountBrowser theirs = new AccountBrowser(mvc).signsIn(other.email(), Cast.PASSWORD);
        assertThat(theirs.send(form.attr("action"), "_method", "delete").getStatus())
                .isEqualTo(404);
        assertThat(phone.isIn()).isTrue();
    }

    @Test
    void endingAllOthersLeavesTheOneInUse() throws Exception {
        AccountBrowser third = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        desk.send("/account/sessions", "_method", "delete");
        assertThat(desk.isIn()).isTrue();
        assertThat(phone.isIn()).isFalse();
        assertThat(third.isIn()).isFalse();
    }

    @Test
    void anotherPasswordNeedsTheCurrentOneAndEndsTheOtherSessions() throws Exception {
        MockHttpServletResponse wrong = change("not the one that it is", NEXT, NEXT);
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("This is not your current password.");
        assertThat(change(Cast.PASSWORD, "short", "short").getContentAsString()).contains("too short");
        assertThat(change(Cast.PASSWORD, NEXT, "another one than that").getContentAsString())
                .contains("The two passwords differ.");
        assertThat(phone.isIn()).as("nothing was changed yet").isTrue();

        assertThat(change(Cast.PASSWORD, NEXT, NEXT).getRedirectedUrl()).isEqualTo("/account");

        assertThat(desk.isIn()).isTrue();
        assertThat(phone.isIn()).isFalse();
        assertThat(new AccountBrowser(mvc)
                        .signsIn(person.email(), Cast.PASSWORD)
                        .isIn())
                .isFalse();
        assertThat(new AccountBrowser(mvc).signsIn(person.email(), NEXT).isIn()).isTrue();
        assertThat(audited("password_changed")).isOne();
        assertThat(audited("password_refused")).isOne();
    }

    @Test
    void theCurrentPasswordCannotBeGuessedAtWill() throws Exception {
        for (int i = 0; i <= SignInThrottle.FREE_FOR_ACCOUNT; i++) {
            change("guess number " + i + " of many", NEXT, NEXT);
        }
        assertThat(change(Cast.PASSWORD, NEXT, NEXT).getContentAsString()).contains("Too many tries were wrong");
    }

    @Test
    void triesAtTheSameMomentDoNotPassTheLimit() throws Exception {
        String subject = "test " + UUID.randomUUID();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Duration>>> tries = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tries.add(() -> throttle.attempt(subject, 4));
            }
            int passed = 0;
            for (Future<Optional<Duration>> one : many.invokeAll(tries)) {
                passed += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(passed).as("tries that were let through").isEqualTo(5);
        } finally {
            many.shutdown();
        }
    }

    @Test
    void suspensionEndsEverySessionAtOnce() throws Exception {
        AccountBrowser admin = new AccountBrowser(mvc).signsIn(cast.admin().email(), Cast.PASSWORD);
        assertThat(desk.isIn()).isTrue();
        admin.send("/accounts/" + person.actor().accountId() + "/suspension", "reason", "left the desk");
        assertThat(desk.isIn()).isFalse();
        assertThat(phone.isIn()).isFalse();
    }

    @Test
    void whereNoEmailIsSentAnAdminHandsALinkOverThatWorksOnce() throws Exception {
        Cast.Person helper = cast.admin();
        AccountBrowser admin = new AccountBrowser(mvc).signsIn(helper.email(), Cast.PASSWORD);
        assertThat(new AccountBrowser(mvc).page("/password/forgotten").text()).contains("Ask one of its admins");
        admin.send("/accounts/" + person.actor().accountId() + "/password-reset");
        String link = admin.page("/accounts").select("#reset-link").val();
        String path = link.substring(link.indexOf("/password/reset/"));
        assertThat(jdbc.sql("select encode(secret_hash, 'escape') from password_reset")
                        .query(String.class)
                        .list())
                .noneMatch(stored -> stored.contains(path.substring("/password/reset/".length())));

        AccountBrowser locked = new AccountBrowser(mvc);
        assertThat(locked.page(path).text()).contains("Ada Rivers");
        assertThat(locked.send(path, "password", "short", "passwordAgain", "short")
                        .getStatus())
                .isEqualTo(400);
        assertThat(locked.send(path, "password", NEXT, "passwordAgain", NEXT).getRedirectedUrl())
                .isEqualTo("/sign-in");

        assertThat(desk.isIn()).isFalse();
        assertThat(phone.isIn()).isFalse();
        assertThat(locked.isIn()).as("a reset signs nobody in").isFalse();
        assertThat(locked.signsIn(person.email(), NEXT).isIn()).isTrue();
        assertThat(locked.get(path).getStatus()).isEqualTo(404);
        assertThat(locked.send(path, "password", Cast.PASSWORD, "passwordAgain", Cast.PASSWORD)
                        .getStatus())
                .isEqualTo(404);
        assertThat(admin.send("/accounts/" + helper.actor().accountId() + "/password-reset")
                        .getStatus())
                .as("an admin’s own")
                .isEqualTo(409);
    }

    @Test
    void aLinkEndsWithItsHourAndWithSuspension() throws Exception {
        Cast.Person helper = cast.admin();
        AccountBrowser admin = new AccountBrowser(mvc).signsIn(helper.email(), Cast.PASSWORD);
        String id = Long.toString(person.actor().accountId());
        String first = link(admin, id);
        assertThat(desk.get(first).getStatus()).isEqualTo(200);
        jdbc.sql("update password_reset set created_at = created_at - interval '61 minutes',"
                        + " expires_at = expires_at - interval '61 minutes' where account_id = :id")
                .param("id", person.actor().accountId())
                .update();
        assertThat(desk.get(first).getStatus()).isEqualTo(404);
        String second = link(admin, id);
        admin.send("/accounts/" + id + "/suspension", "reason", "left the desk");
        assertThat(new AccountBrowser(mvc).get(second).getStatus()).isEqualTo(404);
    }

    private static String link(AccountBrowser admin, String id) throws Exception {
        admin.send("/accounts/" + id + "/password-reset");
        String link = admin.page("/accounts").select("#reset-link").val();
        return link.substring(link.indexOf("/password/reset/"));
    }

    private MockHttpServletResponse change(String current, String next, String again) throws Exception {
        return desk.send("/account/password", "currentPassword", current, "password", next, "passwordAgain", again);
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where actor_id = :id and action = :action")
                .param("id", person.actor().accountId())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
