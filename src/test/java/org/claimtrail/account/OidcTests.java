package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Signing in at a provider that keeps to the rules. */
@WholeApplication
@Tag("any-database")
class OidcTests extends OidcDesk {

    private static final String NO_GROUP =
            "You are known to the newsroom, but in no group that works at this desk. Ask one of the desk’s admins.";

    private static final String NO_EMAIL = "An account needs an email address, and the newsroom names none that it has"
            + " checked. Ask whoever runs it.";

    @Test
    void theFirstSignInMakesAnAccountWithTheRoleOfTheGroup() throws Exception {
        assertThat(browser.page("/sign-in")
                        .select("form[action=/sign-in/provider] button")
                        .text())
                .isEqualTo("Sign in with the newsroom");
        assertThat(signsIn(browser).getRedirectedUrl()).isEqualTo("/");

        assertThat(browser.page("/account").select("dl.facts").text())
                .contains("Ada of the Newsroom", email, "Reviewer");
        assertThat(
                        text(
                                "select role || ' ' || status || ' ' || (password_hash is null) from account where email = :email"))
                .isEqualTo("reviewer active true");
        assertThat(browser.page("/account").select("section[aria-labelledby=sessions-head] tbody tr"))
                .hasSize(1);
        assertThat(audited()).containsExactly("joined", "signed_in");
        assertThat(browser.get("/accounts").getStatus()).isEqualTo(403);
    }

    @Test
    void theSecondSignInIsToTheSameAccountWhateverTheAddressIsNow() throws Exception {
        signsIn(browser);
        PROVIDER.knows(login, claims("moved-" + email, List.of("editors")));
        AccountBrowser later = new AccountBrowser(mvc);
        signsIn(later);
        assertThat(later.page("/account").select("dl.facts").text())
                .contains(email)
                .doesNotContain("moved-");
        assertThat(text("select count(*)::text from account where email like '%' || :email"))
                .isEqualTo("1");
    }

    @Test
    void nobodyIsCalledAsThoseWhoWereErasedAre() throws Exception {
        Map<String, Object> claims = claims(email, List.of("checkers"));
        claims.put("name", "Former reviewer 7");
        PROVIDER.knows(login, claims);
        signsIn(browser);
        assertThat(text("select name from account where email = :email")).isEqualTo(login);
    }

    @Test
    void whoComesTwiceAtTheSameMomentGetsOneAccount() throws Exception {
        AccountBrowser other = new AccountBrowser(mvc);
        Map<AccountBrowser, String> callbacks = Map.of(
                browser, PROVIDER.logsIn(begin(browser), login),
                other, PROVIDER.logsIn(begin(other), login));
        List<CompletableFuture<Integer>> answers = callbacks.entrySet().stream()
                .map(each -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return comesBack(each.getKey(), each.getValue()).getStatus();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertThat(answers).allMatch(answer -> answer.join() == 302);
        assertThat(text("select count(*)::text from identity i join account a on a.id = i.account_id"
                        + " where a.email = :email"))
                .isEqualTo("1");
    }

    @Test
    void theRoleFollowsTheGroupsAndOtherSessionsEnd() throws Exception {
        signsIn(browser);
        knows(List.of("chiefs"));
        AccountBrowser second = new AccountBrowser(mvc);
        signsIn(second);
        assertThat(second.get("/accounts").getStatus()).isEqualTo(200);
        assertThat(browser.isIn()).as("the session with the old role").isFalse();
        knows(List.of("editors"));
        AccountBrowser third = new AccountBrowser(mvc);
        signsIn(third);
        assertThat(audited())
                .containsExactly("joined", "signed_in", "role_changed", "signed_in", "role_changed", "signed_in");
        assertThat(third.get("/accounts").getStatus()).isEqualTo(403);
        assertThat(second.isIn()).as("the session with the old role").isFalse();
        assertThat(details("role_changed")).contains("\"after\": \"reviewer\"", "\"before\": \"admin\"");
    }

    @Test
    void theLastAdminStaysOne() throws Exception {
        knows(List.of("chiefs"));
        signsIn(browser);
        List<Long> others = jdbc.sql(
                        "update account set role = 'reviewer' where role = 'admin' and email <> :email returning id")
                .param("email", email)
                .query(Long.class)
                .list();
        try {
            knows(List.of("checkers"));
            signsIn(browser);
            assertThat(text("select role from account where email = :email")).isEqualTo("admin");
        } finally {
            jdbc.sql("update account set role = 'admin' where id in (:others)")
                    .param("others", others)
                    .update();
        }
    }

    @Test
    void whoIsInNoGroupOfTheDeskIsRefused() throws Exception {
        knows(List.of("football"));
        refused(NO_GROUP);
        knows(List.of("checkers"));
        signsIn(browser);
        knows(List.of());
        browser = new AccountBrowser(mvc);
        refused(NO_GROUP);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'oidc_refused'"
                                + " and details->>'why' = 'no-group'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void anAddressThatSomebodyHasHereOpensNothing() throws Exception {
        Cast.Person person = cast.reviewer("Somebody with a password");
        PROVIDER.knows(login, claims(person.email(), List.of("chiefs")));
        refused("There is an account with your email address already. Sign in with its password this once, and link it"
                + " with the newsroom on the page of your account.");
        assertThat(identities(person)).isZero();
    }

    @Test
    void anAddressThatTheProviderDidNotCheckMakesNoAccount() throws Exception {
        Map<String, Object> claims = claims(email, List.of("checkers"));
        claims.put("email_verified", false);
        PROVIDER.knows(login, claims);
        refused(NO_EMAIL);
        claims.remove("email");
        claims.remove("email_verified");
        PROVIDER.knows(login, claims);
        refused(NO_EMAIL);
    }

    @Test
    void anAccountIsLinkedByItsOwnerAndUnlinkedAgain() throws Exception {
        Cast.Person person = cast.reviewer("Somebody with a password");
        PROVIDER.knows(login, claims(person.email(), List.of("checkers")));
        browser.signsIn(person.email(), Cast.PASSWORD);

        assertThat(browser.send("/account/provider", "currentPassword", "not the one that it is")
                        .getRedirectedUrl())
                .isEqualTo("/account");
        assertThat(browser.page("/account").select(".flash").text()).contains("This is not your current password.");
        link(browser);
        assertThat(browser.page("/account").select(".flash").text())
                .contains("Your account is linked with the newsroom.");
        assertThat(browser.page("/account").text()).contains("Your account has been linked with the newsroom since");
        AccountBrowser elsewhere = new AccountBrowser(mvc);
        signsIn(elsewhere);
        assertThat(elsewhere.page("/account").select("dl.facts").text()).contains(person.email());

        browser.send("/account/provider", "_method", "delete", "currentPassword", "not the one that it is");
        assertThat(identities(person)).isOne();
        browser.send("/account/provider", "_method", "delete", "currentPassword", Cast.PASSWORD);
        assertThat(identities(person)).isZero();
        browser = new AccountBrowser(mvc);
        refused("There is an account with your email address already. Sign in with its password this once, and link it"
                + " with the newsroom on the page of your account.");
        email = person.email();
        assertThat(audited()).contains("oidc_linked", "oidc_unlinked");
    }

    @Test
    void anIdentityBelongsToOneAccount() throws Exception {
        signsIn(browser);
        Cast.Person person = cast.reviewer("Somebody with a password");
        AccountBrowser theirs = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        link(theirs);
        assertThat(theirs.page("/account").select(".flash").text())
                .contains("This account, or your account at the newsroom, is linked already.");
        assertThat(identities(person)).isZero();
    }

    @Test
    void whoHasNoPasswordKeepsTheLink() throws Exception {
        signsIn(browser);
        Document own = browser.page("/account");
        assertThat(own.select("input[name=currentPassword]")).isEmpty();
        assertThat(own.text()).contains("This account has no password");
        browser.send("/account/provider", "_method", "delete", "currentPassword", "");
        assertThat(text("select count(*)::text from identity i join account a on a.id = i.account_id"
                        + " where a.email = :email"))
                .isEqualTo("1");
        assertThat(browser.send("/account/erasure", "typed", email, "currentPassword", "any")
                        .getContentAsString())
                .contains("You have no password yet.");
        AccountBrowser guesser = new AccountBrowser(mvc);
        assertThat(guesser.send("/sign-in", "email", email, "password", "").getRedirectedUrl())
                .isEqualTo("/sign-in?failed");
    }

    @Test
    void aSuspendedAccountIsToldWhyAndOpensNothing() throws Exception {
        signsIn(browser);
        jdbc.sql("update account set status = 'suspended' where email = :email")
                .param("email", email)
                .update();
        browser = new AccountBrowser(mvc);
        assertThat(signsIn(browser).getRedirectedUrl()).isEqualTo("/suspended");
        assertThat(browser.page("/suspended").text()).contains("Your account is suspended");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void anOwnSecondFactorIsAskedForUnlessTheProviderAskedForOne() throws Exception {
        signsIn(browser);
        jdbc.sql("insert into one_time_code (account_id, sealed, created_at, confirmed_at)"
                        + " select id, 'x', now(), now() from account where email = :email")
                .param("email", email)
                .update();
        AccountBrowser half = new AccountBrowser(mvc);
        assertThat(signsIn(half).getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(half.isIn()).isFalse();
        Map<String, Object> claims = claims(email, List.of("checkers"));
        claims.put("amr", List.of("pwd", "mfa"));
        PROVIDER.knows(login, claims);
        signsIn(half);
        assertThat(half.isIn()).isTrue();
    }

    @Test
    void whereOneIsDemandedThatOfTheProviderCounts() throws Exception {
        signsIn(browser);
        jdbc.sql("insert into second_factor_rule (required, set_by_name, set_at) values (true, 'Test', now())")
                .update();
        try {
            assertThat(browser.isIn()).isFalse();
            Map<String, Object> claims = claims(email, List.of("checkers"));
            claims.put("amr", List.of("pwd", "otp"));
            PROVIDER.knows(login, claims);
            AccountBrowser strong = new AccountBrowser(mvc);
            signsIn(strong);
            assertThat(strong.isIn()).isTrue();
            assertThat(strong.page("/account").text()).doesNotContain("Set one up first");
        } finally {
            jdbc.sql("insert into second_factor_rule (required, set_by_name, set_at) values (false, 'Test', now())")
                    .update();
        }
    }

    @Test
    void theSessionIsNewAndItsCookieOfThisHostAlone() throws Exception {
        MockHttpServletResponse asked = browser.send("/sign-in/provider");
        MockHttpServletResponse in = comesBack(browser, PROVIDER.logsIn(handOver(asked), login));
        assertThat(cookie(asked)).startsWith("__Host-SESSION=");
        assertThat(cookie(in))
                .startsWith("__Host-SESSION=")
                .contains("; Path=/; Secure")
                .isNotEqualTo(cookie(asked));
    }

    @Test
    void noTokenIsKept() throws Exception {
        signsIn(browser);
        assertThat(browser.isIn()).isTrue();
        assertThat(jdbc.sql("select count(*) from spring_session_attributes a join spring_session s"
                                + " on s.primary_id = a.session_primary_id where s.principal_name = :email"
                                + " and (encode(a.attribute_bytes, 'escape') like '%eyJ%'"
                                + " or encode(a.attribute_bytes, 'escape') like '%oauth2%')")
                        .param("email", email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String cookie(MockHttpServletResponse answer) {
        return answer.getHeaders("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("SESSION="))
                .findFirst()
                .orElseThrow();
    }

    private int identities(Cast.Person person) {
        return jdbc.sql("select count(*) from identity where account_id = :id")
                .param("id", person.actor().accountId())
                .query(Integer.class)
                .single();
    }

    private List<String> audited() {
        return jdbc.sql("select e.action from audit_entry e join account a on a.id = e.actor_id"
                        + " where a.email = :email order by e.id")
                .param("email", email)
                .query(String.class)
                .list();
    }

    private String details(String action) {
        return jdbc.sql("select e.details::text from audit_entry e join account a on a.id = e.actor_id"
                        + " where a.email = :email and action = :action order by e.id desc limit 1")
                .param("email", email)
                .param("action", action)
                .query(String.class)
                .single();
    }
}
