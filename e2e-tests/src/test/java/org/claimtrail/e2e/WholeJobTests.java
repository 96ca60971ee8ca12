package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
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

/** The whole job, told in the order in which a newsroom does it: each test goes on where the one before it ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FailureScreens.class)
class WholeJobTests {

    private static final String EXPLANATION =
            "=1+1 is no formula, it is \"text\", with commas, and 😀.\nThe count of the UN, to the end of 2021, is 14,200 to 14,400: 3,404 civilians among them.";
    private static final String WORDING = "=The war in eastern Ukraine, since 2014, has killed \"14,000\" people 🕊";

    private Newsroom newsroom;
    private Person admin;
    private Person reviewerA;
    private Person reviewerB;
    private Person visitor;

    private String article;
    private String claim;
    private String verdict;

    @BeforeAll
    void open() {
        newsroom = Newsroom.empty("whole-job");
        admin = newsroom.admin();
        reviewerA = newsroom.reviewerA();
        reviewerB = newsroom.reviewerB();
        visitor = newsroom.visitor();
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
    void theAdminSetsTheDeskUpByThePrintedLinkWhichWorksOnce() {
        admin.joins(newsroom.desk().setupLink());

        assertThat(admin.page().locator(".masthead")).containsText("Moderation");
        assertThat(visitor.opens(newsroom.desk().setupLink()).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void theAdminInvitesTwoReviewersByLinksThatAreShownOnce() {
        String link = newsroom.invites();
        admin.opens("/accounts");
        assertThat(admin.page().locator("#invitation")).hasCount(0);

        reviewerA.joins(link);
        reviewerB.joins(newsroom.invites());

        assertThat(reviewerA.page().locator(".masthead")).containsText("Reviewer A");
        assertThat(reviewerA.page().locator(".masthead")).not().containsText("Moderation");
        assertThat(visitor.opens(link).status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aPastedArticleShowsItsClaimsHighlightedInTheText() {
        article = Newsroom.imports(reviewerA, "Talks in Geneva go on", Texts.GENEVA);

        assertThat(reviewerA.flash()).hasText("The article is here, and its claims are marked.");
        assertThat(onArticle().highlighted()).anyMatch(words -> words.contains("14,000"));
        assertThat(onArticle().highlighted()).anyMatch(words -> words.contains("planned since 2020"));
        assertThat(onArticle().card("14,000").locator(".reasons")).containsText("names a number");
        assertThat(reviewerA.page().locator(".boilerplate").first()).hasText("[ad_1]");
        assertThat(reviewerA.page().locator("[data-article-text]")).containsText("Neither side reported any progress.");
    }

    @Test
    @Order(4)
    void aReviewerGoesThroughTheClaimsByKeyboardAndAcceptsOne() {
        Page page = reviewerA.page();
        page.locator("body").click(new Locator.ClickOptions().setPosition(2, 2));
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        Locator first = page.locator("[data-claim]").first();
        assertThat(first).isFocused();

        page.keyboard().press("a");

        assertThat(first).hasAttribute("data-state", "open");
        assertThat(reviewerA.flash()).hasText("The claim is open.");
        assertThat(page.locator("[data-claim]").nth(1)).isFocused();
        String id = first.getAttribute("data-claim");
        assertThat(page.locator("[data-claims~='" + id + "']").first()).hasAttribute("data-state", "open");

        page.keyboard().press("?");
        assertThat(page.locator("dialog[data-keys-help]")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[data-keys-help]")).isHidden();
    }

    @Test
    @Order(5)
    void aReviewerAcceptsAClaimByAClickOnItsWordsAndKeepsTheirPlace() {
        Page page = reviewerA.page();
        page.locator("[data-article-text] mark", new Page.LocatorOptions().setHasText("14,000"))
                .first()
                .click();
        Locator card = onArticle().card("14,000");
        assertThat(card).isFocused();
        double before = ((Number) page.evaluate("scrollY")).doubleValue();

        Person.button(card, "Accept").click();

        assertThat(card).hasAttribute("data-state", "open");
        assertThat(page).hasURL(Pattern.compile(".*" + article + "(#.*)?$"));
        assertThat(Math.abs(((Number) page.evaluate("scrollY")).doubleValue() - before))
                .as("pixels that the text moved by")
                .isLessThan(450);
        claim = "/claims/" + card.getAttribute("data-claim");
    }

    @Test
    @Order(6)
    void aReviewerEditsAWordingInItsCard() {
        Locator card = onArticle().cardOf(claim);
        card.locator("summary", new Locator.LocatorOptions().setHasText("Edit")).click();
        card.getByLabel("Wording").fill(WORDING);
        Person.button(card, "Save").click();

        assertThat(onArticle().cardOf(claim).getByRole(AriaRole.HEADING)).hasText(WORDING);
        assertThat(reviewerA.flash()).hasText("The claim is saved.");
        reviewerA.opens(article);
        assertThat(onArticle().cardOf(claim).getByRole(AriaRole.HEADING)).hasText(WORDING);
    }

    @Test
    @Order(7)
    void aReviewerDismissesAClaimWithAReasonAndTakesThatBack() {
        Page page = reviewerA.page();
        Locator card = page.locator("[data-claim][data-state=proposed]").first();
        String id = card.getAttribute("data-claim");
        card.locator("summary", new Locator.LocatorOptions().setHasText("Dismiss"))
                .click();
        card.getByLabel("Why it is no claim to check").selectOption("trivial");
        Person.button(card, "Dismiss the claim").click();

        Locator dismissed = onArticle().cardOf("/claims/" + id);
        assertThat(dismissed).hasAttribute("data-state", "dismissed");
        assertThat(dismissed).containsText("Nobody doubts it");

        page.locator("#flash")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(onArticle().cardOf("/claims/" + id)).hasAttribute("data-state", "proposed");
    }

    @Test
    @Order(8)
    void aReviewerMarksAPassageByDraggingTheMouseOverIt() {
        reviewerA.opens(article);
        onArticle().select("Neither side reported any progress");
        Page page = reviewerA.page();
        page.locator("[data-make-claim]").click();
        assertThat(page.locator("[data-claim-exact]")).hasText("Neither side reported any progress");
        reviewerA.presses("Make the claim");

        assertThat(reviewerA.flash()).hasText("The claim is made.");
        assertThat(onArticle().card("Neither side reported any progress")).hasAttribute("data-state", "open");
        assertThat(onArticle().highlighted()).contains("Neither side reported any progress");
    }

    @Test
    @Order(9)
    void aReviewerMarksAPassageByTypingItsWords() {
        reviewerA.opens(article);
        reviewerA.unfolds("Make a claim of words in this text");
        reviewerA.page().locator("#exact").fill("the Russian border");
        reviewerA.presses("Make the claim");
        assertThat(reviewerA.main().getByRole(AriaRole.ALERT))
                .containsText("These words do not stand in the text so. Copy them from it.");
        assertThat(reviewerA.page().locator("#exact")).hasValue("the Russian border");

        reviewerA.page().locator("#exact").fill("it had nothing to do with the Russian troops");
        reviewerA.page().locator("#wording").fill("The Mediterranean exercise has nothing to do with Russia’s troops");
        reviewerA.presses("Make the claim");

        assertThat(onArticle().card("The Mediterranean exercise has nothing to do with Russia’s troops"))
                .hasAttribute("data-state", "open");
        assertThat(onArticle().highlighted())
                .anyMatch(words -> words.contains("nothing to do with the Russian troops"));
    }

    @Test
    @Order(10)
    void aReviewerTakesAClaimAndAttachesTwoSources() {
        reviewerA.opens(claim);
        reviewerA.presses("Take it");
        assertThat(reviewerA.flash()).hasText("The claim is yours.");

        reviewerA.unfolds("Add evidence");
        reviewerA.chooses("Supports");
        reviewerA.page().locator("#address").fill("https://ukraine.example.org/conflict-related-civilian-casualties");
        reviewerA.page().locator("#title").fill("Conflict-related civilian casualties in Ukraine");
        reviewerA.page().locator("#publisher").fill("UN human rights office");
        reviewerA.page().locator("#publishedOn").fill("2022-01-27");
        reviewerA.page().locator("#quotedPassage").fill("14,200 to 14,400 killed, “civilians” among them");
        reviewerA.presses("Add the evidence");
        assertThat(reviewerA.flash()).hasText("The evidence is added.");
        Newsroom.attaches(
                reviewerA,
                claim,
                "Context",
                "https://example.org/minsk?a=1&b=2",
                "A chronology of the Minsk agreements",
                "Says when each line was drawn.");

        assertThat(reviewerA.main().locator(".evidence-item")).hasCount(2);
        assertThat(reviewerA.main().locator("[data-stance=refutes]")).containsText("0");
    }

    @Test
    @Order(11)
    void aReviewerIsToldWhatIsMissingBeforeTheyPublish() {
        reviewerA.page().locator("#explanation").fill(EXPLANATION);
        reviewerA.presses("Publish");
        assertThat(reviewerA.flash()).hasText("It cannot be published yet. Missing: a rating.");
        assertThat(reviewerA.page().locator("#explanation")).hasValue(EXPLANATION);

        reviewerA.chooses("Mostly true");
        reviewerA.presses("Save the draft");
        assertThat(reviewerA.flash()).hasText("The draft is saved.");
        verdict = claim.replace("claims", "verdicts");
        assertThat(visitor.opens(verdict).status()).isEqualTo(404);
    }

    @Test
    @Order(12)
    void aVisitorReadsThePublishedVerdictWithItsSources() {
        reviewerA.presses("Publish");
        assertThat(reviewerA.flash()).hasText("The verdict is public.");

        visitor.opens("/");
        visitor.main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(WORDING))
                .click();

        assertThat(visitor.main().locator("h1")).hasText(WORDING);
        assertThat(visitor.main().locator(".rating-large")).hasText("Mostly true");
        assertThat(visitor.main().locator(".verdict-text")).containsText("14,200 to 14,400: 3,404 civilians");
        assertThat(visitor.main().locator(".evidence-item")).hasCount(2);
        assertThat(visitor.main()).containsText("Reviewer A, published without second review");
        assertThat(visitor.main().locator("mark").last()).containsText("14,000");
    }

    @Test
    @Order(13)
    void aCorrectionIsShownToReadersWithItsReason() {
        reviewerA.opens(claim);
        reviewerA.main().getByText("Correct the verdict").click();
        reviewerA.page().locator("#explanation").fill(EXPLANATION.replace("3,404", "3,405"));
        reviewerA.chooses("Content, rating unchanged");
        reviewerA.page().locator("#reason").fill("The UN corrected its own count by one, \"3,405\".");
        reviewerA.presses("Publish the correction");
        assertThat(reviewerA.flash()).hasText("The correction is public.");

        visitor.opens(verdict);
        assertThat(visitor.main().locator(".verdict-text")).containsText("3,405 civilians");
        assertThat(visitor.main().locator(".correction"))
                .containsText("The UN corrected its own count by one, \"3,405\".");
        visitor.main().getByText("Each change with its reason").click();
        assertThat(diff(visitor, "Explanation").locator("ins")).hasText("3,405");
        assertThat(diff(visitor, "Explanation").locator("del")).hasText("3,404");
    }

    @Test
    @Order(14)
    void theHistoryComparesTwoRevisionsByWordsAndRestoresAnEarlierOne() {
        reviewerA.opens(claim + "/history");
        assertThat(reviewerA.main()).containsText("the chain is whole");
        int revisions = reviewerA.main().locator(".timeline-item").count();
        String published = reviewerA
                .main()
                .locator(".timeline-item", new Locator.LocatorOptions().setHasText("published the verdict"))
                .locator(".timeline-number")
                .innerText();

        reviewerA.page().locator("#from").selectOption(published);
        reviewerA.page().locator("#to").selectOption(String.valueOf(revisions));
        reviewerA.presses("Compare");
        assertThat(diff(reviewerA, "Explanation").locator("del")).hasText("3,404");
        assertThat(diff(reviewerA, "Explanation").locator("ins")).hasText("3,405");

        reviewerA.unfolds("Restore revision " + published);
        reviewerA.page().locator("#restore-reason").fill("The UN took its correction back.");
        reviewerA.presses("Restore revision " + published);

        assertThat(reviewerA.flash()).hasText("The content of revision " + published + " is back.");
        reviewerA.opens(claim + "/history");
        assertThat(reviewerA.main().locator(".timeline-item")).hasCount(revisions + 1);
        assertThat(reviewerA.main()).containsText("the chain is whole");
        visitor.opens(verdict);
        assertThat(visitor.main().locator(".verdict-text")).containsText("3,404 civilians");
        assertThat(visitor.main().locator(".correction").first()).containsText("The UN took its correction back.");
    }

    @Test
    @Order(15)
    void theExportedFileHoldsEveryCharacterThatWasTyped() {
        String id = claim.substring(claim.lastIndexOf('/') + 1);
        visitor.opens("/verdicts");
        VerdictsFile data = VerdictsFile.read(downloaded("Plain data (CSV)", "verdicts-data.csv"));
        NamedCsvRecord row = data.ofClaim(id);
        assertThat(data.byteOrderMark()).isFalse();
        assertThat(row.getField("schema_version")).isEqualTo("1");
        assertThat(row.getField("claim_text")).isEqualTo(WORDING);
        assertThat(row.getField("rating_explanation")).isEqualTo(EXPLANATION);
        assertThat(row.getField("anchor_exact")).contains("14,000");
        assertThat(row.getField("rating_code")).isEqualTo("mostly_true");
        assertThat(row.getField("status")).isEqualTo("corrected");
        assertThat(row.getField("sources_count")).isEqualTo("2");

        VerdictsFile sheet = VerdictsFile.read(downloaded("Download for a spreadsheet", "verdicts-spreadsheet.csv"));
        NamedCsvRecord guarded = sheet.ofClaim(id);
        assertThat(sheet.byteOrderMark()).isTrue();
        assertThat(guarded.getField("schema_version")).isEqualTo("1s");
        assertThat(guarded.getField("claim_text")).isEqualTo("'" + WORDING);
        assertThat(guarded.getField("rating_explanation")).isEqualTo("'" + EXPLANATION);
        assertThat(guarded.getField("history_head")).isEqualTo(row.getField("history_head"));
    }

    @Test
    @Order(16)
    void theSameHistoryGivesTheSameBytesAndTheAuditLogNamesTheExport() {
        visitor.opens("/verdicts");
        Path one = downloaded("Plain data (CSV)", "verdicts-once.csv");
        Path two = downloaded("Plain data (CSV)", "verdicts-twice.csv");
        assertThat(two).hasSameBinaryContentAs(one);

        admin.opens("/audit");
        assertThat(admin.main().locator("tbody tr").first()).containsText("verdicts.csv");
        assertThat(admin.main().locator("tbody tr").first()).containsText("rows: 1");
    }

    private ArticlePage onArticle() {
        return new ArticlePage(reviewerA);
    }

    private Path downloaded(String link, String name) {
        Download download = visitor.page()
                .waitForDownload(() -> visitor.main().getByText(link).click());
        Path path = Look.target().resolve("downloads").resolve(name);
        download.saveAs(path);
        return path;
    }

    private static Locator diff(Person who, String field) {
        return who.main()
                .locator(".diff-field")
                .filter(new Locator.FilterOptions()
                        .setHas(who.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(field)
                                                .setExact(true))));
    }
}
