package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimtrail.Cast;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.HashChain;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.history.Seal;
import org.claimtrail.moderation.Appeals;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.Interests;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.VerdictText;
import org.claimtrail.setting.Settings;
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
@Import({ErasureDesk.class, Cast.class})
class ErasureTests {

    /** Every column of every table that can hold a person's name or address as theirs. */
    private static final Set<String> HOLD_A_PERSON = Set.of(
            "account.email",
            "account.name",
            "appeal.account_name",
            "article.created_by_name",
            "audit_entry.actor_name",
            "audit_entry.details",
            "audit_entry.subject",
            "comment.author_name",
            "comment.text",
            "comment_mention.account_name",
            "comment_version.text",
            "correction.actor_name",
            "desk_setting.changed_by_name",
            "flag.raised_by_name",
            "interest.account_name",
            "kept_text.value",
            "moderation_entry.actor_name",
            "notification.by_name",
            "revision.actor_name",
            "revision.after",
            "revision.before",
            "scheduled_tasks.task_instance",
            "second_factor_rule.set_by_name",
            "second_review.adjudicator_name",
            "second_review.first_reviewer_name",
            "second_review.second_reviewer_name",
            "sign_in_failure.subject",
            "spring_session.principal_name",
            "spring_session_attributes.attribute_bytes",
            "verdict.adjudicator_name",
            "verdict.first_reviewer_name",
            "verdict.second_reviewer_name");

    /** Columns called so that name something else: a scale, a claimant, whoever wrote an article. */
    private static final Set<String> NAME_SOMETHING_ELSE = Set.of(
            "article.author",
            "claim.claimant_name",
            "job_failure.task_name",
            "rate_limit.name",
            "rating_scale.name",
            "scheduled_tasks.task_name",
            "spring_session_attributes.attribute_name");

    private static int people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    Interests interests;

    @Autowired
    Comments comments;

    @Autowired
    Moderation moderation;

    @Autowired
    Appeals appeals;

    @Autowired
    Settings settings;

    @Autowired
    SecondFactors factors;

    @Autowired
    History history;

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
        long claim = history();
        AccountBrowser phone = signedInEverywhere(claim);
        checkpoints.take();
        Checkpoint before = checkpoints.take();
        Path earlier = Files.write(folder.resolve("before.csv"), export("/revisions.csv"));
        assertThat(ErasureDesk.verified()).contains("everything fits");
        TreeSet<String> found = ErasureDesk.columnsWith(surname);
        assertThat(found).containsExactlyInAnyOrderElementsOf(HOLD_A_PERSON);

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
        named.removeAll(NAME_SOMETHING_ELSE);
        assertThat(HOLD_A_PERSON).containsAll(named);
    }

    /** A history of every kind; returns a claim with a public verdict of this person, in rows of both formats. */
    private long history() throws Exception {
        cast.article(actor, "The mill burned in 1904.");
        long old = cast.publishedClaim(actor);
        firstFormat(old);
        long claim = cast.publishedClaim(actor);
        cast.correct(actor, claim, "half_true", "It holds half of it.", CorrectionKind.RATING, "half is missing");
        interests.declare(actor, claim, "I live beside the bridge.");
        moderation.raise(actor, cast.publishedClaim(other.actor()), Problem.WRONG, "half of what?");
        long said = comments.write(actor, claim, new NewComment("I have the bill.", null, null, null));
        long asked = comments.write(other.actor(), claim, new NewComment("@" + name + ", is it so?", said, null, null));
        comments.edit(other.actor(), claim, asked, 0, "Ask @" + name + ".");
        comments.write(
                other.actor(), claim, new NewComment("@" + name.toUpperCase() + ", is it so?", said, null, null));
        differ(other.actor(), actor, other.actor());
        differ(actor, other.actor(), actor);
        moderation.lock(actor, cast.publishedClaim(other.actor()), true, "wait for the archive");
        moderation.lock(admin.actor(), claim, true, "wait for the court");
        appeals.appeal(
                actor,
                jdbc.sql("select max(id) from moderation_entry")
                        .query(Long.class)
                        .single(),
                "The court has spoken.");
        moderation.lock(admin.actor(), claim, false, "it has");
        moderation.suspend(admin.actor(), person.id(), "away");
        moderation.reinstate(admin.actor(), person.id(), "back");
        settings.propose(actor, settings.current().version(), new BigDecimal("0.60"));
        factors.require(actor, true);
        factors.require(admin.actor(), false);
        return claim;
    }

    /** Two different ratings, and a decision between them. */
    private void differ(Actor first, Actor second, Actor decides) {
        long claim = cast.claimInReview(first);
        cast.attach(first, claim, "https://archive.example/" + claim);
        reviews.draft(first, claim, null, new VerdictText(cast.rating("true"), "A bill, page 3."));
        seconds.submit(first, claim);
        seconds.rate(second, claim, new VerdictText(cast.rating("false"), "Another bill."));
        String agreed = decides.equals(first) ? "false" : "true";
        seconds.adjudicate(decides, claim, new VerdictText(cast.rating(agreed), "Both bills."), "two bills");
    }

    /** Seals the claim's rows as they were before there were salts. */
    private void firstFormat(long claim) throws Exception {
        JdbcTemplate owner = ErasureDesk.owner();
        owner.execute("alter table revision disable trigger user; alter table chain_head disable trigger user");
        Hash previous = Hash.ZERO;
        for (Revision r : history.timeline(claim)) {
            TreeMap<String, String> taken = new TreeMap<>(r.before().values());
            if (r.number() == 2) {
                taken.put("verdict.adjudicator", r.actorName());
            }
            Revision anew = new Revision(
                    r.claimId(),
                    r.number(),
                    r.actorId(),
                    r.actorName(),
                    r.at(),
                    r.action(),
                    r.reason(),
                    new Facts(taken),
                    r.after(),
                    previous,
                    Seal.FIRST,
                    Hash.ZERO);
            Hash hash = HashChain.seal(anew);
            owner.update(
                    "update revision set seal = 1, salt = null, before = cast(? as jsonb), previous_hash = ?, hash = ?"
                            + " where claim_id = ? and number = ?",
                    json.writeValueAsString(taken),
                    previous.bytes(),
                    hash.bytes(),
                    claim,
                    r.number());
            owner.update("update chain_head set hash = ? where claim_id = ?", hash.bytes(), claim);
            previous = hash;
        }
        owner.execute("alter table revision enable trigger user; alter table chain_head enable trigger user");
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
