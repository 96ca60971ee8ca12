package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(highlighted()).anyMatch(words -> words.contains("14,000"));
        assertThat(highlighted()).anyMatch(words -> words.contains("planned since 2020"));
        assertThat(card("14,000").locator(".reasons")).containsText("names a number");
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
        Locator card = card("14,000");
        assertThat(card).isFocused();
        double before = ((Number) page.evaluate("scrollY")).doubleValue();

        button(card, "Accept").click();

        assertThat(card).hasAttribute("data-state", "open");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*" + article + "(#.*)?$"));
        assertThat(Math.abs(((Number) page.evaluate("scrollY")).doubleValue() - before))
                .as("pixels that the text moved by")
                .isLessThan(450);
        claim = "/claims/" + card.getAttribute("data-claim");
    }

    @Test
    @Order(6)
    void aReviewerEditsAWordingInItsCard() {
        Locator card = claimCard(claim);
        card.locator("summary", new Locator.LocatorOptions().setHasText("Edit")).click();
        card.getByLabel("Wording").fill(WORDING);
        button(card, "Save").click();

        assertThat(claimCard(claim).getByRole(AriaRole.HEADING)).hasText(WORDING);
        assertThat(reviewerA.flash()).hasText("The claim is saved.");
        reviewerA.opens(article);
        assertThat(claimCard(claim).getByRole(AriaRole.HEADING)).hasText(WORDING);
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
        button(card, "Dismiss the claim").click();

        Locator dismissed = claimCard("/claims/" + id);
        assertThat(dismissed).hasAttribute("data-state", "dismissed");
        assertThat(dismissed).containsText("Nobody doubts it");

        page.locator("#flash")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(claimCard("/claims/" + id)).hasAttribute("data-state", "proposed");
    }

    @Test
    @Order(8)
    void aReviewerMarksAPassageByDraggingTheMouseOverIt() {
        reviewerA.opens(article);
        select("Neither side reported any progress");
        Page page = reviewerA.page();
        page.locator("[data-make-claim]").click();
        assertThat(page.locator("[data-claim-exact]")).hasText("Neither side reported any progress");
        reviewerA.presses("Make the claim");

        assertThat(reviewerA.flash()).hasText("The claim is made.");
        assertThat(card("Neither side reported any progress")).hasAttribute("data-state", "open");
        assertThat(highlighted()).contains("Neither side reported any progress");
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

        assertThat(card("The Mediterranean exercise has nothing to do with Russia’s troops"))
                .hasAttribute("data-state", "open");
        assertThat(highlighted()).anyMatch(words -> words.contains("nothing to do with the Russian troops"));
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
    void whoLosesARaceForAWordingSeesBothVersionsAndCanStillSaveTheirs() {
        String raced = claimOf("planned since 2020");
        reviewerA.opens(raced + "/edit");
        reviewerB.opens(raced + "/edit");
        reviewerA.page().locator("#wording").fill("The exercise was planned in 2020, says reviewer A");
        reviewerB.page().locator("#wording").fill("The exercise was planned in 2021, says reviewer B");
        reviewerA.presses("Save");
        assertThat(reviewerA.page()).not().hasURL(java.util.regex.Pattern.compile(".*/edit$"));

        reviewerB.presses("Save");

        assertThat(reviewerB.main().locator("h1")).hasText("Changed meanwhile");
        assertThat(reviewerB.main()).containsText("changed by Reviewer A");
        assertThat(reviewerB.main().locator(".diff-side").first()).containsText("planned in 2020, says reviewer A");
        assertThat(reviewerB.page().locator("#wording")).hasValue("The exercise was planned in 2021, says reviewer B");

        reviewerB.presses("Save mine over theirs");
        reviewerB.opens(raced);
        assertThat(reviewerB.main().locator("h1")).hasText("The exercise was planned in 2021, says reviewer B");
        reviewerB.opens(raced + "/history");
        assertThat(reviewerB.main().locator(".timeline")).containsText("Reviewer A changed the wording.");
    }

    @Test
    @Order(16)
    void whoLosesARaceForADraftSeesBothVersionsAndCanStillSaveTheirs() {
        String raced = claimOf("planned in 2021");
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
        assertThat(other.locator(".diff-side").first()).containsText("Written in the first window.");
        assertThat(other.locator("#explanation")).hasValue("Written in the second window, longer than the first.");

        other.getByText("Save mine over theirs").click();
        assertThat(other.locator("#explanation")).hasValue("Written in the second window, longer than the first.");
        assertThat(other.locator("#flash")).containsText("The draft is saved.");
        other.close();
    }

    @Test
    @Order(17)
    void aVisitorFlagsAVerdictAndTheAdminKeepsIt() {
        visitor.opens(verdict);
        visitor.unfolds("Flag a problem");
        visitor.page().locator("#flag-problem").selectOption("outdated");
        visitor.page().locator("#flag-note").fill("There is a newer count.");
        visitor.presses("Send the flag");
        assertThat(visitor.flash()).hasText("The flag is sent. An admin will decide on it.");

        admin.opens("/moderation");
        Locator flag = admin.main()
                .locator("[id^=flag-]", new Locator.LocatorOptions().setHasText("There is a newer count."))
                .first();
        assertThat(flag).containsText("a reader");
        flag.getByLabel("Reason, kept in the log").fill("The newer count covers 2022 too.");
        button(flag, "Keep as it is").click();

        assertThat(admin.flash()).hasText("Kept as it is. The decision is in the log.");
        assertThat(admin.main().locator(".timeline-item").first()).containsText("The newer count covers 2022 too.");
        assertThat(visitor.opens(verdict).status()).isEqualTo(200);
    }

    @Test
    @Order(18)
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
    @Order(19)
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
    @Order(20)
    void aSuspendedReviewersSessionEndsAtOnce() {
        reviewerB.opens("/claims");
        admin.opens("/accounts");
        Locator row = admin.main().locator("tr", new Locator.LocatorOptions().setHasText("Reviewer B"));
        row.locator("summary").click();
        row.getByLabel("Why").fill("Left the desk.");
        button(row, "Suspend Reviewer B").click();
        assertThat(admin.flash()).hasText("Suspended, and signed out everywhere.");

        reviewerB.opens("/claims");
        assertThat(reviewerB.page()).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        reviewerB.page().locator("#email").fill(reviewerB.email());
        reviewerB.page().locator("#password").fill(Person.PASSWORD);
        reviewerB.presses("Sign in");
        assertThat(reviewerB.main().getByRole(AriaRole.ALERT)).containsText("Email and password do not match");
    }

    @Test
    @Order(21)
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
    @Order(22)
    void theSameHistoryGivesTheSameBytesAndTheAuditLogNamesTheExport() {
        visitor.opens("/verdicts");
        Path one = downloaded("Plain data (CSV)", "verdicts-once.csv");
        Path two = downloaded("Plain data (CSV)", "verdicts-twice.csv");
        assertThat(two).hasSameBinaryContentAs(one);

        admin.opens("/audit");
        assertThat(admin.main().locator("tbody tr").first()).containsText("verdicts.csv");
        assertThat(admin.main().locator("tbody tr").first()).containsText("rows: 1");
    }

    private Path downloaded(String link, String name) {
        Download download = visitor.page()
                .waitForDownload(() -> visitor.main().getByText(link).click());
        Path path = Look.target().resolve("downloads").resolve(name);
        download.saveAs(path);
        return path;
    }

    /** What is highlighted, for each claim the words of its marks in the order of the text. */
    @SuppressWarnings("unchecked")
    private List<String> highlighted() {
        return (List<String>) reviewerA.page().evaluate("""
                () => {
                  const words = new Map();
                  for (const mark of document.querySelectorAll('[data-article-text] mark[data-claims]')) {
                    for (const id of mark.dataset.claims.split(' ')) words.set(id, (words.get(id) ?? '') + mark.innerText);
                  }
                  return [...words.values()];
                }""");
    }

    private Locator card(String words) {
        return reviewerA
                .page()
                .locator("[data-claim]", new Page.LocatorOptions().setHasText(words))
                .first();
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

    private Locator claimCard(String path) {
        return reviewerA.page().locator("#claim-" + path.substring(path.lastIndexOf('/') + 1));
    }

    private String claimOf(String words) {
        reviewerA.opens(article);
        return "/claims/" + card(words).getAttribute("data-claim");
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Drags the mouse from the first to the last of the words, which stand in one piece of text. */
    private void select(String words) {
        Page page = reviewerA.page();
        page.locator("[data-article-text]").scrollIntoViewIfNeeded();
        ElementHandle text = page.locator("[data-article-text]").elementHandle();
        text.evaluate(
                "(root, words) => [...root.querySelectorAll('p')].find(p => p.innerText.includes(words)).scrollIntoView({block: 'center'})",
                words);
        BoundingBox from = box(text, words, 0);
        BoundingBox to = box(text, words, words.length() - 1);
        page.mouse().move(from.x + 1, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x, to.y + to.height / 2);
        page.mouse().move(to.x + to.width, to.y + to.height / 2);
        page.mouse().up();
    }

    @SuppressWarnings("unchecked")
    private static BoundingBox box(ElementHandle text, String words, int at) {
        List<Object> found = (List<Object>) text.evaluate("""
                (root, [words, at]) => {
                  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const start = walker.currentNode.data.indexOf(words);
                    if (start < 0) continue;
                    const range = document.createRange();
                    range.setStart(walker.currentNode, start + at);
                    range.setEnd(walker.currentNode, start + at + 1);
                    const box = range.getBoundingClientRect();
                    return [box.x, box.y, box.width, box.height];
                  }
                  throw new Error('These words do not stand in one piece of text: ' + words);
                }""", List.of(words, at));
        double[] sizes =
                found.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
        BoundingBox box = new BoundingBox();
        box.x = sizes[0];
        box.y = sizes[1];
        box.width = sizes[2];
        box.height = sizes[3];
        return box;
    }
}
