package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two reviewers judge claims without knowing of each other's rating, and an admin decides where they differ. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FailureScreens.class)
class SecondReviewWalkTests {

    private Newsroom newsroom;
    private Person admin;
    private Person first;
    private Person second;
    private Person visitor;
    private String article;

    @BeforeAll
    void aDeskAtWork() {
        newsroom = Newsroom.open("second-review");
        admin = newsroom.admin();
        first = newsroom.reviewerA();
        second = newsroom.reviewerB();
        visitor = newsroom.visitor();
        article = Newsroom.imports(first, "Blinken and Lavrov part without a breakthrough", Texts.GENEVA);
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void theSameRatingGivenBlindPublishesWithBothNames() {
        String claim = submits("a war that has killed 14,000 people", "Mostly true", "The UN counts 14,200 to 14,400.");
        Look.at(first.page(), "second-review-waiting-author");

        second.opens("/");
        assertThat(second.main()).containsText("Waiting for my second review");
        Look.at(second.page(), "desk-waiting-for-me");
        second.opens(claim);
        assertThat(second.main()).not().containsText("14,200");
        Look.at(second.page(), "second-review-waiting-blind");
        second.main().getByText("Give the second review").click();
        assertThat(second.main()).containsText("Conflict-related civilian casualties");
        second.presses("Give this rating");
        Look.at(second.page(), "second-review-refused");
        second.page().locator("#explanation").fill("Soldiers and civilians of both sides make 14,000 and some more.");
        second.chooses("Mostly true");
        second.presses("Give this rating");
        assertThat(second.flash()).containsText("You both gave the same rating.");

        visitor.opens(claim.replace("claims", "verdicts"));
        assertThat(visitor.main()).containsText("Reviewer A");
        assertThat(visitor.main()).containsText("Reviewer B");
    }

    @Test
    void aDifferenceIsShownToBothAndDecidedByAThird() {
        String claim =
                submits("Moscow denies that it is preparing an attack", "True", "The ministry said so that day.");
        second.opens(claim + "/second-review");
        second.page().locator("#explanation").fill("What it denies can only be known later.");
        second.chooses("Unverifiable");
        second.presses("Give this rating");
        assertThat(second.flash()).containsText("Your ratings differ.");
        assertThat(second.main()).containsText("The ministry said so that day.");
        Look.at(second.page(), "second-review-differing");
        visitor.opens(claim.replace("claims", "verdicts"));
        assertThat(visitor.page().locator("h1")).not().containsText("Moscow");

        admin.opens(claim);
        admin.main().getByText("Decide between the two").click();
        admin.chooses("True");
        admin.page().locator("#reason").fill("The claim is that Moscow denies it, and that it does.");
        Look.at(admin.page(), "adjudication");
        admin.presses("Decide and publish");
        assertThat(admin.flash()).containsText("The verdict is public.");
        visitor.opens(claim.replace("claims", "verdicts"));
        assertThat(visitor.main()).containsText("Desk Admin");
        Look.at(visitor.page(), "verdict-adjudicated");
    }

    @Test
    void claimsAreGivenToPeopleWithADayAndFoundAgainInTheirViews() {
        String claim = Newsroom.marksAndTakes(first, article, "100,000 Russian soldiers stand within reach");
        first.unfolds("Give it to somebody else");
        first.page().locator("#assign-to").selectOption(new SelectOption().setLabel("Reviewer B"));
        first.presses("Give it");
        assertThat(first.flash()).containsText("The claim has its new assignee.");
        first.unfolds("Set a day for it");
        first.page()
                .locator("#due-day")
                .fill(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        first.presses("Set the day");
        assertThat(first.flash()).containsText("The day is set.");
        second.opens(claim);
        second.unfolds("Declare an interest");
        second.page().locator("#interest-text").fill("I wrote on these soldiers for another paper.");
        second.presses("Declare it");
        assertThat(second.main()).containsText("I wrote on these soldiers");
        Look.at(second.page(), "claim-with-interest-and-day");

        second.opens("/claims?view=mine");
        assertThat(second.main().locator("tbody tr")).hasCount(1);
        assertThat(second.main()).containsText("overdue");
        Look.at(second.page(), "queue-mine");
        first.opens("/claims?view=changed");
        assertThat(first.main()).containsText("changed since you looked");
        first.opens("/claims?view=overdue");
        assertThat(first.main().locator("tbody tr")).hasCount(1);
        Look.at(first.page(), "queue-overdue");
    }

    private String submits(String words, String rating, String why) {
        String claim = Newsroom.marksAndTakes(first, article, words);
        Newsroom.attaches(
                first,
                claim,
                "Supports",
                "https://ukraine.example.org/casualties" + claim,
                "Conflict-related civilian casualties in Ukraine",
                "Counts soldiers, members of armed groups and civilians.");
        first.opens(claim);
        first.page().locator("#explanation").fill(why);
        first.chooses(rating);
        first.presses("Submit for second review");
        assertThat(first.flash()).containsText("Submitted.");
        return claim;
    }
}
