package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.claimtrail.account.Accounts;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every mapped route of the running program, tried by a visitor, a reviewer, an admin and a suspended reviewer. */
@WholeApplication
@Tag("any-database")
class AccessTests {

    /** Who may use a route: everybody, those who work here, or admins. */
    private enum For {
        EVERYBODY,
        DESK,
        ADMINS
    }

    private static final Map<String, For> TABLE = table();

    private static Map<String, For> table() {
        Map<String, For> table = new LinkedHashMap<>();
        for (String route : List.of(
                "GET /",
                "GET /sign-in",
                "GET /suspended",
                "POST /suspended/appeal",
                "GET /setup/{secret}",
                "POST /setup/{secret}",
                "GET /invitations/{secret}",
                "POST /invitations/{secret}",
                "GET /verdicts",
                "GET /verdicts/{id}",
                "GET /verdicts/{id}/history",
                "GET /verdicts/{id}/proof",
                "GET /verdicts/{id}/proof.json",
                "GET /verdicts/{id}/revisions/{number}",
                "GET /verdicts/{id}/claimreview.jsonld",
                "GET /verdicts.atom",
                "GET /corrections",
                "GET /moderation-log",
                "GET /corrections.atom",
                "GET /corrections.csv",
                "GET /checkpoints",
                "GET /checkpoints/{earlier}/consistency/{later}",
                "POST /verdicts/{id}/flags",
                "GET /verdicts.csv",
                "GET /sign-in/code",
                "POST /sign-in/code",
                "POST /sign-in/passkey/options",
                "POST /sign-in/passkey",
                "POST /sign-in/provider",
                "GET /sign-in/provider/callback",
                "GET /password/forgotten",
                "POST /password/forgotten",
                "GET /password/reset/{secret}",
                "POST /password/reset/{secret}",
                "GET /error")) {
            table.put(route, For.EVERYBODY);
        }
        for (String route : List.of(
                "GET /revisions.csv",
                "GET /history.zip",
                "GET /kept",
                "DELETE /kept",
                "GET /kept-texts",
                "PUT /kept-texts/{key}",
                "DELETE /kept-texts/{key}",
                "GET /articles",
                "GET /articles/new",
                "POST /articles",
                "GET /articles/{id}",
                "POST /articles/{id}",
                "GET /articles/{id}/edit",
                "GET /articles/{id}/original",
                "GET /articles/{id}/claims/{claimId}",
                "POST /articles/{articleId}/claims",
                "GET /claims",
                "POST /claims/assignments",
                "GET /claims/{id}",
                "GET /claims/{id}/edit",
                "POST /claims/{id}/wording",
                "POST /claims/{id}/acceptance",
                "DELETE /claims/{id}/acceptance",
                "POST /claims/{id}/dismissal",
                "DELETE /claims/{id}/dismissal",
                "POST /claims/{id}/assignment",
                "DELETE /claims/{id}/assignment",
                "GET /claims/{id}/evidence/new",
                "POST /claims/{id}/evidence",
                "GET /claims/{id}/evidence/{evidenceId}/edit",
                "POST /claims/{id}/evidence/{evidenceId}",
                "DELETE /claims/{id}/evidence/{evidenceId}",
                "DELETE /claims/{id}/evidence/{evidenceId}/removal",
                "POST /claims/{id}/assignee",
                "POST /claims/{id}/due",
                "POST /claims/{id}/interest",
                "DELETE /claims/{id}/interest",
                "POST /claims/{id}/submission",
                "DELETE /claims/{id}/submission",
                "GET /claims/{id}/second-review",
                "POST /claims/{id}/second-review",
                "GET /claims/{id}/adjudication",
                "POST /claims/{id}/adjudication",
                "POST /claims/{id}/draft",
                "POST /claims/{id}/publication",
                "GET /claims/{id}/correction",
                "POST /claims/{id}/correction",
                "GET /claims/{id}/history",
                "POST /claims/{id}/history/{number}/restoration",
                "POST /claims/{id}/flags",
                "GET /claims/{id}/discussion",
                "POST /claims/{id}/comments",
                "GET /claims/{id}/comments/{commentId}/edit",
                "POST /claims/{id}/comments/{commentId}",
                "DELETE /claims/{id}/comments/{commentId}",
                "GET /account",
                "POST /account/password",
                "POST /account/one-time-codes",
                "GET /account/one-time-codes",
                "DELETE /account/one-time-codes",
                "GET /account/one-time-codes/qr.svg",
                "POST /account/one-time-codes/confirmation",
                "POST /account/recovery-codes",
                "POST /account/passkeys/options",
                "POST /account/passkeys",
                "POST /account/passkeys/{id}",
                "DELETE /account/passkeys/{id}",
                "GET /account/erasure",
                "POST /account/erasure",
                "POST /account/provider",
                "DELETE /account/provider",
                "DELETE /account/sessions",
                "DELETE /account/sessions/{handle}",
                "GET /decisions",
                "POST /decisions/{id}/appeal",
                "GET /agreement",
                "GET /dashboard",
                "GET /notifications",
                "POST /notifications/{id}/reading",
                "POST /notifications/reading",
                "GET /notifications/settings",
                "POST /notifications/settings")) {
            table.put(route, For.DESK);
        }
        for (String route : List.of(
                "POST /claims/{id}/hiding",
                "DELETE /claims/{id}/hiding",
                "POST /claims/{id}/lock",
                "DELETE /claims/{id}/lock",
                "POST /claims/{id}/withdrawal",
                "GET /moderation",
                "POST /moderation/cases/{id}/decision",
                "GET /moderation/claims/{id}",
                "GET /moderation/accounts/{id}",
                "POST /moderation/accounts/{id}/hiding",
                "DELETE /moderation/bulk/{id}",
                "POST /moderation/appeals/{id}/decision",
                "POST /moderation/claims/{id}/hiding",
                "DELETE /moderation/claims/{id}/hiding",
                "GET /audit",
                "GET /audit.csv",
                "GET /jobs",
                "POST /jobs/run",
                "GET /settings",
                "POST /settings",
                "POST /settings/second-factor",
                "GET /scales",
                "GET /scales/{code}/edit",
                "POST /scales/{code}/preview",
                "POST /scales/{code}",
                "POST /scales/{code}/rule",
                "GET /labels.jsonl",
                "GET /accounts",
                "POST /accounts/{id}/password-reset",
                "GET /accounts/{id}/erasure",
                "POST /accounts/{id}/erasure",
                "DELETE /accounts/{id}/second-factor",
                "POST /accounts/invitations",
                "DELETE /accounts/invitations/{id}",
                "POST /accounts/{id}/suspension",
                "DELETE /accounts/{id}/suspension")) {
            table.put(route, For.ADMINS);
        }
        return table;
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Moderation moderation;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRouteHasAnEntryAndEveryEntryARoute() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void visitorsReachOnlyWhatIsPublic() throws Exception {
        long written = changes();
        for (String route : TABLE.keySet()) {
            MockHttpServletResponse answer = request(route, csrf());
            if (TABLE.get(route) == For.EVERYBODY) {
                assertOpen(route, answer);
            } else {
                assertSentToSignIn(route, answer);
            }
        }
        assertThat(changes()).as("revisions and decisions that visitors caused").isEqualTo(written);
    }

    @Test
    void reviewersReachTheDeskButNotModeration() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long decisions = decisions();
        for (String route : TABLE.keySet()) {
            MockHttpServletResponse answer = request(route, user(reviewer.user()));
            if (TABLE.get(route) == For.ADMINS) {
                assertThat(answer.getStatus()).as(route).isEqualTo(403);
            } else {
                assertOpen(route, answer);
            }
        }
        assertThat(decisions()).as("decisions that a reviewer caused").isEqualTo(decisions);
    }

    @Test
    void adminsReachEverything() throws Exception {
        Cast.Person admin = cast.admin();
        for (String route : TABLE.keySet()) {
            assertOpen(route, request(route, user(admin.user())));
        }
    }

    @Test
    void suspendedPeopleAreVisitorsFromThatMomentOn() throws Exception {
        Cast.Person admin = cast.admin();
        Cast.Person reviewer = cast.reviewer("Reviewer B");
        Cookie session = signIn(reviewer.email());
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/claims").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        moderation.suspend(admin.actor(), reviewer.actor().accountId(), "left the desk");
        for (String route : TABLE.keySet()) {
            MockHttpServletResponse answer = request(route, request -> {
                request.setCookies(session);
                return request;
            });
            if (TABLE.get(route) == For.EVERYBODY) {
                assertOpen(route, answer);
            } else {
                assertSentToSignIn(route, answer);
            }
        }
        assertThat(mvc.perform(MockMvcRequestBuilders.post("/sign-in")
                                .param("email", reviewer.email())
                                .param("password", Cast.PASSWORD)
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/suspended");
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfAForm() throws Exception {
        Cast.Person admin = cast.admin();
        for (String route : TABLE.keySet()) {
            if (!route.startsWith("GET")) {
                MockHttpServletResponse answer = mvc.perform(
                                MockMvcRequestBuilders.request(HttpMethod.valueOf(route.split(" ")[0]), path(route))
                                        .with(user(admin.user())))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getStatus()).as(route).isEqualTo(403);
            }
        }
    }

    private Cookie signIn(String email) throws Exception {
        return Objects.requireNonNull(mvc.perform(MockMvcRequestBuilders.post("/sign-in")
                        .param("email", email)
                        .param("password", Cast.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
    }

    private TreeSet<String> routes() {
        TreeSet<String> routes = new TreeSet<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                List<RequestMethod> methods =
                        new ArrayList<>(info.getMethodsCondition().getMethods());
                if (methods.isEmpty()) {
                    methods.add(RequestMethod.GET);
                }
                methods.forEach(method -> routes.add(method + " " + pattern));
            }
        }
        return routes;
    }

    private MockHttpServletResponse request(String route, RequestPostProcessor who) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(route.split(" ")[0]), path(route))
                        .with(csrf())
                        .with(who))
                .andReturn()
                .getResponse();
    }

    /** The route with numbers of things that exist. */
    private String path(String route) {
        String pattern = route.split(" ")[1];
        if (!pattern.contains("{")) {
            return pattern;
        }
        Cast.Person reviewer = cast.reviewer("Reviewer of the table");
        long claim = cast.publishedClaim(reviewer.actor());
        String id = Long.toString(claim);
        if (pattern.startsWith("/moderation/cases")) {
            moderation.raise(reviewer.actor(), claim, Problem.WRONG, "");
            id = jdbc.sql("select max(id) from moderation_case")
                    .query(String.class)
                    .single();
        } else if (pattern.startsWith("/articles")) {
            id = cast.stored("article_id", claim);
        } else if (pattern.startsWith("/accounts") || pattern.startsWith("/moderation/accounts")) {
            id = Long.toString(reviewer.actor().accountId());
        }
        String evidence = jdbc.sql("select id from evidence where claim_id = :claim")
                .param("claim", claim)
                .query(String.class)
                .single();
        String comment = Long.toString(
                comments.write(reviewer.actor(), claim, new NewComment("Said for the table.", null, null, null)));
        return pattern.replace("{code}", "desk")
                .replace("{id}", id)
                .replace("{articleId}", id)
                .replace("{claimId}", Long.toString(claim))
                .replace("{evidenceId}", evidence)
                .replace("{commentId}", comment)
                .replace("{number}", "1")
                .replace("{earlier}", "1")
                .replace("{later}", "1")
                .replace("{key}", "draft-1-explanation")
                .replace("{secret}", "unknown")
                .replace("{handle}", "unknown");
    }

    private long changes() {
        return jdbc.sql("select (select count(*) from revision r join account a on a.id = r.actor_id"
                        + " where a.name <> 'Reviewer of the table') + (select count(*) from moderation_entry)")
                .query(Long.class)
                .single();
    }

    private long decisions() {
        return jdbc.sql("select count(*) from moderation_entry")
                .query(Long.class)
                .single();
    }

    private static void assertOpen(String route, MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).as(route).isNotIn(401, 403);
        if (!route.equals("GET /error")) {
            // The error page asked for directly has no error to tell of.
            assertThat(answer.getStatus()).as(route).isLessThan(500);
        }
        if (answer.getRedirectedUrl() != null && !route.contains(" /sign-in") && !route.contains(" /suspended")) {
            assertThat(answer.getRedirectedUrl()).as(route).doesNotContain("/sign-in");
        }
    }

    private static void assertSentToSignIn(String route, MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).as(route).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).as(route).contains("/sign-in");
    }
}
