package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.claimtrail.Cast;
import org.claimtrail.oidc.OidcProvider;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A desk that is set up for a provider, who runs as long as the tests do, and somebody whom it knows. */
abstract class OidcDesk {

    private static final String DESK = "https://desk.example";
    static final String NOT_TAKEN = "This sign-in was not taken. Try again, or sign in another way.";

    static final TestProvider PROVIDER = TestProvider.start(DESK + OidcProvider.CALLBACK);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    String login;
    String email;
    AccountBrowser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("claimtrail.base-url", () -> DESK);
        settings.add("claimtrail.secret-key", () -> "a key of the tests, long enough to be taken");
        settings.add("claimtrail.oidc.issuer", PROVIDER::issuer);
        settings.add("claimtrail.oidc.client-id", () -> TestProvider.CLIENT);
        settings.add("claimtrail.oidc.client-secret", () -> TestProvider.SECRET);
        settings.add("claimtrail.oidc.name", () -> "the newsroom");
        settings.add("claimtrail.oidc.admin-groups", () -> "chiefs");
        settings.add("claimtrail.oidc.reviewer-groups", () -> "checkers,editors");
    }

    @BeforeEach
    void somebodyAtTheProvider() {
        jdbc.sql("delete from sign_in_failure").update();
        jdbc.sql("delete from rate_limit").update();
        cast.admin();
        PROVIDER.lie = claims -> {};
        PROVIDER.forgery = token -> token;
        login = "u" + UUID.randomUUID();
        email = login + "@newsroom.example";
        browser = new AccountBrowser(mvc);
        knows(List.of("checkers", "football"));
    }

    void knows(List<String> groups) {
        PROVIDER.knows(login, claims(email, groups));
    }

    static Map<String, Object> claims(String email, List<String> groups) {
        return new HashMap<>(
                Map.of("email", email, "email_verified", true, "name", "Ada of the Newsroom", "groups", groups));
    }

    /** Presses the button; returns where it leads. */
    static String begin(AccountBrowser who) throws Exception {
        return handOver(who.send("/sign-in/provider"));
    }

    static String handOver(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        String address =
                Jsoup.parse(answer.getContentAsString()).select("main a").attr("href");
        assertThat(answer.getHeader("Refresh")).isEqualTo("0; url=" + address);
        assertThat(address)
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?response_type=code&")
                .contains("code_challenge_method=S256", "nonce=", "state=");
        return address;
    }

    static MockHttpServletResponse comesBack(AccountBrowser who, String callback) throws Exception {
        return who.perform(MockMvcRequestBuilders.get(URI.create(callback)));
    }

    MockHttpServletResponse signsIn(AccountBrowser who) throws Exception {
        return comesBack(who, PROVIDER.logsIn(begin(who), login));
    }

    void link(AccountBrowser who) throws Exception {
        String address = handOver(who.send("/account/provider", "currentPassword", Cast.PASSWORD));
        assertThat(comesBack(who, PROVIDER.logsIn(address, login)).getRedirectedUrl())
                .isEqualTo("/account");
    }

    void refused(String sentence) throws Exception {
        assertThat(refusal(browser, PROVIDER.logsIn(begin(browser), login))).isEqualTo(sentence);
        assertThat(browser.isIn()).isFalse();
    }

    static String refusal(AccountBrowser who, String callback) throws Exception {
        assertThat(comesBack(who, callback).getRedirectedUrl()).isEqualTo("/sign-in");
        return who.page("/sign-in").select(".errors").text();
    }

    String text(String sql) {
        return jdbc.sql(sql).param("email", email).query(String.class).single();
    }
}
