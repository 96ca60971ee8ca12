package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session that ends, or a database that stops, while somebody types: what was typed is not lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FailureScreens.class)
class InterruptionTests {

    private static final String TYPED = "Typed for a long time, with “quotes”, commas and 😀.";

    private Newsroom newsroom;
    private Person reviewer;
    private String article;
    private String claim;

    @BeforeAll
    void open() {
        newsroom = Newsroom.open("interruption");
        reviewer = newsroom.reviewerA();
        article = Newsroom.imports(reviewer, "Talks", Texts.GENEVA);
        claim = Newsroom.marksAndTakes(reviewer, article, "Moscow denies that it is preparing an attack");
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void aDraftThatWasSentAfterItsSessionEndedIsShownAgainAndCanBeSent() {
        reviewer.opens(claim);
        reviewer.page().locator("#explanation").fill(TYPED);
        sessionEnds();
        reviewer.presses("Save the draft");

        assertThat(reviewer.main()).containsText("Your session ended. What you typed is kept");
        reviewer.signsIn();
        assertThat(reviewer.main().locator("h1")).hasText("What you had typed");
        assertThat(reviewer.main().locator("textarea")).hasValue(TYPED);
        Look.at(reviewer.page(), "kept");
        reviewer.presses("Send it now");

        assertThat(reviewer.flash()).hasText("The draft is saved.");
        assertThat(reviewer.page().locator("#explanation")).hasValue(TYPED);
    }

    @Test
    void aWordingTypedInACardIsPutBackAfterSigningInAgain() {
        reviewer.opens(article);
        String id = reviewer.page()
                .locator("[data-claim][data-state=proposed]")
                .first()
                .getAttribute("data-claim");
        reviewer.page().locator("#claim-" + id + " summary").first().click();
        reviewer.page().locator("#wording-" + id).pressSequentially(TYPED);
        reviewer.page().waitForTimeout(500);
        String typed = reviewer.page().locator("#wording-" + id).inputValue();
        sessionEnds();
        reviewer.page().locator("#claim-" + id).getByText("Save").click();

        assertThat(reviewer.flash())
                .hasText("Your session ended. What you typed stays in this browser and is put back after you sign in.");
        reviewer.page().locator("#flash").getByRole(AriaRole.LINK).click();
        reviewer.signsIn();
        reviewer.opens(article);
        assertThat(reviewer.page().locator("#wording-" + id)).hasValue(typed);
        assertThat(reviewer.page().locator("#claim-" + id + " .kept-note")).isVisible();
    }

    @Test
    void signingOutLeavesNothingInTheBrowserAndLosesNothing() {
        reviewer.opens(claim);
        reviewer.page().locator("#explanation").fill("");
        reviewer.page().locator("#explanation").pressSequentially("Typed just before leaving");
        Person.button(reviewer.page().locator(".masthead"), "Sign out").click();
        assertThat(reviewer.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        assertEquals(
                0,
                reviewer.page()
                        .evaluate("Object.keys(localStorage).filter(key => key.startsWith('claimtrail.kept')).length"));

        reviewer.signsIn();
        reviewer.opens(claim);
        assertThat(reviewer.page().locator("#explanation")).hasValue("Typed just before leaving");
        reviewer.page().locator("[data-kept-discard]").first().click();
    }

    @Test
    void whileTheDatabaseIsStoppedTypedTextIsShownAndAfterwardsEverythingWorks() throws InterruptedException {
        reviewer.opens(claim + "/evidence/new");
        reviewer.chooses("Context");
        reviewer.page().locator("#address").fill("https://example.org/outage");
        reviewer.page().locator("#title").fill("Sent during an outage");
        reviewer.page().locator("#note").fill(TYPED);
        try (Outage outage = Outage.of(newsroom.desk())) {
            Response answer = reviewer.page()
                    .waitForResponse(
                            response -> response.request().method().equals("POST"),
                            () -> reviewer.presses("Add the evidence"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(reviewer.main().locator("h1")).hasText("The desk cannot reach its database");
            assertThat(reviewer.main().getByLabel("note")).hasValue(TYPED);
            assertThat(outage.kills()).isPositive();
            Look.at(reviewer.page(), "outage");
        }
        Page page = reviewer.page();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (reviewer.opens(claim + "/evidence/new").status() != 200 && System.nanoTime() < end) {
            Thread.sleep(1_000);
        }
        assertThat(reviewer.main().locator("h1")).hasText("Add evidence");
        assertThat(page.locator("#note")).hasValue(TYPED);
        reviewer.chooses("Context");
        page.locator("#address").fill("https://example.org/outage");
        page.locator("#title").fill("Sent after an outage");
        reviewer.presses("Add the evidence");
        assertThat(reviewer.flash()).hasText("The evidence is added.");
        assertThat(reviewer.main().locator(".evidence-item")).hasCount(1);
    }

    private void sessionEnds() {
        reviewer.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
    }
}
