package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at a provider, by its own page and back. */
class ProviderWalkTests {

    private static final String BUTTON = "Sign in with the newsroom";

    private static IdentityProvider provider;
    private static Newsroom newsroom;

    @BeforeAll
    static void open() throws Exception {
        provider = IdentityProvider.start();
        newsroom = Newsroom.open(
                "provider",
                "--claimtrail.oidc.issuer=" + provider.issuer(),
                "--claimtrail.oidc.client-id=" + IdentityProvider.CLIENT,
                "--claimtrail.oidc.client-secret=" + IdentityProvider.SECRET,
                "--claimtrail.oidc.name=the newsroom",
                "--claimtrail.oidc.admin-groups=chiefs",
                "--claimtrail.oidc.reviewer-groups=checkers");
        provider.serves(newsroom.desk());
    }

    @AfterAll
    static void close() throws Exception {
        newsroom.close();
        provider.close();
    }

    @Test
    void aFirstSignInMakesTheAccountAndTheNextOneNeedsNoPage() {
        provider.knows("ada", "Ada of the Newsroom", List.of("checkers"));
        Person person = newsroom.visitor();
        person.opens("/sign-in");
        Look.at(person.page(), "sign-in-with-provider");
        person.presses(BUTTON);
        logsIn(person.page(), "ada");
        assertThat(person.page().locator(".masthead-name")).hasText("Ada of the Newsroom");
        person.opens("/account");
        assertThat(person.main()).containsText("This account has no password");
        Look.at(person.page(), "account-of-provider");

        person.page().locator(".masthead-account form button").click();
        person.page().waitForURL("**/sign-in?out");
        person.presses(BUTTON);
        assertThat(person.page().locator(".masthead-name")).hasText("Ada of the Newsroom");
        assertThat(person.scriptErrors()).isEmpty();
    }

    @Test
    void anAccountIsLinkedByItsOwner() {
        provider.knows("bea", "Bea of the Newsroom", List.of("checkers"));
        Person person = newsroom.reviewerA();
        person.opens("/account");
        Look.at(person.page(), "account-to-link");
        person.page().locator("#link-password").fill(Person.PASSWORD);
        person.presses("Link with the newsroom");
        logsIn(person.page(), "bea");
        assertThat(person.flash()).containsText("Your account is linked with the newsroom.");
        Look.at(person.page(), "account-linked");
        assertThat(person.page().locator(".masthead-name")).hasText("Reviewer A");

        Person elsewhere = Person.withoutJavaScript(newsroom.chromium(), newsroom.desk(), "Reviewer A");
        elsewhere.opens("/sign-in");
        elsewhere.presses(BUTTON);
        logsIn(elsewhere.page(), "bea");
        assertThat(elsewhere.page().locator(".masthead-name")).hasText("Reviewer A");
        elsewhere.close();
    }

    @Test
    void whoIsInNoGroupIsToldSo() {
        provider.knows("eve", "Eve of the Canteen", List.of("canteen"));
        Person person = Person.arrives(newsroom.chromium(), newsroom.desk(), "Eve of the Canteen");
        person.opens("/sign-in");
        person.presses(BUTTON);
        logsIn(person.page(), "eve");
        assertThat(person.page()).hasURL(Pattern.compile(".*/sign-in$"));
        assertThat(person.main()).containsText("in no group that works at this desk");
        Look.at(person.page(), "sign-in-in-no-group");
        person.close();
    }

    /** On the provider's page; ends on the desk's. */
    private static void logsIn(Page page, String login) {
        page.waitForURL(address -> address.startsWith(provider.issuer()) && address.contains("/login"));
        page.locator("#username").fill(login);
        page.locator("#password").fill(IdentityProvider.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(address -> address.startsWith(newsroom.desk().address()));
    }
}
