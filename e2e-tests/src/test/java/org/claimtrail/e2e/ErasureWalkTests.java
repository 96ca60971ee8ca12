package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person is deleted: by an admin, and another one by themselves. */
class ErasureWalkTests {

    private static Newsroom newsroom;

    @BeforeAll
    static void open() {
        newsroom = Newsroom.open("erasure");
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    @Test
    void thePageSaysWhatGoesAndWhatStaysAndTheWorkStaysUnderAPseudonym() {
        Person reviewer = newsroom.reviewerA();
        Person admin = newsroom.admin();
        String article = Newsroom.imports(reviewer, "Blinken and Lavrov part without a breakthrough", Texts.GENEVA);
        String claim = Newsroom.marksAndTakes(reviewer, article, "Moscow denies that it is preparing an attack");
        Newsroom.publishes(reviewer, claim, "Unverifiable", "Nobody outside can know it.");
        String verdict = claim.replace("claims", "verdicts");

        admin.opens("/accounts");
        Look.at(admin.page(), "accounts-with-erasure");
        admin.page().locator("a[aria-label='Delete " + reviewer.name() + "']").click();
        assertThat(admin.main()).containsText("Nobody can undo this.");
        Look.at(admin.page(), "erasure");
        admin.page().locator("#typed").fill("somebody else");
        admin.page().locator("#reason").fill("asked for it in writing");
        admin.presses("Delete " + reviewer.name());
        assertThat(admin.main()).containsText("Nothing was deleted.");
        assertThat(admin.page().locator("#typed")).hasValue("somebody else");
        assertThat(admin.page().locator("#reason")).hasValue("asked for it in writing");
        Look.at(admin.page(), "erasure-wrong");
        admin.page().locator("#typed").fill(reviewer.email());
        admin.presses("Delete " + reviewer.name());
        assertThat(admin.flash()).containsText("What they did is under the name Former reviewer 1.");
        assertThat(admin.main()).not().containsText(reviewer.name());
        Look.at(admin.page(), "accounts-after-erasure");

        reviewer.opens("/articles");
        assertThat(reviewer.page()).hasURL(Pattern.compile(".*/sign-in"));
        reviewer.opens(verdict);
        assertThat(reviewer.main()).containsText("Former reviewer 1");
        assertThat(reviewer.main()).not().containsText(reviewer.name());
        assertThat(admin.scriptErrors()).isEmpty();
    }

    @Test
    void whoGoesThemselvesGivesTheirPassword() {
        Person leaving = newsroom.reviewerB();
        leaving.opens("/account");
        leaving.page().locator("a[href='/account/erasure']").click();
        Look.at(leaving.page(), "erasure-own");
        leaving.page().locator("#typed").fill(leaving.name());
        leaving.page().locator("#currentPassword").fill(Person.PASSWORD);
        leaving.presses("Delete your account");
        assertThat(leaving.main()).containsText("Your account is deleted, and you are signed out.");
        leaving.page().locator("#email").fill(leaving.email());
        leaving.page().locator("#password").fill(Person.PASSWORD);
        leaving.presses("Sign in");
        assertThat(leaving.main()).containsText("Email and password do not match");
        assertThat(leaving.scriptErrors()).isEmpty();
    }
}
