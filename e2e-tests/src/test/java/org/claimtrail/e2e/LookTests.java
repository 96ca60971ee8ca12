package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page on a desk and on a phone, in light and in dark: legible, accessible, never wider than the window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FailureScreens.class)
class LookTests {

    private Newsroom newsroom;
    private Person admin;
    private Person reviewer;
    private Person visitor;
    private String article;
    private String claim;
    private String verdict;

    @BeforeAll
    void aDeskAtWork() {
        newsroom = Newsroom.open("look");
        admin = newsroom.admin();
        reviewer = newsroom.reviewerA();
        visitor = newsroom.visitor();
        article = Newsroom.imports(reviewer, "Blinken and Lavrov part without a breakthrough", Texts.GENEVA);
        Newsroom.publishes(
                reviewer,
                Newsroom.marksAndTakes(reviewer, article, "Moscow denies that it is preparing an attack"),
                "Unverifiable",
                "Nobody outside can know it.");
        claim = Newsroom.marksAndTakes(reviewer, article, "a war that has killed 14,000 people");
        Newsroom.attaches(
                reviewer,
                claim,
                "Supports",
                "https://ukraine.example.org/conflict-related-civilian-casualties-in-ukraine-december-2021-update",
                "Conflict-related civilian casualties in Ukraine",
                "Counts soldiers, members of armed groups and civilians.");
        Newsroom.attaches(
                reviewer,
                claim,
                "Context",
                "https://example.org/minsk",
                "A chronology of the Minsk agreements",
                "Says when each line was drawn.");
        Newsroom.publishes(reviewer, claim, "Mostly true", "The UN counts 14,200 to 14,400 killed.");
        reviewer.opens(claim + "/correction");
        reviewer.page()
                .locator("#explanation")
                .fill("The UN counts 14,200 to 14,400 killed until the end of 2021.\nThe article rounds this down.");
        reviewer.chooses("Content, rating unchanged");
        reviewer.page().locator("#reason").fill("The range of the UN was missing.");
        reviewer.presses("Publish the correction");
        verdict = claim.replace("claims", "verdicts");
        visitor.opens(verdict);
        visitor.unfolds("Flag a problem");
        visitor.page().locator("#flag-note").fill("There is a newer count, to the end of January.");
        visitor.presses("Send the flag");
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void thisCheckItselfSeesFaintTextAndAWidePage() {
        visitor.page().navigate("about:blank");
        visitor.page()
                .setContent("<html lang=en><title>Faint and wide</title><main><h1 style='width:2000px;color:#ddd;"
                        + "background:#fff'>Faint and wide</h1></main></html>");

        assertThatThrownBy(() -> Look.at(visitor.page(), "faint-and-wide"))
                .hasMessageContaining("color-contrast")
                .hasMessageContaining("px wider than the window");
    }

    @Test
    void theFrontPage() {
        visitor.opens("/");
        Look.at(visitor.page(), "front");
    }

    @Test
    void theDeskOfAReviewer() {
        reviewer.opens("/");
        Look.at(reviewer.page(), "desk");
    }

    @Test
    void anArticleWithItsClaims() {
        reviewer.opens(article);
        Look.at(reviewer.page(), "article");
    }

    @Test
    void theArticles() {
        reviewer.opens("/articles");
        Look.at(reviewer.page(), "articles");
    }

    @Test
    void theImport() {
        reviewer.opens("/articles/new");
        reviewer.presses("Find its claims");
        Look.at(reviewer.page(), "import");
    }

    @Test
    void theDetailsOfAnArticle() {
        reviewer.opens(article + "/edit");
        Look.at(reviewer.page(), "article-edit");
    }

    @Test
    void aClaimUnderReview() {
        String inReview = Newsroom.marksAndTakes(reviewer, article, "more than 140 ships would take part");
        Newsroom.attaches(reviewer, inReview, "Refutes", "https://example.org/ships", "A list of ships", "Names 120.");
        reviewer.opens(inReview);
        reviewer.unfolds("Add evidence");
        Look.at(reviewer.page(), "claim");
    }

    @Test
    void anEditedClaim() {
        reviewer.opens("/claims?state=proposed");
        reviewer.page().locator("[data-row-link]").first().click();
        reviewer.main().getByText("Edit wording, claimant, kind").click();
        Look.at(reviewer.page(), "claim-edit");
    }

    @Test
    void aCorrection() {
        reviewer.opens(claim + "/correction");
        Look.at(reviewer.page(), "correction");
    }

    @Test
    void aComparisonInTheHistory() {
        reviewer.opens(claim + "/history");
        Look.at(reviewer.page(), "history");
    }

    @Test
    void theQueue() {
        reviewer.opens("/claims");
        Look.at(reviewer.page(), "queue");
    }

    @Test
    void theModeration() {
        admin.opens("/moderation");
        Look.at(admin.page(), "moderation");
    }

    @Test
    void theAccounts() {
        newsroom.invites();
        Look.at(admin.page(), "accounts");
    }

    @Test
    void theSettings() {
        admin.opens("/settings?threshold=0.70");
        Look.at(admin.page(), "settings");
    }

    @Test
    void theAuditLog() {
        admin.opens("/audit");
        Look.at(admin.page(), "audit");
    }

    @Test
    void aVerdict() {
        visitor.opens(verdict);
        Look.at(visitor.page(), "verdict");
    }

    @Test
    void theVerdicts() {
        visitor.opens("/verdicts");
        Look.at(visitor.page(), "verdicts");
    }

    @Test
    void theHistoryOfAVerdict() {
        visitor.opens(verdict + "/history");
        Look.at(visitor.page(), "verdict-history");
    }

    @Test
    void theProofOfAVerdict() {
        visitor.opens(verdict + "/proof");
        Look.at(visitor.page(), "verdict-proof");
    }

    @Test
    void theCheckpoints() {
        Http.visitor(newsroom.desk()).get("/verdicts.csv");
        visitor.opens("/checkpoints");
        Look.at(visitor.page(), "checkpoints");
    }

    @Test
    void theJobs() {
        admin.opens("/jobs");
        Look.at(admin.page(), "jobs");
    }

    @Test
    void theOwnAccount() {
        reviewer.opens("/account");
        Look.at(reviewer.page(), "account-own");
    }

    @Test
    void theSignIn() {
        visitor.opens("/sign-in");
        Look.at(visitor.page(), "sign-in");
    }

    @Test
    void anInvitation() {
        visitor.opens(newsroom.invites());
        Look.at(visitor.page(), "join");
    }

    @Test
    void twoVersionsOfAWording() {
        String raced = Newsroom.marksAndTakes(reviewer, article, "Perhaps the mood will be better");
        reviewer.opens(raced + "/edit");
        newsroom.reviewerB().opens(raced + "/edit");
        newsroom.reviewerB().page().locator("#wording").fill("The mood of the talks will be better in spring 2022");
        newsroom.reviewerB().presses("Save");
        newsroom.reviewerB().flash().waitFor();
        reviewer.page().locator("#wording").fill("The mood will be better in the spring of 2022");
        reviewer.presses("Save");
        reviewer.page().locator(".conflict").first().waitFor();
        Look.at(reviewer.page(), "conflict");
    }

    @Test
    void wordsThatDoNotStandInTheText() {
        reviewer.opens(article);
        reviewer.unfolds("Make a claim of words in this text");
        reviewer.page().locator("#exact").fill("words from elsewhere");
        reviewer.presses("Make the claim");
        reviewer.page().locator(".errors").waitFor();
        Look.at(reviewer.page(), "mark");
    }

    @Test
    void aTapOnAClaimOpensItsCardOverTheTextOnAPhone() {
        reviewer.page().setViewportSize(390, 844);
        reviewer.opens(article);
        reviewer.page().locator("[data-article-text] mark").nth(2).click();

        Locator sheet = reviewer.page().locator(".is-sheet");
        assertThat(sheet).isInViewport();
        String id = sheet.getAttribute("data-claim");
        assertThat(reviewer.page().locator("[data-claims~='" + id + "']").first())
                .isInViewport();
        reviewer.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Look.target().resolve("screenshots").resolve("article-sheet-390-light.png")));
        sheet.locator("[data-sheet-step='1']").click();
        assertThat(sheet).not().hasAttribute("data-claim", id);
        sheet.locator("[data-sheet-close]").click();
        assertThat(sheet).hasCount(0);
        reviewer.page().setViewportSize(1280, 900);
    }

    @Test
    void theErrorPages() {
        visitor.opens("/verdicts/999999");
        Look.at(visitor.page(), "error-404");
        reviewer.opens("/moderation");
        Look.at(reviewer.page(), "error-403");
    }
}
