package org.claimtrail.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whose things were decided on reads it, appeals once, and another admin decides. */
@WholeApplication
class AppealTests {

    @Autowired
    Cast cast;

    @Autowired
    Comments comments;

    @Autowired
    Hiding hiding;

    @Autowired
    Moderation moderation;

    @Autowired
    Appeals appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Cast.Person first;
    private Cast.Person second;
    private Cast.Person author;
    private long claim;
    private long comment;

    @BeforeEach
    void aCommentIsHidden() {
        first = cast.admin();
        second = cast.admin();
        author = cast.reviewer("Appealing author");
        claim = cast.publishedClaim(author.actor());
        comment = comments.write(author.actor(), claim, new NewComment("I sell no boats.", null, null, null));
        hiding.hide(first.actor(), new Place(claim, Part.COMMENT, comment), Ground.SPAM, "it sells boats");
    }

    @Test
    void theAuthorIsToldAppealsOnceAndAnotherAdminReverses() throws Exception {
        assertThat(page("/notifications", author).text()).contains("Desk Admin decided on something of yours");
        Document mine = page("/decisions", author);
        assertThat(mine.text()).contains("A comment: hidden by an admin, spam", "it sells boats");
        String form = mine.expectFirst("form[action$=/appeal]").attr("action");
        assertThat(sent(form, author, "words", " ").getStatus()).isEqualTo(409);
        assertThat(sent(form, author, "words", "It speaks of bridges.").getRedirectedUrl())
                .isEqualTo("/decisions");
        assertThat(sent(form, author, "words", "And again.").getStatus()).isEqualTo(409);
        assertThat(page("/decisions", author).select("form[action$=/appeal]")).isEmpty();

        assertThat(page("/notifications", second).text()).contains("Appealing author appeals against a decision");
        String decision = "/moderation/appeals/" + appeal() + "/decision";
        assertThat(page("/moderation", first).select("form[action=" + decision + "]"))
                .isEmpty();
        assertThat(decide(decision, first, "upheld").getStatus()).isEqualTo(409);
        assertThat(page("/moderation", second).select("form[action=" + decision + "]"))
                .hasSize(1);
        assertThat(decide(decision, second, "maybe").getStatus()).isEqualTo(409);
        assertThat(decide(decision, second, "reversed").getRedirectedUrl()).isEqualTo("/moderation");
        assertThat(decide(decision, second, "upheld").getStatus()).isEqualTo(409);

        assertThat(page("/claims/" + claim, author).text()).contains("I sell no boats.");
        assertThat(page("/decisions", author).text()).contains("The decision was reversed.", "looked again");
        assertThat(page("/notifications", author).text()).contains("decided on your appeal");
        assertThat(page("/moderation-log", null).text())
                .contains("A comment: reversed after an appeal by an admin", "looked again")
                .doesNotContain("Appealing author");
    }

    @Test
    void upholdingLeavesEverythingAsItIs() throws Exception {
        sent("/decisions/" + entry() + "/appeal", author, "words", "It speaks of bridges.");
        assertThat(decide("/moderation/appeals/" + appeal() + "/decision", second, "upheld")
                        .getRedirectedUrl())
                .isEqualTo("/moderation");
        assertThat(page("/claims/" + claim, author).text()).doesNotContain("I sell no boats.");
        assertThat(page("/decisions", author).text()).contains("The appeal was turned down.");
    }

    @Test
    void aLockedAndAHiddenClaimAndASuspendedPersonComeBack() throws Exception {
        moderation.lock(first.actor(), claim, true, "quarrel");
        appealAndReverse();
        assertThat(cast.stored("locked", claim)).isEqualTo("false");
        moderation.hide(first.actor(), claim, true, "a lawyer looks at it");
        appealAndReverse();
        assertThat(cast.stored("hidden", claim)).isEqualTo("false");
        moderation.suspend(first.actor(), author.actor().accountId(), "sells boats");
        Cookie session = turnedAway();
        Document why = suspended(session);
        assertThat(why.text()).contains("Your account is suspended", "sells boats");
        assertThat(with(session, get("/claims")).getRedirectedUrl()).contains("/sign-in");
        String form = why.expectFirst("form[action$=/appeal]").attr("action");
        assertThat(with(session, post(form).param("words", " ")).getStatus()).isEqualTo(409);
        assertThat(with(session, post(form).param("words", "Look again.")).getRedirectedUrl())
                .isEqualTo("/suspended");
        assertThat(suspended(session).text()).contains("Look again.", "Nobody has decided on the appeal yet.");
        assertThat(with(session, post(form).param("words", "Once more.")).getStatus())
                .isEqualTo(409);
        assertThat(decide("/moderation/appeals/" + appeal() + "/decision", second, "reversed")
                        .getRedirectedUrl())
                .isEqualTo("/moderation");
        assertThat(jdbc.sql("select status from account where id = :id")
                        .param("id", author.actor().id())
                        .query(String.class)
                        .single())
                .isEqualTo("active");
    }

    @Test
    void whoIsNotSuspendedHasNothingToAppealThere() throws Exception {
        for (Cookie session : List.of(new Cookie("SESSION", "none"), signIn(author))) {
            assertThat(with(session, get("/suspended")).getRedirectedUrl()).isEqualTo("/sign-in");
            assertThat(with(session, post("/suspended/appeal").param("words", "Look."))
                            .getRedirectedUrl())
                    .isEqualTo("/sign-in");
        }
        moderation.suspend(first.actor(), author.actor().accountId(), "sells boats");
        Cookie session = turnedAway();
        moderation.reinstate(first.actor(), author.actor().accountId(), "sells none");
        assertThat(with(session, get("/suspended")).getRedirectedUrl()).isEqualTo("/sign-in");
    }

    /** Signs in with the right password to a suspended account. */
    private Cookie turnedAway() throws Exception {
        MockHttpServletResponse answer = signedIn(author);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/suspended");
        return Objects.requireNonNull(answer.getCookie("SESSION"));
    }

    private Cookie signIn(Cast.Person person) throws Exception {
        return Objects.requireNonNull(signedIn(person).getCookie("SESSION"));
    }

    private MockHttpServletResponse signedIn(Cast.Person person) throws Exception {
        return mvc.perform(post("/sign-in")
                        .servletPath("/sign-in")
                        .param("email", person.email())
                        .param("password", Cast.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse with(Cookie session, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.cookie(session).with(csrf())).andReturn().getResponse();
    }

    private Document suspended(Cookie session) throws Exception {
        return Jsoup.parse(with(session, get("/suspended")).getContentAsString());
    }

    @Test
    void everyAppealThatWaitsIsOnOneOfThePages() throws Exception {
        for (int i = 0; i < 51; i++) {
            moderation.lock(first.actor(), claim, true, "quarrel " + i);
            appeals.appeal(author.actor(), entry(), "Look again.");
            moderation.lock(first.actor(), claim, false, "over");
        }
        List<Long> waiting = jdbc.sql("select a.id from appeal a where not exists"
                        + " (select 1 from moderation_entry o where o.appeal_id = a.id) order by a.id")
                .query(Long.class)
                .list();
        List<Long> shown = new ArrayList<>();
        String next = "/moderation";
        while (!next.isEmpty()) {
            Document page = page(next, second);
            page.select("#appeals li.sheet")
                    .eachAttr("id")
                    .forEach(id -> shown.add(Long.valueOf(id.replace("appeal-", ""))));
            next = page.select("#appeals a[rel=next]").attr("href").replace("#appeals", "");
        }
        assertThat(shown).isEqualTo(waiting).hasSizeGreaterThan(50);
    }

    private void appealAndReverse() throws Exception {
        sent("/decisions/" + entry() + "/appeal", author, "words", "Look again.");
        assertThat(decide("/moderation/appeals/" + appeal() + "/decision", second, "reversed")
                        .getRedirectedUrl())
                .isEqualTo("/moderation");
    }

    @Test
    void nobodyAppealsForOthersOrAgainstWhatTakesNothing() throws Exception {
        Cast.Person other = cast.reviewer("Somebody else");
        assertThat(sent("/decisions/" + entry() + "/appeal", other, "words", "Me too.")
                        .getStatus())
                .isEqualTo(404);
        assertThat(page("/decisions", other).text()).contains("No decision concerns you");
        hiding.show(first.actor(), new Place(claim, Part.COMMENT, comment), "it is harmless");
        assertThat(sent("/decisions/" + entry() + "/appeal", author, "words", "No.")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void theDatabaseDemandsAnotherAdmin() throws Exception {
        sent("/decisions/" + entry() + "/appeal", author, "words", "Look again.");
        for (Cast.Person person : List.of(first, author)) {
            assertThatThrownBy(() -> jdbc.sql("""
                insert into moderation_entry (at, actor_id, actor_name, decision, reason, claim_id, appeal_id)
                values (now(), :admin, 'X', 'upheld', 'x', :claim, :appeal)
                """)
                            .param("admin", person.actor().id())
                            .param("claim", claim)
                            .param("appeal", appeal())
                            .update())
                    .hasMessageContaining("must be decided by another");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update appeal set words = 'x'",
                "delete from appeal",
                "truncate appeal cascade",
                "delete from moderation_concern",
                "update moderation_concern set account_id = account_id"
            })
    void theDatabaseKeepsEveryAppeal(String statement) throws Exception {
        sent("/decisions/" + entry() + "/appeal", author, "words", "Look again.");
        assertThatThrownBy(() -> PostgresForTests.owner().execute(statement)).hasMessageContaining("only grows");
    }

    @Test
    void whatOnePersonWroteIsHiddenAtOnceAndComesBackAtOnce() throws Exception {
        String address = "/moderation/accounts/" + author.actor().accountId();
        comments.write(author.actor(), claim, new NewComment("Boats, cheap boats.", null, null, null));
        Document all = page(address, first);
        assertThat(all.select("input[name=what]:not([disabled])").eachAttr("value"))
                .hasSize(3)
                .contains(claim + ":wording");
        assertThat(page(address + "?to=2001-01-01", first).text()).contains("Nothing from these days");
        long other = cast.publishedClaim(cast.reviewer("Not them").actor());
        for (String foreign :
                List.of(other + ":wording", claim + ":name-" + author.actor().accountId(), "x", "1:y")) {
            assertThat(bulk(address, List.of(foreign)).getStatus()).as(foreign).isEqualTo(409);
        }
        assertThat(bulk(address, List.of()).getStatus()).isEqualTo(409);
        int before = decisions();
        assertThat(bulk(address, all.select("input[name=what]:not([disabled])").eachAttr("value"))
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(decisions()).isEqualTo(before + 4);
        assertThat(page("/claims/" + claim, author).text()).doesNotContain("cheap boats", "The sum is 14,000 crowns.");
        assertThat(page(address, first).select("input[name=what]:not([disabled])"))
                .isEmpty();
        assertThat(page("/moderation-log", null).text()).contains("An account: many things hidden at once by an admin");

        long made = jdbc.sql("select max(id) from moderation_entry where decision = 'bulk_hidden'")
                .query(Long.class)
                .single();
        assertThat(mvc.perform(delete("/moderation/bulk/" + made)
                                .param("reason", "taken back")
                                .with(csrf())
                                .with(user(first.user())))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page("/claims/" + claim, author).text()).contains("cheap boats", "The sum is 14,000 crowns.");
        assertThat(decisions()).isEqualTo(before + 8);
    }

    private int decisions() {
        return jdbc.sql("select count(*) from moderation_entry")
                .query(Integer.class)
                .single();
    }

    private MockHttpServletResponse bulk(String address, List<String> what) throws Exception {
        var request = post(address + "/hiding").param("ground", "spam").param("reason", "sells boats");
        for (String one : what) {
            request.param("what", one);
        }
        return mvc.perform(request.with(csrf()).with(user(first.user())))
                .andReturn()
                .getResponse();
    }

    private long entry() {
        return jdbc.sql("select max(entry_id) from moderation_concern where account_id = :id")
                .param("id", author.actor().id())
                .query(Long.class)
                .single();
    }

    private long appeal() {
        return jdbc.sql("select max(id) from appeal where account_id = :id")
                .param("id", author.actor().id())
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse decide(String address, Cast.Person admin, String outcome) throws Exception {
        return mvc.perform(post(address)
                        .param("outcome", outcome)
                        .param("reason", "looked again")
                        .with(csrf())
                        .with(user(admin.user())))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse sent(String address, Cast.Person person, String name, String value)
            throws Exception {
        return mvc.perform(post(address).param(name, value).with(csrf()).with(user(person.user())))
                .andReturn()
                .getResponse();
    }

    private Document page(String address, Cast.@Nullable Person reader) throws Exception {
        var request = get(address);
        MockHttpServletResponse answer = mvc.perform(reader == null ? request : request.with(user(reader.user())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
