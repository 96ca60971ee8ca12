package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page on a desk and on a phone, in light and in dark: legible, accessible, never wider than the window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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
        published(
                Newsroom.marksAndTakes(reviewer, article, "Moscow denies that it is preparing an attack"),
                "Unverifiable");
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
        published(claim, "Mostly true");
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
    void theErrorPages() {
        visitor.opens("/verdicts/999999");
        Look.at(visitor.page(), "error-404");
        reviewer.opens("/moderation");
        Look.at(reviewer.page(), "error-403");
    }

    private void published(String path, String rating) {
        reviewer.opens(path);
        reviewer.page().locator("#explanation").fill("The UN counts 14,200 to 14,400 killed.");
        reviewer.chooses(rating);
        reviewer.presses("Publish");
        reviewer.flash().waitFor();
    }
}
