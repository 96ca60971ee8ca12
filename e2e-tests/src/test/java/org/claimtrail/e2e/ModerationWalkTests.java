package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a reader's flag to the outcome of an appeal, and a person whose spam is hidden at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FailureScreens.class)
class ModerationWalkTests {

    private static final String TEXT = "The harbour wall was finished in 1911. It cost 14,000 crowns.";

    private Newsroom newsroom;
    private Person admin;
    private Person author;
    private Person visitor;
    private Person otherAdmin;
    private String claim;
    private String verdict;

    @BeforeAll
    void aPublicVerdict() {
        newsroom = Newsroom.open("moderation");
        admin = newsroom.admin();
        author = newsroom.reviewerA();
        visitor = newsroom.visitor();
        otherAdmin = Person.arrives(newsroom.chromium(), newsroom.desk(), "Second Admin");
        admin.opens("/accounts");
        admin.page().locator("#role").selectOption("admin");
        admin.presses("Make the invitation");
        otherAdmin.joins(admin.page().locator("#invitation").inputValue());
        String article = Newsroom.imports(author, "The harbour wall", TEXT);
        claim = Newsroom.marksAndTakes(author, article, "cost 14,000 crowns");
        Newsroom.attaches(
                author,
                claim,
                "Supports",
                "https://archive.example/bill",
                "The bill",
                "Call 555 0100 for cheap boats.");
        Newsroom.publishes(author, claim, "Half true", "The archive holds the bill for half of it.");
        verdict = claim.replace("/claims/", "/verdicts/");
    }

    @AfterAll
    void close() {
        otherAdmin.close();
        newsroom.close();
    }

    @Test
    @Order(1)
    void aReaderFlagsAPieceOfEvidence() {
        visitor.opens(verdict);
        visitor.unfolds("Flag a problem");
        visitor.page().locator("#flag-about").selectOption(new SelectOption().setLabel("Evidence: The bill"));
        visitor.page().locator("#flag-problem").selectOption("spam");
        visitor.page().locator("#flag-note").fill("It sells boats.");
        Look.at(visitor.page(), "moderation-flag");
        visitor.presses("Send the flag");
        assertThat(visitor.flash()).hasText("The flag is sent. An admin will decide on it.");
    }

    @Test
    @Order(2)
    void anAdminHidesItAndReadersAreTold() {
        admin.opens("/moderation");
        Locator found = admin.main().locator("[id^=case-]").first();
        assertThat(found).containsText("It sells boats.");
        Look.at(admin.page(), "moderation-cases");
        found.getByLabel("Reason, in the public log").fill("It advertises boats.");
        Person.button(found, "Hide from readers").click();
        assertThat(admin.flash()).containsText("Hidden");

        visitor.opens(verdict);
        assertThat(visitor.main()).containsText("Hidden by an admin: spam. See the moderation log.");
        assertThat(visitor.main()).not().containsText("cheap boats");
        Look.at(visitor.page(), "moderation-hidden");
        visitor.opens("/moderation-log");
        assertThat(visitor.main()).containsText("A piece of evidence: hidden by an admin");
        Look.at(visitor.page(), "moderation-log");

        admin.opens("/moderation" + claim);
        admin.page().getByText("Show me what is hidden").first().click();
        assertThat(admin.main()).containsText("cheap boats");
        Look.at(admin.page(), "moderation-hiding");
    }

    @Test
    @Order(3)
    void theAuthorAppealsAndAnotherAdminReverses() {
        author.opens("/notifications");
        author.page().locator(".notification a").first().click();
        assertThat(author.main()).containsText("A piece of evidence: hidden by an admin");
        author.unfolds("Appeal against it");
        author.main().getByLabel("Why it should be decided otherwise").fill("The number is that of the archive.");
        Look.at(author.page(), "moderation-appeal");
        author.presses("Send the appeal");
        assertThat(author.flash()).containsText("Another admin will decide");

        admin.opens("/moderation");
        assertThat(admin.main().locator("#appeals")).containsText("Another admin has to decide on this appeal.");
        otherAdmin.opens("/moderation");
        Look.at(otherAdmin.page(), "moderation-appeals");
        Locator appeal = otherAdmin.main().locator("[id^=appeal-]").first();
        appeal.getByLabel("Reason, in the public log").fill("The number is the archive's.");
        Person.button(appeal, "Reverse the decision").click();
        assertThat(otherAdmin.flash()).containsText("The decision is reversed.");

        visitor.opens(verdict);
        assertThat(visitor.main()).containsText("cheap boats");
        author.opens("/decisions");
        assertThat(author.main()).containsText("The decision was reversed.");
    }

    @Test
    @Order(4)
    void whatOnePersonWroteIsHiddenAtOnceAndTakenBack() {
        author.opens(claim);
        for (String text : new String[] {"Boats!", "More boats!"}) {
            author.page().locator("#comment").fill(text);
            author.presses("Add the comment");
            author.page().waitForURL("**#comment-*");
            author.opens(claim);
        }
        admin.opens("/accounts");
        admin.page().getByText("What Reviewer A wrote").click();
        Look.at(admin.page(), "moderation-account");
        admin.main().getByLabel("Reason, in the public log").fill("All of it sells boats.");
        admin.presses("Hide what is chosen");
        assertThat(admin.flash()).containsText("Hidden.");
        visitor.opens(verdict);
        assertThat(visitor.main().locator("h1")).hasText("Hidden by an admin: spam. See the moderation log.");
        admin.page().locator("#flash button").click();
        assertThat(admin.flash()).containsText("Everybody sees all of it again.");
        visitor.opens(verdict);
        assertThat(visitor.main().locator("h1")).not().containsText("Hidden by an admin");
        assertThat(visitor.scriptErrors()).isEmpty();
    }
}
