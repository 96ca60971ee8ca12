package org.claimtrail.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What is asked for too often is refused in words, for one and not for others, and comes back with time. */
@WholeApplication
@TestPropertySource(
        properties = {
            "claimtrail.limit.requests=40 in 1h",
            "claimtrail.limit.sign-ins=3 in 1h",
            "claimtrail.limit.visitor-actions=2 in 1h",
            "claimtrail.limit.searches=2 in 1h",
            "claimtrail.limit.imports=1 in 1h",
            "claimtrail.limit.exports=2 in 1h",
            "claimtrail.limit.password-resets=off"
        })
class LimitTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Limits limits;

    @Autowired
    LimitSettings settings;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingIsUsed() {
        jdbc.sql("delete from rate_limit").update();
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, String address)
            throws Exception {
        return mvc.perform(request.with(r -> {
                    r.setRemoteAddr(address);
                    return r;
                }))
                .andReturn()
                .getResponse();
    }

    private static void assertRefused(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Long.parseLong(String.valueOf(answer.getHeader("Retry-After"))))
                .isBetween(1L, 3600L);
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Jsoup.parse(answer.getContentAsString()).select("h1").text()).isEqualTo("That was too much at once");
    }

    @Test
    void anAddressThatAsksForTooManyPagesIsRefusedAndAnotherIsNot() throws Exception {
        for (int i = 0; i < 40; i++) {
            assertThat(send(get("/verdicts"), "198.51.100.7").getStatus()).isEqualTo(200);
        }
        assertRefused(send(get("/verdicts"), "198.51.100.7"));

        assertThat(send(get("/verdicts"), "198.51.100.8").getStatus()).isEqualTo(200);
        assertThat(send(get("/css/base.css"), "198.51.100.7").getStatus()).isEqualTo(200);
        assertThat(send(get("/actuator/health"), "198.51.100.7").getStatus()).isEqualTo(200);
    }

    @Test
    void aHeaderDoesNotMakeAnotherAddress() throws Exception {
        for (int i = 0; i < 40; i++) {
            send(get("/verdicts").header("X-Forwarded-For", "203.0.113." + i), "198.51.100.7");
        }
        assertRefused(send(get("/verdicts").header("X-Forwarded-For", "203.0.113.99"), "198.51.100.7"));
    }

    @Test
    void oneSubscriberHasOneLimitHoweverManyAddressesOfIPv6() throws Exception {
        for (int i = 0; i < 40; i++) {
            send(get("/verdicts"), "2001:db8:1:2:" + Integer.toHexString(i) + "::1");
        }
        assertRefused(send(get("/verdicts"), "2001:db8:1:2:ffff::1"));
        assertThat(send(get("/verdicts"), "2001:db8:1:3::1").getStatus()).isEqualTo(200);
        assertThat(Requester.network("::ffff:198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(Requester.network("fe80::1%eth0")).isEqualTo(Requester.network("fe80::2"));
    }

    @Test
    void signingInIsLimitedByAddress() throws Exception {
        Cast.Person person = cast.reviewer("Reviewer of limits");
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse answer = send(
                    post("/sign-in")
                            .param("email", "nobody" + i + "@desk.example")
                            .param("password", "guess")
                            .with(csrf()),
                    "198.51.100.7");
            assertThat(answer.getStatus()).isEqualTo(302);
        }
        MockHttpServletResponse refused = send(
                post("/sign-in")
                        .param("email", person.email())
                        .param("password", Cast.PASSWORD)
                        .with(csrf()),
                "198.51.100.7");
        assertRefused(refused);
        assertThat(refused.getContentAsString()).doesNotContain(person.email(), Cast.PASSWORD);
    }

    @Test
    void aVisitorsActionsAreLimitedAndWhatWasTypedStays() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer of limits");
        long claim = cast.publishedClaim(reviewer.actor());
        String note = "The bill says \"15,000\" <crowns> 🕊️.";
        for (int i = 0; i < 2; i++) {
            assertThat(send(flag(claim, "note " + i), "198.51.100.7").getStatus())
                    .isEqualTo(302);
        }

        MockHttpServletResponse refused = send(flag(claim, note), "198.51.100.7");

        assertRefused(refused);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.select("textarea").eachText()).contains(note);
        assertThat(page.select("[data-error-text]").text()).contains("without an account", "minutes");
        assertThat(jdbc.sql(
                                "select count(*) from flag f join moderation_case c on c.id = f.case_id where c.claim_id = :id")
                        .param("id", claim)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(send(flag(claim, note).with(user(reviewer.user())), "198.51.100.7")
                        .getStatus())
                .as("who has an account is counted elsewhere")
                .isEqualTo(302);
    }

    private static AbstractMockHttpServletRequestBuilder<?> flag(long claim, String note) {
        return post("/verdicts/" + claim + "/flags")
                .param("problem", "wrong")
                .param("note", note)
                .with(csrf());
    }

    @Test
    void anAccountIsLimitedWhereverItAsksFrom() throws Exception {
        Cast.Person one = cast.reviewer("Reviewer of limits");
        Cast.Person other = cast.reviewer("Reviewer of other limits");
        for (int i = 0; i < 2; i++) {
            assertThat(send(get("/claims?q=bridge").with(user(one.user())), "198.51.100." + i)
                            .getStatus())
                    .isEqualTo(200);
        }
        assertRefused(send(get("/claims?q=bridge").with(user(one.user())), "198.51.100.9"));
        assertThat(send(get("/claims").with(user(one.user())), "198.51.100.9").getStatus())
                .isEqualTo(200);
        assertThat(send(get("/claims?q=bridge").with(user(other.user())), "198.51.100.9")
                        .getStatus())
                .isEqualTo(200);

        // As if half an hour had gone by.
        jdbc.sql("update rate_limit set whole_at = whole_at - interval '30 minutes' where name = 'searches'")
                .update();

        assertThat(send(get("/claims?q=bridge").with(user(one.user())), "198.51.100.9")
                        .getStatus())
                .as("half of the time brings one back")
                .isEqualTo(200);
        assertRefused(send(get("/claims?q=bridge").with(user(one.user())), "198.51.100.9"));
    }

    @Test
    void exportsAndImportsAreLimited() throws Exception {
        Cast.Person person = cast.reviewer("Reviewer of limits");
        send(get("/corrections.csv"), "198.51.100.7");
        send(get("/verdicts.csv"), "198.51.100.7");
        assertRefused(send(get("/verdicts.csv"), "198.51.100.7"));

        send(post("/articles").param("text", "").with(user(person.user())).with(csrf()), "198.51.100.7");
        MockHttpServletResponse refused = send(
                post("/articles")
                        .param("text", "The bridge opened in 1911.")
                        .with(user(person.user()))
                        .with(csrf()),
                "198.51.100.7");
        assertRefused(refused);
        assertThat(refused.getContentAsString()).contains("The bridge opened in 1911.");
    }

    @Test
    void aPieceOfAPageIsAnsweredWithASentence() throws Exception {
        Cast.Person one = cast.reviewer("Reviewer of limits");
        for (int i = 0; i < 2; i++) {
            send(get("/claims?q=bridge").with(user(one.user())), "198.51.100.7");
        }
        MockHttpServletResponse answer =
                send(get("/claims?q=bridge").header("HX-Request", "true").with(user(one.user())), "198.51.100.7");
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).contains("more searches").doesNotContain("<html");
    }

    @Test
    void manyAtOnceGetNoMoreThanTheLimit() throws Exception {
        ExecutorService several = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tries.add(several.submit(() -> taken("address 192.0.2.1")));
            }
            int taken = 0;
            for (Future<Boolean> each : tries) {
                taken += each.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(3);
        } finally {
            several.shutdownNow();
        }
    }

    private boolean taken(String key) {
        try {
            limits.take(Limit.SIGN_INS, key);
            return true;
        } catch (TooMany refused) {
            return false;
        }
    }

    @Test
    void whatIsOffIsNotCountedAndOnlyTheFirstRefusalIsNews() {
        for (int i = 0; i < 100; i++) {
            limits.take(Limit.PASSWORD_RESETS, "somebody");
        }
        List<Boolean> news = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            try {
                limits.take(Limit.SIGN_INS, "somebody");
            } catch (TooMany refused) {
                news.add(refused.first());
            }
        }
        assertThat(news).containsExactly(true, false, false);
    }

    @Test
    void rowsThatMeanNothingAnyMoreAreSwept() {
        limits.take(Limit.SIGN_INS, "somebody");
        limits.take(Limit.SIGN_INS, "somebody else");
        jdbc.sql("update rate_limit set whole_at = whole_at - interval '2 hours' where subject ="
                        + " (select subject from rate_limit limit 1)")
                .update();

        assertThat(limits.sweep()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from rate_limit").query(Long.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select encode(subject, 'escape') from rate_limit")
                        .query(String.class)
                        .single())
                .doesNotContain("somebody");
    }

    @Test
    void ratesAreReadAsTheyAreWritten() {
        assertThat(settings.searches()).isEqualTo(new Rate(2, Duration.ofHours(1)));
        assertThat(settings.passwordResets().unlimited()).isTrue();
        for (String wrong : List.of("", "many", "0 in 1m", "5 in 0s", "5 in 2d", "-1 in 1m", "5 per 1m")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Rate.valueOf(wrong));
        }
    }
}
