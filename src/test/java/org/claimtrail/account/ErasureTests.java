package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.claimtrail.Cast;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.VerdictText;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.json.JsonMapper;

/** Deleting a person: name and address are nowhere afterwards, the work stays, and the history still verifies. */
@SpringBootTest(
        properties = {
            "claimtrail.base-url=https://desk.example",
            "claimtrail.secret-key=a key of the tests, long enough to be taken",
            "claimtrail.mail.from=Claimtrail <desk@desk.example>",
            "claimtrail.mail.retry-after=1h",
            "claimtrail.jobs.polling-interval=100ms",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1"
        })
@AutoConfigureMockMvc
@DirtiesContext
@Import({ErasureDesk.class, Cast.class, Past.class})
class ErasureTests {

    private static int people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Past past;

    @Autowired
    Accounts accounts;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    Comments comments;

    @Autowired
    Moderation moderation;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final JsonMapper json = JsonMapper.builder().build();
    private Cast.Person admin;
    private Cast.Person other;
    private String surname;
    private String name;
    private String email;
    private Account person;
    private Actor actor;

    @BeforeEach
    void threePeople() {
        jdbc.sql("delete from sign_in_failure").update();
        admin = cast.admin();
        other = cast.reviewer("Ottilie Brook");
        char letter = (char) ('a' + people++);
        surname = "Quillfeather" + letter;
        name = "Zeb (Q.) " + surname;
        email = letter + "." + surname.toLowerCase(Locale.ROOT) + "@desk.example";
        person =
                accounts.accept(accounts.invite(admin.actor(), Role.ADMIN), new NewAccount(email, name, Cast.PASSWORD));
        actor = person.actor();
    }

    @Test
    void nameAndAddressAreNowhereAndTheHistoryStillVerifies() throws Exception {
        long claim = past.of(person, other, admin);
        AccountBrowser phone = signedInEverywhere(claim);
        checkpoints.take();
        Checkpoint before = checkpoints.take();
        Path earlier = Files.write(folder.resolve("before.csv"), export("/revisions.csv"));
        assertThat(ErasureDesk.verified()).contains("everything fits");
        TreeSet<String> found = ErasureDesk.columnsWith(surname);
        assertThat(found).containsExactlyInAnyOrderElementsOf(PersonalColumns.HOLD_A_PERSON);

        AccountBrowser desk = new AccountBrowser(mvc).signsIn(admin.email(), Cast.PASSWORD);
        String address = "/accounts/" + person.id() + "/erasure";
        assertThat(desk.page(address).text()).contains("Nobody can undo this.", "What stays", email);
        assertThat(desk.send(address, "typed", email, "reason", "asked for it in writing")
                        .getRedirectedUrl())
                .isEqualTo("/accounts");
        String alias = called();
        assertThat(desk.page("/accounts")
                        .select("#main tbody tr:contains(" + alias + ")")
                        .text())
                .contains("deleted");
        assertThat(alias).matches("Former reviewer [1-9]\\d*");

        assertThat(ErasureDesk.columnsWith(surname, masked())).isEmpty();
        assertThat(phone.isIn()).isFalse();
        assertThat(ErasureDesk.verified()).contains("everything fits", "format 1 whose name was erased");
        String now = new String(export("/revisions.csv"), StandardCharsets.UTF_8);
        assertThat(now).contains(alias).doesNotContain(surname);
        assertThat(ErasureDesk.verified(
                        Files.writeString(folder.resolve("after.csv"), now).toString()))
                .contains("everything fits");
        assertThat(checkpoints.newest().orElseThrow().number()).isGreaterThan(before.number());
        for (Path file : List.of(earlier, folder.resolve("after.csv"))) {
            assertThat(ErasureDesk.verified(
                            "--head", before.number() + ":" + before.hash().hex(), file.toString()))
                    .as(file.toString())
                    .contains("everything fits");
        }
        for (String page : List.of(
                "/verdicts/" + claim,
                "/verdicts/" + claim + "/history",
                "/verdicts/" + claim + "/claimreview.jsonld",
                "/claims/" + claim,
                "/claims/" + claim + "/history",
                "/claims/" + claim + "/discussion",
                "/corrections",
                "/corrections.atom",
                "/verdicts.atom",
                "/moderation",
                "/audit",
                "/accounts")) {
            MockHttpServletResponse shown = desk.get(page);
            assertThat(shown.getStatus()).as(page).isEqualTo(200);
            assertThat(shown.getContentAsString()).as(page).doesNotContainIgnoringCase(surname);
        }
        for (String page :
                List.of("/verdicts/" + claim, "/claims/" + claim + "/history", "/claims/" + claim + "/discussion")) {
            assertThat(desk.get(page).getContentAsString()).as(page).contains(alias);
        }
        assertThat(desk.page("/claims/" + claim + "/discussion").text())
                .contains("@" + alias + ", is it so?", "Ask @" + alias + ".");
        assertThat(new String(export("/verdicts.csv"), StandardCharsets.UTF_8)).contains(alias);
        assertThat(desk.page("/audit?action=person_erased")
                        .select("#main tbody")
                        .text())
                .contains("Desk Admin", alias, "asked for it in writing");
        assertThat(desk.page("/moderation").select("#log").text()
                        + desk.page("/moderation").text())
                .contains("asked for it in writing");
        assertThat(new AccountBrowser(mvc).page("/moderation-log").text())
                .contains("deleted")
                .doesNotContain("asked for it in writing");
    }

    @Test
    void nothingLeadsIntoTheAccountAnyMore() throws Exception {
        TestDevice device = new TestDevice();
        AccountBrowser browser = new AccountBrowser(mvc).signsIn(email, Cast.PASSWORD);
        browser.send(
                "/account/passkeys",
                "label",
                "ring",
                "credential",
                device.makes(json.readTree(browser.send("/account/passkeys/options", "currentPassword", Cast.PASSWORD)
                        .getContentAsString())));
        jdbc.sql("insert into identity (account_id, issuer, subject, linked_at)"
                        + " values (:id, 'https://id.example', 'one of theirs', now())")
                .param("id", person.id())
                .update();
        String secret = link();
        assertThat(new AccountBrowser(mvc).get("/password/reset/" + secret).getStatus())
                .isEqualTo(200);
        erase();

        assertThat(browser.isIn()).isFalse();
        assertThat(new AccountBrowser(mvc).signsIn(email, Cast.PASSWORD).isIn()).isFalse();
        AccountBrowser withDevice = new AccountBrowser(mvc);
        withDevice.send(
                "/sign-in/passkey",
                "credential",
                device.signsIn(json.readTree(
                        withDevice.send("/sign-in/passkey/options").getContentAsString())));
        assertThat(withDevice.isIn()).isFalse();
        assertThat(new AccountBrowser(mvc).get("/password/reset/" + secret).getStatus())
                .isEqualTo(404);
        assertThat(rows(
                        "passkey",
                        "passkey_owner",
                        "identity",
                        "one_time_code",
                        "recovery_code",
                        "password_reset",
                        "kept_text",
                        "notification",
                        "notification_preference",
                        "mail",
                        "claim_visit"))
                .isZero();
        AccountBrowser desk = new AccountBrowser(mvc).signsIn(admin.email(), Cast.PASSWORD);
        for (String door : List.of("suspension", "password-reset", "second-factor", "erasure")) {
            MockHttpServletResponse refused = desk.send(
                    "/accounts/" + person.id() + "/" + door,
                    "reason",
                    "why not",
                    "_method",
                    door.equals("second-factor") ? "delete" : "post");
            assertThat(refused.getStatus()).as(door).isIn(404, 409);
        }
        assertThat(desk.send("/accounts/" + person.id() + "/suspension", "reason", "why not", "_method", "delete")
                        .getStatus())
                .isEqualTo(409);
        assertThat(jdbc.sql("select status from account where id = :id")
                        .param("id", person.id())
                        .query(String.class)
                        .single())
                .isEqualTo("erased");
        accounts.accept(accounts.invite(admin.actor(), Role.REVIEWER), new NewAccount(email, name, Cast.PASSWORD));
        assertThat(new AccountBrowser(mvc).signsIn(email, Cast.PASSWORD).isIn())
                .as("whoever is invited again begins anew")
                .isTrue();
    }

    @Test
    void whoDeletesThemselvesGivesTheirPasswordAndIsSignedOut() throws Exception {
        AccountBrowser own = new AccountBrowser(mvc).signsIn(email, Cast.PASSWORD);
        assertThat(own.page("/account").select("a[href=/account/erasure]")).hasSize(1);
        assertThat(own.get("/accounts/" + person.id() + "/erasure").getRedirectedUrl())
                .isEqualTo("/account/erasure");
        MockHttpServletResponse wrong =
                own.send("/account/erasure", "typed", email, "currentPassword", "not the one that it is");
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString())
                .contains("This is not your current password.", "value=\"" + email + "\"");
        assertThat(own.isIn()).isTrue();
        assertThat(own.send("/account/erasure", "typed", name, "currentPassword", Cast.PASSWORD)
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?erased");
        assertThat(own.isIn()).isFalse();
        assertThat(own.page("/sign-in?erased").text()).contains("Your account is deleted");
        assertThat(ErasureDesk.columnsWith(email)).isEmpty();
        assertThat(jdbc.sql("select actor_name || ': ' || (details ->> 'reason') from audit_entry"
                                + " where action = 'person_erased' and actor_id = :id")
                        .param("id", person.id())
                        .query(String.class)
                        .single())
                .matches("Former reviewer \\d+: by their own wish");
    }

    @Test
    void aWrongConfirmationDeletesNothingAndKeepsWhatWasTyped() throws Exception {
        AccountBrowser desk = new AccountBrowser(mvc).signsIn(admin.email(), Cast.PASSWORD);
        String address = "/accounts/" + person.id() + "/erasure";
        MockHttpServletResponse wrong =
                desk.send(address, "typed", "somebody else", "reason", "asked for it in writing");
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString())
                .contains("Nothing was deleted.", "value=\"somebody else\"", ">asked for it in writing</textarea>");
        MockHttpServletResponse noReason = desk.send(address, "typed", email, "reason", " ");
        assertThat(noReason.getStatus()).isEqualTo(400);
        assertThat(noReason.getContentAsString()).contains("value=\"" + email + "\"");
        MockHttpServletResponse telling = desk.send(address, "typed", email, "reason", "wish of " + name + ".");
        assertThat(telling.getStatus()).isEqualTo(400);
        assertThat(telling.getContentAsString()).contains("This reason says who the person is");
        assertThat(new AccountBrowser(mvc).signsIn(email, Cast.PASSWORD).isIn()).isTrue();
    }

    @Test
    void theLastAdminStays() throws Exception {
        List<Long> others = jdbc.sql("update account set status = 'suspended'"
                        + " where role = 'admin' and status = 'active' and id <> :id returning id")
                .param("id", person.id())
                .query(Long.class)
                .list();
        try {
            MockHttpServletResponse refused = new AccountBrowser(mvc)
                    .signsIn(email, Cast.PASSWORD)
                    .send("/account/erasure", "typed", email, "currentPassword", Cast.PASSWORD);
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(refused.getContentAsString()).contains("This is the last admin who can sign in.");
            assertThatThrownBy(() -> call(person.id(), person.id())).hasMessageContaining("is the last admin");
        } finally {
            jdbc.sql("update account set status = 'active' where id in (:ids)")
                    .param("ids", others)
                    .update();
        }
    }

    @Test
    void theProgramChangesNothingElseByIt() throws Exception {
        long claim = cast.publishedClaim(actor);
        for (String statement : List.of(
                "update revision set actor_name = 'Nobody' where claim_id = " + claim,
                "update audit_entry set subject = 'nothing'",
                "update comment_version set text = 'nothing'",
                "insert into erasure (number, account_id, erased_by, reason, at) select 9999, id, id, 'x', now()"
                        + " from account where id = " + person.id())) {
            assertThatThrownBy(() -> jdbc.sql("select set_config('claimtrail.erasing', :id, false)")
                            .param("id", Long.toString(person.id()))
                            .query(String.class)
                            .single()
                            .concat(Integer.toString(jdbc.sql(statement).update())))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> call(person.id(), other.actor().accountId()))
                .hasStackTraceContaining("may not erase another");
        erase();
        assertThatThrownBy(() -> call(person.id(), admin.actor().accountId())).hasMessageContaining("cannot be erased");
        JdbcTemplate owner = ErasureDesk.owner();
        assertThatThrownBy(() -> owner.execute("update revision set reason = 'x' where claim_id = " + claim))
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> owner.execute("select set_config('claimtrail.erasing', '" + person.id()
                        + "', false); update revision set reason = 'x' where claim_id = " + claim))
                .hasMessageContaining("only grows");
    }

    @Test
    void theNextOneIsCalledOtherwiseAndNobodyTakesSuchAName() throws Exception {
        erase();
        String first = called();
        threePeople();
        erase();
        assertThat(called()).matches("Former reviewer \\d+").isNotEqualTo(first);
        assertThatThrownBy(() -> accounts.accept(
                        accounts.invite(admin.actor(), Role.REVIEWER),
                        new NewAccount("again@desk.example", "former reviewer 1", Cast.PASSWORD)))
                .hasMessageContaining("account.refused.former-name");
        assertThat(FormerNames.isOne(first)).isTrue();
    }

    @Test
    void whatWasBegunBeforeIsEnteredUnderTheNewName() throws Exception {
        long claim = cast.claimInReview(other.actor());
        erase();
        comments.write(actor, claim, new NewComment("I was slow.", null, null, null));
        reviews.take(actor, cast.openClaim(other.actor()));
        assertThat(ErasureDesk.columnsWith(name)).isEmpty();
    }

    @Test
    void whoeverIsCalledTheSameKeepsTheirName() throws Exception {
        long claim = cast.claimInReview(other.actor());
        Cast.Person namesake = cast.reviewer(name);
        Cast.Person longer = cast.reviewer(name + " Senior");
        moderation.suspend(admin.actor(), namesake.actor().accountId(), "away");
        moderation.reinstate(admin.actor(), namesake.actor().accountId(), "back");
        long both = cast.claimInReview(namesake.actor());
        cast.attach(namesake.actor(), both, "https://archive.example/" + both);
        reviews.draft(namesake.actor(), both, null, new VerdictText(cast.rating("true"), "The bill."));
        seconds.submit(namesake.actor(), both);
        seconds.rate(actor, both, new VerdictText(cast.rating("true"), "The bill it is."));
        comments.write(other.actor(), claim, new NewComment("@" + name + " Senior knows it.", null, null, null));
        erase();
        Document page = new AccountBrowser(mvc).page("/verdicts/" + both);
        assertThat(page.text()).contains(name).contains(called());
        assertThat(ErasureDesk.verified()).contains("everything fits");
        assertThat(jdbc.sql("select text from comment where claim_id = :id")
                        .param("id", claim)
                        .query(String.class)
                        .list())
                .containsExactly("@" + longer.actor().name() + " knows it.");
    }

    @Test
    void everyColumnThatIsCalledAfterAPersonIsLookedAt() throws Exception {
        TreeSet<String> named = ErasureDesk.columnsNamedSo();
        named.removeAll(PersonalColumns.NAME_SOMETHING_ELSE);
        assertThat(PersonalColumns.HOLD_A_PERSON).containsAll(named);
    }

    /** Sessions, failures, a link that is asked for, texts that are kept, and who was looked for in the log. */
    private AccountBrowser signedInEverywhere(long claim) throws Exception {
        AccountBrowser phone = new AccountBrowser(mvc).signsIn(email, Cast.PASSWORD);
        assertThat(phone.isIn()).isTrue();
        phone.get("/claims/" + claim);
        phone.send("/notifications/settings", "assigned.mail", "true");
        phone.perform(put("/kept-texts/claim-note")
                .with(csrf())
                .contentType("application/json")
                .content("{\"value\": \"I, " + name + ", think\", \"typedIn\": \"a1\"}"));
        AccountBrowser thief = new AccountBrowser(mvc);
        thief.perform(post("/sign-in")
                .servletPath("/sign-in")
                .with(csrf())
                .param("email", email)
                .param("password", "a guess of somebody else"));
        thief.send("/password/forgotten", "email", email);
        export("/audit.csv?who=" + name);
        return phone;
    }

    private String masked() {
        return email.charAt(0) + "…@desk.example";
    }

    /** A link for a new password, as the sender of e-mails would make it. */
    private String link() {
        String secret = Secret.fresh();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.sql("insert into password_reset (account_id, secret_hash, created_at, expires_at)"
                        + " values (:id, :hash, :now, :end)")
                .param("id", person.id())
                .param("hash", Secret.hash(secret))
                .param("now", now)
                .param("end", now.plusMinutes(30))
                .update();
        return secret;
    }

    private void erase() throws Exception {
        assertThat(new AccountBrowser(mvc)
                        .signsIn(admin.email(), Cast.PASSWORD)
                        .send("/accounts/" + person.id() + "/erasure", "typed", email, "reason", "by their own wish")
                        .getRedirectedUrl())
                .isEqualTo("/accounts");
    }

    private String call(long whom, long by) {
        return jdbc.sql("select erase_person(:whom, :by, 'why not', now())")
                .param("whom", whom)
                .param("by", by)
                .query(String.class)
                .single();
    }

    private String called() {
        return jdbc.sql("select name from account where id = :id")
                .param("id", person.id())
                .query(String.class)
                .single();
    }

    private long rows(String... tables) {
        long rows = 0;
        for (String table : tables) {
            rows += jdbc.sql("select count(*) from " + table + " where account_id = :id")
                    .param("id", person.id())
                    .query(Long.class)
                    .single();
        }
        return rows;
    }

    private byte[] export(String address) throws Exception {
        MvcResult started = mvc.perform(get(address).with(user(admin.user()))).andReturn();
        started.getAsyncResult();
        MockHttpServletResponse answer =
                mvc.perform(asyncDispatch(started)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsByteArray();
    }
}
