package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What several people do at one desk: they meet at the same claim, raise flags, moderate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FailureScreens.class)
class TogetherTests {

    private Newsroom newsroom;
    private Person admin;
    private Person reviewerA;
    private Person reviewerB;
    private Person visitor;
    private String article;
    private String claim;
    private String verdict;

    @BeforeAll
    void aDeskWithAVerdict() {
        newsroom = Newsroom.open("together");
        admin = newsroom.admin();
        reviewerA = newsroom.reviewerA();
        reviewerB = newsroom.reviewerB();
        visitor = newsroom.visitor();
        article = Newsroom.imports(reviewerA, "Talks in Geneva go on", Texts.GENEVA);
        claim = Newsroom.marksAndTakes(reviewerA, article, "a war that has killed 14,000 people");
        verdict = claim.replace("claims", "verdicts");
        Newsroom.attaches(reviewerA, claim, "Supports", "https://example.org/count", "A count", "Counted by the UN.");
        Newsroom.publishes(reviewerA, claim, "Mostly true", "The count of the UN bears it out.");
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @AfterEach
    void noScriptFailed() {
        for (Person person : List.of(admin, reviewerA, reviewerB, visitor)) {
            assertThat(person.scriptErrors())
                    .as("script errors of %s", person.name())
                    .isEmpty();
        }
    }

    @Test
    @Order(1)
    void whoLosesARaceForAWordingSeesBothVersionsAndCanStillSaveTheirs() {
        reviewerA.opens(article);
        String raced = onArticle().claimOf("planned since 2020");
        reviewerA.opens(raced + "/edit");
        reviewerB.opens(raced + "/edit");
        reviewerA.page().locator("#wording").fill("The exercise was planned in 2020, says reviewer A");
        reviewerB.page().locator("#wording").fill("The exercise was planned in 2021, says reviewer B");
        reviewerA.presses("Save");
        assertThat(reviewerA.page()).not().hasURL(Pattern.compile(".*/edit$"));

        reviewerB.presses("Save");

        assertThat(reviewerB.main().locator("h1")).hasText("Changed meanwhile");
        assertThat(reviewerB.main()).containsText("Reviewer A changed the same");
        assertThat(reviewerB.main().locator("[name='theirs.wording']"))
                .hasValue("The exercise was planned in 2020, says reviewer A");
        assertThat(reviewerB.main().locator(".conflict-sides ins").getByText("exercise"))
                .hasCount(2);
        assertThat(reviewerB.page().locator("[name='own.wording']"))
                .hasValue("The exercise was planned in 2021, says reviewer B");

        reviewerB.chooses("Take what I wrote here");
        reviewerB.presses("Save what I chose");
        reviewerB.opens(raced);
        assertThat(reviewerB.main().locator("h1")).hasText("The exercise was planned in 2021, says reviewer B");
        reviewerB.opens(raced + "/history");
        assertThat(reviewerB.main().locator(".timeline")).containsText("Reviewer A changed the wording.");
    }

    @Test
    @Order(2)
    void whoLosesARaceForADraftSeesBothVersionsAndCanStillSaveTheirs() {
        reviewerA.opens(article);
        String raced = onArticle().claimOf("planned in 2021");
        reviewerB.opens(raced);
        if (reviewerB
                        .main()
                        .getByText("Accept", new Locator.GetByTextOptions().setExact(true))
                        .count()
                > 0) {
            reviewerB.presses("Accept");
        }
        reviewerB.presses("Take it");
        Page other = reviewerB.secondWindow();
        other.navigate(newsroom.desk().address() + raced);
        reviewerB.page().locator("#explanation").fill("Written in the first window.");
        reviewerB.presses("Save the draft");
        assertThat(reviewerB.flash()).hasText("The draft is saved.");
        other.locator("#explanation").fill("Written in the second window, longer than the first.");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the draft"))
                .click();

        assertThat(other.locator("main h1")).hasText("Changed meanwhile");
        assertThat(other.locator(".conflict-sides")).containsText("Written in the first window.");
        assertThat(other.locator("[name='own.explanation']"))
                .hasValue("Written in the second window, longer than the first.");

        other.locator("[name='choice.explanation'][value=mine]").check();
        other.getByText("Save what I chose").click();
        assertThat(other.locator("#explanation")).hasValue("Written in the second window, longer than the first.");
        assertThat(other.locator("#flash")).containsText("The draft is saved.");
        other.close();
    }

    @Test
    @Order(3)
    void aVisitorFlagsAVerdictAndTheAdminKeepsIt() {
        visitor.opens(verdict);
        visitor.unfolds("Flag a problem");
        visitor.page().locator("#flag-problem").selectOption("outdated");
        visitor.page().locator("#flag-note").fill("There is a newer count.");
        visitor.presses("Send the flag");
        assertThat(visitor.flash()).hasText("The flag is sent. An admin will decide on it.");

        admin.opens("/moderation");
        Locator flag = admin.main()
                .locator("[id^=case-]", new Locator.LocatorOptions().setHasText("There is a newer count."))
                .first();
        assertThat(flag).containsText("a reader");
        flag.getByLabel("Reason, in the public log").fill("The newer count covers 2022 too.");
        Person.button(flag, "Keep as it is").click();

        assertThat(admin.flash()).hasText("Kept as it is. The decision is in the log.");
        assertThat(admin.main().locator(".timeline-item").first()).containsText("The newer count covers 2022 too.");
        assertThat(visitor.opens(verdict).status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void anAdminHidesAVerdictAndShowsItAgain() {
        admin.opens(claim);
        admin.unfolds("Hide from readers");
        admin.page().locator("#hide-why").fill("A lawyer looks at it.");
        admin.presses("Hide from readers");
        assertThat(admin.flash()).hasText("Hidden from readers. The decision is in the log.");

        Response hidden = visitor.opens(verdict);
        assertThat(hidden.status()).isEqualTo(410);
        assertThat(visitor.main()).containsText("This verdict is not shown at the moment");
        assertThat(visitor.main()).not().containsText("14,000");
        visitor.opens("/verdicts");
        assertThat(visitor.main()).not().containsText("14,000");

        admin.unfolds("Show to readers again");
        admin.page().locator("#hide-why").fill("The lawyer found nothing.");
        admin.presses("Show to readers again");
        assertThat(visitor.opens(verdict).status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void anAdminLocksAClaimAgainstChangesAndUnlocksIt() {
        reviewerA.opens(claim + "/correction");
        admin.opens(claim);
        admin.unfolds("Lock against changes");
        admin.page().locator("#lock-why").fill("Until the lawyer has answered.");
        admin.presses("Lock against changes");

        reviewerA.page().locator("#explanation").fill("Written while it was locked.");
        reviewerA.chooses("Typo");
        reviewerA.page().locator("#reason").fill("None.");
        reviewerA.presses("Publish the correction");
        assertThat(reviewerA.main().getByRole(AriaRole.ALERT))
                .containsText("An admin locked this claim. Nothing was changed.");
        assertThat(reviewerA.page().locator("#explanation")).hasValue("Written while it was locked.");

        admin.unfolds("Unlock");
        admin.page().locator("#lock-why").fill("The lawyer has answered.");
        admin.presses("Unlock");
        assertThat(admin.flash()).hasText("Unlocked. The decision is in the log.");
        visitor.opens(verdict);
        assertThat(visitor.main()).not().containsText("Written while it was locked.");
    }

    @Test
    @Order(6)
    void aSuspendedReviewersSessionEndsAtOnce() {
        reviewerB.opens("/claims");
        admin.opens("/accounts");
        Locator row = admin.main().locator("tr", new Locator.LocatorOptions().setHasText("Reviewer B"));
        row.locator("summary").click();
        row.getByLabel("Reason, in the public log").fill("Left the desk.");
        Person.button(row, "Suspend Reviewer B").click();
        assertThat(admin.flash()).hasText("Suspended, and signed out everywhere.");

        reviewerB.opens("/claims");
        assertThat(reviewerB.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        reviewerB.page().locator("#email").fill(reviewerB.email());
        reviewerB.page().locator("#password").fill(Person.PASSWORD);
        reviewerB.presses("Sign in");
        assertThat(reviewerB.main().locator("h1")).hasText("Your account is suspended");
        assertThat(reviewerB.main()).containsText("Left the desk.");
        Look.at(reviewerB.page(), "suspended");
        reviewerB.main().getByLabel("Why it should be decided otherwise").fill("I am on leave, and come back.");
        reviewerB.presses("Send the appeal");
        assertThat(reviewerB.flash()).containsText("Another admin will decide");
        assertThat(reviewerB.main()).containsText("Nobody has decided on the appeal yet.");
        Look.at(reviewerB.page(), "suspended-appealed");
        reviewerB.opens("/claims");
        assertThat(reviewerB.page()).hasURL(Pattern.compile(".*/sign-in.*"));
    }

    private ArticlePage onArticle() {
        return new ArticlePage(reviewerA);
    }
}
