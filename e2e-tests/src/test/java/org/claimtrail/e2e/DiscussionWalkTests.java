package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two reviewers talk about a claim, and are told of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(FailureScreens.class)
class DiscussionWalkTests {

    private Newsroom newsroom;
    private Person reviewerA;
    private Person reviewerB;
    private String claim;

    @BeforeAll
    void open() {
        newsroom = Newsroom.open("discussion");
        reviewerA = newsroom.reviewerA();
        reviewerB = newsroom.reviewerB();
        String article = Newsroom.imports(reviewerA, "Talks", Texts.GENEVA);
        claim = Newsroom.marksAndTakes(reviewerA, article, "a war that has killed 14,000 people");
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    @Order(1)
    void whoeverIsNamedIsToldAndReplies() {
        reviewerB.opens("/notifications");
        assertThat(reviewerB.main()).containsText("Nothing was told to you yet");
        Look.at(reviewerB.page(), "notifications-empty");

        reviewerA.opens(claim);
        reviewerA
                .page()
                .locator("#comment")
                .fill("@Reviewer B, the update of the UN is newer: https://example.org/casualties?year=2021.\n"
                        + "Does it count civilians?");
        reviewerA.presses("Add the comment");
        assertThat(reviewerA.flash()).hasText("Your comment stands below.");
        assertThat(reviewerA.page().locator("#comment")).hasValue("");

        reviewerB.opens("/claims");
        Locator bell = reviewerB.page().locator(".masthead-notifications");
        assertThat(bell).containsText("1 unread");
        bell.click();
        assertThat(reviewerB.main()).containsText("Reviewer A named you in a discussion");
        Look.at(reviewerB.page(), "notifications");
        reviewerB.presses("Mark as read: Reviewer A named you in a discussion, a war that has killed 14,000 people");
        assertThat(bell).not().containsText("unread");

        reviewerB.main().locator(".notification a").click();
        assertThat(reviewerB.page()).hasURL(Pattern.compile(".*" + claim + "/discussion"));
        assertThat(reviewerB.main().locator(".mention")).hasText("@Reviewer B");
        reviewerB.main().locator("summary").getByText("Reply").click();
        Locator reply = reviewerB.main().locator(".comment textarea[name=comment]");
        reply.fill("It does: 3,404 of them.");
        reviewerB.presses("Add the reply");
        assertThat(reviewerB.main().locator(".comment").nth(1)).containsText("in reply to Reviewer A");

        reviewerA.opens("/notifications");
        assertThat(reviewerA.main()).containsText("Reviewer B replied to your comment");
        reviewerA.presses("Mark all as read");
        assertThat(reviewerA.page().locator(".masthead-unread")).hasCount(0);
    }

    @Test
    @Order(2)
    void onesOwnCommentsAreEditedInTwoWindowsAndDeleted() {
        reviewerB.opens(claim);
        Page other = reviewerB.secondWindow();
        other.navigate(newsroom.desk().address() + claim + "/discussion");
        other.getByRole(AriaRole.LINK, exactly("Edit")).click();
        reviewerB
                .main()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Edit").setExact(true))
                .click();
        reviewerB.page().locator("#comment").fill("It does: 3,404 civilians until the end of 2021.");
        reviewerB.presses("Save");
        assertThat(reviewerB.main().locator(".comment").nth(1)).containsText("edited just now");

        other.locator("#comment").fill("It does not.");
        other.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(other.getByRole(AriaRole.ALERT)).containsText("3,404 civilians until the end of 2021");
        assertThat(other.locator("#comment")).hasValue("It does not.");
        Look.at(other, "comment-stale");
        other.close();

        reviewerA.opens(claim);
        reviewerA.page().locator("#comment").fill("A slip of the pen.");
        reviewerA.page().locator("#tell").selectOption("Reviewer B");
        reviewerA.presses("Add the comment");
        Locator slip = reviewerA.main().locator(".comment").last();
        assertThat(slip).containsText("for Reviewer B");
        Person.button(slip, "Delete").click();
        assertThat(reviewerA.flash()).hasText("Your comment is deleted. Replies to it stay.");
        assertThat(reviewerA.main().locator(".comment").last()).containsText("Deleted by its author.");
        reviewerA.main().locator("summary").getByText("Reply").first().click();
        Look.at(reviewerA.page(), "claim-with-discussion");
    }

    @Test
    @Order(3)
    void whatIsTypedSurvivesAReloadAndWhatIsTurnedOffIsNotTold() {
        reviewerA.opens(claim + "/discussion");
        reviewerA.page().locator("#comment").pressSequentially("Half a thought");
        reviewerA.page().waitForTimeout(500);
        reviewerA.page().reload();
        assertThat(reviewerA.page().locator("#comment")).hasValue("Half a thought");

        reviewerB.opens("/notifications/settings");
        Look.at(reviewerB.page(), "notification-settings");
        reviewerB.page().getByLabel("Here: Somebody names you in a discussion").uncheck();
        reviewerB.presses("Save");
        assertThat(reviewerB.flash()).hasText("Saved. It holds for what happens from now on.");
        assertThat(reviewerB.page().getByLabel("Here: Somebody names you in a discussion"))
                .not()
                .isChecked();
        reviewerB.opens("/notifications");
        int before = reviewerB.main().locator(".notification").count();
        reviewerA.page().locator("#comment").fill("@Reviewer B, one more.");
        reviewerA.presses("Add the comment");
        reviewerA.flash().waitFor();
        reviewerB.opens("/notifications");
        assertThat(reviewerB.main().locator(".notification")).hasCount(before);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
