package org.claimtrail.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What whoever runs the desk can see of it from outside: its health, its numbers, its log. */
@WholeApplication
@TestPropertySource(
        properties = {"claimtrail.metrics.token=a-token-of-the-test-2026", "claimtrail.limit.searches=1 in 1h"})
@ExtendWith(OutputCaptureExtension.class)
class MetricsTests {

    private static final String METRICS = "/actuator/prometheus";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    /** The desk is counted twice a minute: what is counted is there before anybody looks. */
    @BeforeEach
    void somethingIsPublished() {
        cast.publishedClaim(cast.reviewer("Reviewer of metrics").actor());
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void healthIsOpenAndSaysNoMoreThanThatTheDeskWorks() throws Exception {
        for (String path : new String[] {"", "/liveness", "/readiness"}) {
            MockHttpServletResponse answer = send(get("/actuator/health" + path));
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString()).contains("UP").doesNotContain("PostgreSQL", "db", "disk");
        }
        assertThat(send(get("/actuator/health/readiness/db")).getStatus()).isEqualTo(404);
    }

    @Test
    void metricsAreForAdminsAndForWhoeverBearsTheToken() throws Exception {
        Cast.Person admin = cast.admin();
        Cast.Person reviewer = cast.reviewer("Reviewer of metrics");
        assertThat(send(get(METRICS)).getStatus()).isEqualTo(401);
        assertThat(send(get(METRICS).with(user(reviewer.user()))).getStatus()).isEqualTo(403);
        for (String wrong : new String[] {"Bearer a-token-of-the-test-2027", "Bearer ", "Basic YTpi", "bearer"}) {
            assertThat(send(get(METRICS).header("Authorization", wrong)).getStatus())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(send(get(METRICS).with(user(admin.user()))).getStatus()).isEqualTo(200);
        assertThat(send(get(METRICS).header("Authorization", "Bearer a-token-of-the-test-2026"))
                        .getStatus())
                .isEqualTo(200);
        for (String other : new String[] {"/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump"}) {
            assertThat(send(get(other).with(user(admin.user()))).getStatus())
                    .as(other)
                    .isIn(403, 404);
        }
    }

    @Test
    void theDesksOwnNumbersStandThere() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer of metrics");
        send(post("/articles").param("text", " ").with(user(reviewer.user())).with(csrf()));
        send(post("/sign-in")
                .param("email", "nobody@desk.example")
                .param("password", "guess")
                .with(csrf()));
        send(get("/verdicts?q=bridge"));
        send(get("/verdicts?q=bridge"));

        String metrics = send(get(METRICS).header("Authorization", "Bearer a-token-of-the-test-2026"))
                .getContentAsString();

        assertThat(metrics)
                .containsPattern("claimtrail_claims\\{state=\"published\"} [1-9]")
                .containsPattern("claimtrail_claims\\{state=\"withdrawn\"} [0-9]")
                .containsPattern("claimtrail_jobs_failing [0-9]")
                .containsPattern("claimtrail_jobs_backlog [0-9]")
                .containsPattern("claimtrail_mails_waiting [0-9]")
                .containsPattern("claimtrail_imports_refused_total\\{reason=\"[a-z-]+\"} [1-9]")
                .containsPattern("claimtrail_sign_ins_refused_total\\{reason=\"password\"} [1-9]")
                .containsPattern("claimtrail_limits_refused_total\\{limit=\"searches\"} [1-9]")
                .contains("jvm_memory_used_bytes", "http_server_requests_seconds");
        assertThat(metrics).doesNotContain("bridge", "nobody@", reviewer.email());
    }

    @Test
    void aRequestHasAnIdThatAProxyMayGive() throws Exception {
        assertThat(send(get("/verdicts")).getHeader("X-Request-Id")).matches("[A-Z0-9]{8}");
        assertThat(send(get("/verdicts").header("X-Request-Id", "b7ad6b71-6920"))
                        .getHeader("X-Request-Id"))
                .isEqualTo("b7ad6b71-6920");
        for (String odd :
                new String[] {"short", "two words here", "a@desk.example", "x".repeat(65), "<b>12345678</b>"}) {
            assertThat(send(get("/verdicts").header("X-Request-Id", odd)).getHeader("X-Request-Id"))
                    .as(odd)
                    .matches("[A-Z0-9]{8}");
        }
    }

    @Test
    void theLogOfAWalkNamesNobody(CapturedOutput output) throws Exception {
        Cast.Person reviewer = cast.reviewer("Hedda Logwalker");
        long claim = cast.publishedClaim(reviewer.actor());
        from(post("/sign-in")
                .param("email", reviewer.email())
                .param("password", Cast.PASSWORD)
                .with(csrf()));
        from(post("/sign-in")
                .param("email", "typed@desk.example")
                .param("password", "a wrong password")
                .with(csrf()));
        from(post("/articles")
                .param("text", "The ferry sank in 1922.")
                .with(user(reviewer.user()))
                .with(csrf()));
        from(post("/articles").param("text", "\0").with(user(reviewer.user())).with(csrf()));
        from(get("/claims?q=ferry").with(user(reviewer.user())));
        from(get("/claims?q=ferry").with(user(reviewer.user())));
        from(get("/claims/not-a-number-ferry").with(user(reviewer.user())));
        from(post("/verdicts/" + claim + "/flags")
                .param("problem", "wrong")
                .param("note", "The ferry is mine")
                .with(csrf()));
        from(post("/verdicts/" + claim + "/flags").param("note", "The ferry is mine"));
        from(get("/verdicts?q=%00ferry&rating=ferry&from=ferry"));
        from(post("/invitations/ferry-secret")
                .param("email", reviewer.email())
                .param("name", "Hedda Logwalker")
                .param("password", "a wrong password")
                .with(csrf()));
        org.slf4j.LoggerFactory.getLogger(MetricsTests.class).warn("The walk has ended");

        assertThat(output.getAll()).contains("The walk has ended");
        assertThat(output.getAll())
                .doesNotContainIgnoringCase(
                        reviewer.email(),
                        "typed@desk.example",
                        "Logwalker",
                        Cast.PASSWORD,
                        "a wrong password",
                        "ferry",
                        "198.51.100.77");
    }

    private void from(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        mvc.perform(request.with(r -> {
                    r.setRemoteAddr("198.51.100.77");
                    return r;
                }))
                .andReturn();
    }
}
