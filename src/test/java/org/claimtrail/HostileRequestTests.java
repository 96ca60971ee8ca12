package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Hostile text in every field of every form and query, and requests that say one thing and mean another. */
@WholeApplication
@Tag("any-database")
class HostileRequestTests {

    private static final String EVIL = "https://evil.example/";
    private static final String HOSTILE = "\"'></textarea></title><script data-hit>hit()</script><img src=x data-hit"
            + " onerror=hit()><a href=javascript:hit() data-hit>x</a>hit${7*191}hit[[hit${7*191}hit]]__hit${7*191}hit__";
    private static final String TWO_LINES = "x\r\nX-Hit: 1\r\n\r\n<script data-hit>hit()</script>";
    private static final List<String> WHERE_TO = List.of(
            "back",
            "next",
            "return",
            "returnTo",
            "return_to",
            "redirect",
            "redirect_uri",
            "url",
            "target",
            "continue",
            "to",
            "goto",
            "RelayState",
            "from");

    /** Forms that hold nothing the whole desk depends on: filled so that they are taken, and not only refused. */
    private static final List<String> TAKEN = List.of("/claims", "/articles", "/verdicts", "/flags", "/notifications");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Moderation moderation;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person admin;
    private long draft;
    private long verdict;
    private long comment;

    @BeforeEach
    void aDesk() {
        admin = cast.admin();
        draft = cast.claimInReview(admin.actor());
        verdict = cast.publishedClaim(admin.actor());
        comment = comments.write(admin.actor(), draft, new NewComment("Said here.", null, null, null));
        moderation.raise(admin.actor(), verdict, Problem.WRONG, "");
    }

    @Test
    void noAnswerHoldsMarkupThatWasSent() throws Exception {
        everythingWith(HOSTILE, Set.of());
    }

    @Test
    void noAnswerHoldsHeadersThatWereSent() throws Exception {
        everythingWith(TWO_LINES, Set.of());
    }

    @Test
    void noRedirectLeavesTheDesk() throws Exception {
        for (String where : List.of(EVIL, "//evil.example", "/\\evil.example", "https:evil.example")) {
            everythingWith(where, Set.copyOf(WHERE_TO));
        }
    }

    /** Sends the text in all fields at once, then in those that take text with the others as they should be; looks again. */
    private void everythingWith(String text, Set<String> furtherNames) throws Exception {
        int asked = 0;
        for (Routes.Route route : Routes.of(mappings)) {
            for (long claim : new long[] {draft, verdict}) {
                for (boolean taken : new boolean[] {false, true}) {
                    if (taken && TAKEN.stream().noneMatch(route.pattern()::startsWith)) {
                        continue;
                    }
                    MockHttpServletRequestBuilder request =
                            MockMvcRequestBuilders.request(route.method(), path(route.pattern(), claim));
                    route.fields().forEach((name, type) -> request.param(name, taken ? fitting(type, text) : text));
                    furtherNames.forEach(name -> request.param(name, text));
                    request.header("Referer", text.startsWith("h") ? text : EVIL);
                    assertHarmless(route.toString(), send(request), text);
                    asked++;
                }
            }
        }
        assertThat(asked).as("requests").isGreaterThan(200);
        for (Routes.Route route : Routes.of(mappings)) {
            if (!route.changes()) {
                for (long claim : new long[] {draft, verdict}) {
                    assertHarmless(
                            route + ", again", send(MockMvcRequestBuilders.get(path(route.pattern(), claim))), text);
                }
            }
        }
    }

    private static String fitting(Class<?> type, String text) {
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (type == LocalDate.class) {
            return "2024-03-01";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "false";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "1" : text;
    }

    private static void assertHarmless(String what, MockHttpServletResponse answer, String sent) throws Exception {
        for (String name : answer.getHeaderNames()) {
            assertThat(name).as(what).isNotEqualToIgnoringCase("X-Hit");
            assertThat(answer.getHeaders(name))
                    .as(what + " " + name)
                    .noneMatch(value -> value.matches("(?s).*[\r\n].*"));
        }
        String location = answer.getHeader("Location");
        if (location != null) {
            assertThat(location).as(what).matches("(http://localhost)?/([^/\\\\].*)?");
        }
        if (answer.getStatus() >= 500) {
            assertThat(what).as("a mistake of the desk, " + answer.getStatus()).startsWith("GET /error");
        }
        String type = Objects.requireNonNullElse(answer.getContentType(), "");
        String body = answer.getContentAsString();
        if (type.startsWith("text/html")) {
            Document page = Jsoup.parse(body);
            assertThat(page.select("[data-hit], script:not([src]), [onerror]").outerHtml())
                    .as(what)
                    .isEmpty();
            assertThat(page.select("[href^=javascript], [action^=javascript], [formaction^=javascript], base")
                            .outerHtml())
                    .as(what)
                    .isEmpty();
            assertThat(body).as(what).doesNotContain("hit1337hit");
            if (sent.contains("evil")) {
                assertThat(page.select("form[action*=evil], [formaction*=evil], [http-equiv=refresh]")
                                .outerHtml())
                        .as(what)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, _method=delete",
        "GET, _method=post",
        "HEAD, _method=delete",
    })
    void aRequestThatOnlyReadsNeverBecomesOneThatChanges(String method, String query) throws Exception {
        String before = cast.stored("state", draft);
        for (Routes.Route route : Routes.of(mappings)) {
            if (route.changes() && !Set.of("/setup/{secret}").contains(route.pattern())) {
                mvc.perform(MockMvcRequestBuilders.request(
                                HttpMethod.valueOf(method),
                                path(route.pattern(), draft) + "?" + query + "&reason=because")
                        .header("X-HTTP-Method-Override", "DELETE")
                        .header("X-HTTP-Method", "DELETE")
                        .header("X-Method-Override", "DELETE")
                        .with(csrf())
                        .with(user(admin.user())));
            }
        }
        assertThat(cast.stored("state", draft)).isEqualTo(before);
        assertThat(cast.actions(draft)).last().isEqualTo("taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void aHeaderDoesNotMakeAPostAnotherMethod(String header) throws Exception {
        String stance = cast.stored("state", draft);
        send(MockMvcRequestBuilders.post("/claims/" + draft + "/assignment").header(header, "DELETE"));
        assertThat(cast.stored("state", draft)).isEqualTo(stance);
    }

    @Test
    void aFieldSentTwiceIsNotTheSecondOne() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        String note = "said once " + draft;
        // Two decisions are none.
        String flag = jdbc.sql("select max(id) from moderation_case")
                .query(String.class)
                .single();
        send(MockMvcRequestBuilders.post("/moderation/cases/" + flag + "/decision")
                .param("decision", "keep", "hidden")
                .param("reason", "because"));
        assertThat(cast.stored("hidden", verdict)).isEqualTo("false");
        // A role in the address does not go before or behind that of the form to make an admin.
        long admins = admins();
        send(MockMvcRequestBuilders.post("/accounts/invitations?role=reviewer").param("role", "admin"));
        send(MockMvcRequestBuilders.post("/accounts/invitations?role=admin").param("role", "reviewer"));
        assertThat(admins()).as("open invitations of admins").isEqualTo(admins);
        // A second claim number in the form does not move a comment.
        mvc.perform(MockMvcRequestBuilders.post("/claims/" + draft + "/comments?id=" + verdict)
                .param("id", Long.toString(verdict))
                .param("claimId", Long.toString(verdict))
                .param("comment", note)
                .with(csrf())
                .with(user(reviewer.user())));
        assertThat(jdbc.sql("select claim_id from comment where text = :text")
                        .param("text", note)
                        .query(Long.class)
                        .list())
                .containsExactly(draft);
    }

    private long admins() {
        return jdbc.sql("select count(*) from invitation where purpose = 'invite' and role = 'admin'")
                .query(Long.class)
                .single();
    }

    @Test
    void aHeaderIsNoFieldOfAForm() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        mvc.perform(MockMvcRequestBuilders.post("/claims/" + draft + "/comments")
                .header("Comment", "typed in a header")
                .with(csrf())
                .with(user(reviewer.user())));
        assertThat(jdbc.sql("select count(*) from comment where text = 'typed in a header'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRowFarBehindTheOthersFillsNoMemory() throws Exception {
        MockHttpServletResponse answer = send(MockMvcRequestBuilders.post("/scales/new/preview")
                .param("name", "Far")
                .param("rows[2000000000].label", "Far"));
        assertThat(answer.getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/xml", "text/xml", "application/x-java-serialized-object", "application/x-yaml"})
    void nothingButFormsAndJsonIsRead(String type) throws Exception {
        byte[] body =
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Typed><value>&e;</value></Typed>"
                        .getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse answer = send(
                MockMvcRequestBuilders.put("/kept-texts/a").contentType(type).content(body));
        assertThat(answer.getStatus()).isEqualTo(415);
    }

    /** What was typed as a reason and is refused comes back beside the sentence that says why. */
    @ParameterizedTest
    @CsvSource({
        "/claims/{claim}/dismissal, why=duplicate, note, A note has at most",
        "/claims/{claim}/hiding, a=b, reason, A reason has at most",
        "/claims/{claim}/hiding, _method=delete, reason, A reason has at most",
        "/accounts/{account}/suspension, a=b, reason, A reason has at most",
    })
    void aRefusedReasonIsShownAgain(String form, String further, String field, String sentence) throws Exception {
        Cast.Person other = cast.reviewer("Reviewer A");
        String typed = "I wrote a good deal here. ".repeat(100);
        String address = form.replace("{claim}", Long.toString(cast.openClaim(admin.actor())))
                .replace("{account}", Long.toString(other.actor().accountId()));
        MockHttpServletResponse answer = send(MockMvcRequestBuilders.post(address)
                .header("Referer", "http://localhost/accounts")
                .param(further.split("=")[0], further.split("=")[1])
                .param(field, typed));
        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.expectFirst("main form textarea[name=" + field + "]").wholeText())
                .isEqualTo(typed);
        assertThat(page.select("#again-error").text()).startsWith(sentence);
        assertThat(page.select("main form").attr("action")).isEqualTo(address);
        assertThat(page.select("main form input[name=" + further.split("=")[0] + "]")
                        .attr("value"))
                .isEqualTo(further.split("=")[1]);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return finished(
                mvc.perform(request.with(csrf()).with(user(admin.user()))).andReturn());
    }

    private MockHttpServletResponse finished(MvcResult result) throws Exception {
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult();
            return mvc.perform(MockMvcRequestBuilders.asyncDispatch(result))
                    .andReturn()
                    .getResponse();
        }
        return result.getResponse();
    }

    private String path(String pattern, long claim) {
        String id = Long.toString(claim);
        if (pattern.startsWith("/flags")) {
            id = jdbc.sql("select max(id) from flag").query(String.class).single();
        } else if (pattern.startsWith("/articles")) {
            id = cast.stored("article_id", claim);
        } else if (!pattern.startsWith("/claims") && !pattern.startsWith("/verdicts")) {
            // Neither a person nor a case of others: nothing here may change what other tests stand on.
            id = "0";
        }
        List<String> evidence = new ArrayList<>(jdbc.sql("select id from evidence where claim_id = :claim")
                .param("claim", claim)
                .query(String.class)
                .list());
        return pattern.replace("{code}", "new")
                .replace("{id}", id)
                .replace("{articleId}", cast.stored("article_id", claim))
                .replace("{claimId}", Long.toString(claim))
                .replace("{evidenceId}", evidence.isEmpty() ? "0" : evidence.get(0))
                .replace("{commentId}", Long.toString(comment))
                .replaceAll("\\{\\w+}", "1");
    }
}
