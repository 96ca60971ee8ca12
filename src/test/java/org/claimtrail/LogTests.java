package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What the logs say, and what they never say. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class LogTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private MockHttpServletResponse signIn(String email, String password) throws Exception {
        return mvc.perform(post("/sign-in")
                        .param("email", email)
                        .param("password", password)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("198.51.107.7");
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }

    @Test
    void everySignInStandsInTheAuditLogWithWhoAndWhen() throws Exception {
        Cast.Person person = cast.reviewer("Reviewer L");
        signIn(person.email(), "wrong");
        MockHttpServletResponse in = signIn(person.email(), Cast.PASSWORD);
        mvc.perform(post("/sign-out")
                .cookie(Objects.requireNonNull(in.getCookie("SESSION")))
                .with(csrf()));

        List<Instant> times = jdbc
                .sql("select at from audit_entry where actor_id = :id"
                        + " and action in ('signed_in', 'signed_out') order by id")
                .param("id", person.actor().accountId())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
        assertThat(times).hasSize(2).isSorted();
        assertThat(Duration.between(times.get(1), Instant.now()).abs()).isLessThan(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'nothing'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update moderation_entry set reason = 'nothing'",
                "delete from moderation_entry"
            })
    void noEntryIsChangedOrTakenAway(String sql) throws Exception {
        signIn("someone@desk.example", "wrong");
        cast.publishedClaim(cast.admin().actor());
        boolean none = sql.contains("moderation_entry")
                && jdbc.sql("select count(*) from moderation_entry")
                                .query(Long.class)
                                .single()
                        == 0;
        if (!none) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void noPasswordSessionOrTokenIsLogged(CapturedOutput output) throws Exception {
        Cast.Person person = cast.reviewer("Reviewer N");
        String wrong = "wrong-" + UUID.randomUUID();
        signIn(person.email(), wrong);
        MockHttpServletResponse in = signIn(person.email(), Cast.PASSWORD);
        String session = Objects.requireNonNull(in.getCookie("SESSION")).getValue();
        mvc.perform(get("/claims").cookie(in.getCookie("SESSION")));
        mvc.perform(post("/claims/0/assignment").cookie(in.getCookie("SESSION")).with(csrf()));
        assertThat(output.getAll()).doesNotContain(wrong, Cast.PASSWORD, session);
        assertThat(jdbc.sql("select count(*) from audit_entry where subject like :word or details::text like :word")
                        .param("word", "%" + wrong + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsTypedBeginsNoLineOfTheLog(CapturedOutput output) throws Exception {
        String forged = "x\r\n2026-01-01T00:00:00Z ERROR forged " + UUID.randomUUID();
        signIn(forged, "wrong");
        mvc.perform(get("/verdicts").param("after", forged).param("q", forged).header("User-Agent", "x"));
        mvc.perform(get("/claims/{id}", forged).param("x", forged));
        mvc.perform(get("/kept").header("Referer", "http://localhost/%0d%0aforged"));
        assertThat(output.getAll().lines())
                .noneMatch(line -> line.contains("ERROR forged") && line.startsWith("2026-01-01"));
    }
}
