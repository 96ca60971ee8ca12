package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Passwords, sessions and what those who guess learn and wait. */
@WholeApplication
class SigningInTests {

    private static final int TRIES = 4;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionRepository<? extends Session> sessions;

    private int networks;

    @Test
    void anUnknownPersonASuspendedOneAndAWrongPasswordAreAnsweredAlike() throws Exception {
        Cast.Person known = cast.reviewer("Reviewer A");
        Cast.Person suspended = cast.reviewer("Reviewer B");
        accounts.suspend(cast.admin().actor(), suspended.actor().accountId(), "left the desk");
        refused(unknown()); // The first one makes what an unknown name is compared with.

        Duration wrong = refused(known.email());
        for (Duration time : List.of(refused(suspended.email()), refused(unknown()))) {
            assertThat((double) time.toNanos() / wrong.toNanos())
                    .as("%s against %s", time, wrong)
                    .isBetween(0.4, 2.5);
        }
    }

    @Test
    void whatWasTypedAsTheEmailIsShownAgainOnce() throws Exception {
        String email = "<b>" + unknown();
        Cookie session = session(form(email, "not the password at all", "198.51.104.1"));
        assertThat(typedEmail(session)).isEqualTo(email);
        assertThat(typedEmail(session)).isEmpty();
    }

    private String typedEmail(Cookie session) throws Exception {
        String page = mvc.perform(get("/sign-in").param("failed", "").cookie(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Objects.requireNonNull(Jsoup.parse(page).getElementById("email")).attr("value");
    }

    private static String unknown() {
        return "u" + UUID.randomUUID() + "@desk.example";
    }

    /** The shortest of several: what else the machine does only lengthens one. */
    private Duration refused(String email) throws Exception {
        Duration shortest = Duration.ofHours(1);
        for (int i = 0; i < TRIES; i++) {
            String network = "198.51.100." + ++networks;
            long start = System.nanoTime();
            MockHttpServletResponse answer = signIn(email, "not the password at all", network);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?failed");
            shortest = taken.compareTo(shortest) < 0 ? taken : shortest;
        }
        return shortest;
    }

    @Test
    void aPasswordIsTakenToTheLastCharacter() throws Exception {
        String password = " The Ledger of 14,000 crowns, тихая река ".repeat(4) + "Z ";
        String email = unknown();
        accounts.accept(
                accounts.invite(cast.admin().actor(), Role.REVIEWER), new NewAccount(email, "Reviewer C", password));
        assertThat(password.length()).isGreaterThan(128);
        for (String other : List.of(
                password.strip(),
                password.toLowerCase(java.util.Locale.ROOT),
                password.substring(0, 72),
                password + " ")) {
            assertThat(signIn(email, other, "198.51.101." + ++networks).getRedirectedUrl())
                    .as(other)
                    .isEqualTo("/sign-in?failed");
        }
        jdbc.sql("delete from sign_in_failure where subject = :email")
                .param("email", email)
                .update();
        assertThat(signIn(email, password, "198.51.101.200").getRedirectedUrl()).doesNotContain("failed");
    }

    @Test
    void passwordsAreStoredByArgon2id() {
        Cast.Person person = cast.reviewer("Reviewer D");
        String stored = jdbc.sql("select password_hash from account where id = :id")
                .param("id", person.actor().accountId())
                .query(String.class)
                .single();
        assertThat(stored).matches("\\$argon2id\\$v=19\\$m=16384,t=2,p=1\\$.{22}\\$.{43}");
    }

    @Test
    void guessingIsSlowedForAnAddressAndForANetwork() throws Exception {
        Cast.Person person = cast.reviewer("Reviewer E");
        for (int i = 0; i <= SignInThrottle.FREE_FOR_ACCOUNT; i++) {
            signIn(person.email(), "wrong", "198.51.102." + i);
        }
        assertThat(waits(person.email())).isTrue();
        assertThat(waits("from 198.51.102.1")).isFalse();
        stillWaits(person.email());
        assertThat(signIn(person.email(), Cast.PASSWORD, "198.51.102.99").getRedirectedUrl())
                .as("the right password waits too")
                .startsWith("/sign-in?wait=");

        for (int i = 0; i < SignInThrottle.FREE_FOR_NETWORK; i++) {
            throttle.attempt("from 198.51.103.1", SignInThrottle.FREE_FOR_NETWORK);
        }
        assertThat(waits("from 198.51.103.1")).isFalse();
        signIn(unknown(), "wrong", "198.51.103.1");
        assertThat(waits("from 198.51.103.1")).isTrue();
        stillWaits("from 198.51.103.1");
        assertThat(signIn(cast.reviewer("Reviewer F").email(), Cast.PASSWORD, "198.51.103.1")
                        .getRedirectedUrl())
                .startsWith("/sign-in?wait=");
    }

    private boolean waits(String subject) {
        return jdbc.sql("select blocked_until > last_at from sign_in_failure where subject = :subject")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** However slow this machine is. */
    private void stillWaits(String subject) {
        jdbc.sql(
                        "update sign_in_failure set blocked_until = blocked_until + interval '1 hour' where subject = :subject")
                .param("subject", subject)
                .update();
    }

    @Test
    void aForwardedAddressIsNotBelieved() throws Exception {
        mvc.perform(form(unknown(), "wrong", "198.51.104.1").header("X-Forwarded-For", "203.0.113.9"));
        assertThat(jdbc.sql("select subject from sign_in_failure where subject in"
                                + " ('from 203.0.113.9', 'from 198.51.104.1')")
                        .query(String.class)
                        .list())
                .containsExactly("from 198.51.104.1");
    }

    @Test
    void anInvitationWorksOnceAndForSevenDays() {
        Cast.Person admin = cast.admin();
        String secret = accounts.invite(admin.actor(), Role.REVIEWER);
        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        accounts.accept(secret, new NewAccount(unknown(), "Reviewer G", Cast.PASSWORD));
        assertThat(accounts.invitation(secret)).isEmpty();
        String late = accounts.invite(admin.actor(), Role.REVIEWER);
        assertThat(accounts.invitation(late)).isPresent();
        jdbc.sql("update invitation set created_at = created_at - interval '8 days',"
                        + " expires_at = expires_at - interval '7 days 1 minute' where accepted_at is null")
                .update();
        assertThat(accounts.invitation(late)).isEmpty();
    }

    @Test
    void signingInMakesANewSession() throws Exception {
        Cast.Person person = cast.reviewer("Reviewer H");
        Cookie before = session(get("/claims"));
        Cookie after =
                session(form(person.email(), Cast.PASSWORD, "198.51.105.1").cookie(before));
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(status("/claims", before)).as("the session from before").isEqualTo(302);
        assertThat(status("/claims", after)).isEqualTo(200);
        Cookie planted =
                new Cookie("SESSION", Base64.getEncoder().encodeToString("planted".getBytes(StandardCharsets.UTF_8)));
        assertThat(session(form(person.email(), Cast.PASSWORD, "198.51.105.1").cookie(planted))
                        .getValue())
                .isNotEqualTo(planted.getValue());
    }

    @Test
    void theNumberOfASessionHasMoreThan128Bits() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            String id = new String(
                    Base64.getDecoder().decode(session(get("/claims")).getValue()), StandardCharsets.UTF_8);
            assertThat(Base64.getUrlDecoder().decode(id)).hasSize(27);
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    void aSessionEndsWhenNothingIsDone() throws Exception {
        Cookie session = signedIn(cast.reviewer("Reviewer I"));
        assertThat(status("/claims", session)).isEqualTo(200);
        String id = new String(Base64.getDecoder().decode(session.getValue()), StandardCharsets.UTF_8);
        long halfADay = Duration.ofHours(12).plusMinutes(1).toMillis();
        assertThat(jdbc.sql("update spring_session set last_access_time = last_access_time - :ms,"
                                + " expiry_time = expiry_time - :ms where session_id = :id")
                        .param("ms", halfADay)
                        .param("id", id)
                        .update())
                .isEqualTo(1);
        assertThat(status("/claims", session)).isEqualTo(302);
    }

    @Test
    void aSessionEndsAfterSevenDaysWhateverIsDone() throws Exception {
        Cookie session = signedIn(cast.reviewer("Reviewer K"));
        String id = new String(Base64.getDecoder().decode(session.getValue()), StandardCharsets.UTF_8);
        begun(sessions, id, Duration.ofDays(7).minusMinutes(1));
        assertThat(status("/claims", session)).isEqualTo(200);
        begun(sessions, id, Duration.ofDays(7).plusMinutes(1));
        assertThat(status("/claims", session)).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from spring_session where session_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static <S extends Session> void begun(SessionRepository<S> sessions, String id, Duration ago) {
        S session = Objects.requireNonNull(sessions.findById(id));
        session.setAttribute(
                SignedIn.ATTRIBUTE, SignedIn.with("Firefox/1", Instant.now().minus(ago), false));
        sessions.save(session);
    }

    @Test
    void aSessionThatWasSignedOutIsOfNoUse() throws Exception {
        Cookie session = signedIn(cast.reviewer("Reviewer J"));
        mvc.perform(post("/sign-out").cookie(session).with(csrf()));
        assertThat(status("/claims", session)).isEqualTo(302);
    }

    @Test
    void everyPageOfTheDeskHasSigningOut() throws Exception {
        Cookie session = signedIn(cast.admin());
        for (String page : List.of(
                "/",
                "/claims",
                "/articles",
                "/articles/new",
                "/accounts",
                "/settings",
                "/scales",
                "/moderation",
                "/audit",
                "/dashboard",
                "/agreement",
                "/notifications",
                "/notifications/settings",
                "/verdicts")) {
            String html = mvc.perform(get(page).cookie(session))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(Jsoup.parse(html).select("form[action=/sign-out] button"))
                    .as(page)
                    .isNotEmpty();
        }
    }

    private Cookie signedIn(Cast.Person person) throws Exception {
        return session(form(person.email(), Cast.PASSWORD, "198.51.106." + ++networks));
    }

    private Cookie session(MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(request).andReturn().getResponse().getCookie("SESSION"));
    }

    private int status(String path, Cookie session) throws Exception {
        return mvc.perform(get(path).cookie(session)).andReturn().getResponse().getStatus();
    }

    private MockHttpServletResponse signIn(String email, String password, String network) throws Exception {
        return mvc.perform(form(email, password, network)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder form(String email, String password, String network) {
        // The wait asks for the path as a server gives it.
        return post("/sign-in")
                .servletPath("/sign-in")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                });
    }
}
