package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job in a browser that runs no scripts: everything but single keys and selecting works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FailureScreens.class)
class NoJavaScriptTests {

    private Chromium chromium;
    private Desk desk;
    private Person admin;
    private Person visitor;
    private String article;
    private String claim;

    @BeforeAll
    void open() {
        chromium = Chromium.launch();
        desk = Desk.start("no-javascript");
        admin = Person.withoutJavaScript(chromium, desk, "Desk Admin");
        visitor = Person.withoutJavaScript(chromium, desk, "A Visitor");
    }

    @AfterAll
    void close() {
        admin.close();
        visitor.close();
        chromium.close();
        desk.close();
    }

    @Test
    @Order(1)
    void anArticleComesInAndItsClaimsAreHighlighted() {
        admin.joins(desk.setupLink());
        article = Newsroom.imports(admin, "Without scripts", Texts.GENEVA);

        assertThat(admin.flash()).hasText("The article is here, and its claims are marked.");
        assertThat(mark("14,000")).isVisible();
        assertThat(admin.page().locator("[data-help-open]")).isHidden();
        mark("14,000").locator("a").click();
        assertThat(admin.page()).hasURL(Pattern.compile(".*#claim-\\d+$"));
    }

    @Test
    @Order(2)
    void claimsAreAcceptedEditedAndDismissedFromTheirCards() {
        Locator card = card("killed 14,000 people");
        String id = card.getAttribute("data-claim");
        claim = "/claims/" + id;
        Person.button(card, "Accept").click();
        assertThat(admin.flash()).hasText("The claim is open.");
        assertThat(admin.page()).hasURL(Pattern.compile(".*" + article + "#claim-" + id + "$"));
        assertThat(admin.page().locator("#claim-" + id)).hasAttribute("data-state", "open");

        Locator accepted = admin.page().locator("#claim-" + id);
        accepted.locator("summary", withText("Edit")).click();
        accepted.getByLabel("Wording").fill("The war has killed 14,000 people since 2014");
        Person.button(accepted, "Save").click();
        assertThat(admin.flash()).hasText("The claim is saved.");

        Locator other =
                admin.page().locator("[data-claim][data-state=proposed]").first();
        String otherId = other.getAttribute("data-claim");
        other.locator("summary", withText("Dismiss")).click();
        other.getByLabel("Why it is no claim to check").selectOption("duplicate");
        Person.button(other, "Dismiss the claim").click();
        assertThat(admin.page().locator("#claim-" + otherId)).hasAttribute("data-state", "dismissed");
        admin.page().locator("#flash").getByRole(AriaRole.BUTTON).click();
        assertThat(admin.page().locator("#claim-" + otherId)).hasAttribute("data-state", "proposed");
    }

    @Test
    @Order(3)
    void aPassageIsMarkedByTypingItsWords() {
        admin.opens(article);
        admin.unfolds("Make a claim of words in this text");
        admin.page().locator("#exact").fill("Moscow denies that it is preparing an attack");
        admin.presses("Make the claim");

        assertThat(admin.flash()).hasText("The claim is made.");
        assertThat(card("Moscow denies that it is preparing an attack").first()).isVisible();
    }

    @Test
    @Order(4)
    void aVerdictIsDraftedPublishedCorrectedAndRead() {
        admin.opens(claim);
        admin.presses("Take it");
        Newsroom.attaches(admin, claim, "Supports", "https://example.org/count", "A count", "Counted by the UN.");
        admin.opens(claim);
        admin.page().locator("#explanation").fill("The count bears it out.");
        admin.chooses("True");
        admin.presses("Publish");
        assertThat(admin.flash()).hasText("The verdict is public.");

        admin.main().getByText("Correct the verdict").click();
        admin.chooses("Mostly true");
        admin.chooses("Rating changed");
        admin.page().locator("#reason").fill("The number is an estimate.");
        admin.presses("Publish the correction");
        assertThat(admin.flash()).hasText("The correction is public.");

        visitor.opens(claim.replace("claims", "verdicts"));
        assertThat(visitor.main().locator(".rating-large")).hasText("Mostly true");
        assertThat(visitor.main().locator(".correction")).containsText("The number is an estimate.");
    }

    @Test
    @Order(5)
    void aFlagIsRaisedAndDecided() {
        visitor.unfolds("Flag a problem");
        visitor.page().locator("#flag-note").fill("Raised without scripts.");
        visitor.presses("Send the flag");
        assertThat(visitor.flash()).hasText("The flag is sent. An admin will decide on it.");

        admin.opens("/moderation");
        Locator flag = admin.main()
                .locator("[id^=case-]", withText("Raised without scripts."))
                .first();
        flag.getByLabel("Reason, in the public log").fill("The count is right.");
        Person.button(flag, "Keep as it is").click();
        assertThat(admin.flash()).hasText("Kept as it is. The decision is in the log.");
    }

    @Test
    @Order(6)
    void anEarlierRevisionIsComparedAndRestored() {
        admin.opens(claim + "/history");
        String published = admin.main()
                .locator(".timeline-item", withText("published the verdict"))
                .locator(".timeline-number")
                .innerText();
        admin.page().locator("#from").selectOption(published);
        admin.presses("Compare");
        assertThat(admin.main()
                        .locator("ins", withText("Mostly true").setHasText("Mostly"))
                        .first())
                .isVisible();

        admin.unfolds("Restore revision " + published);
        admin.page().locator("#restore-reason").fill("It was no estimate.");
        admin.presses("Restore revision " + published);
        assertThat(admin.flash()).hasText("The content of revision " + published + " is back.");
    }

    private Locator mark(String words) {
        return admin.page()
                .locator("[data-article-text] mark", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    private Locator card(String words) {
        return admin.page()
                .locator("[data-claim]", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    private static Locator.LocatorOptions withText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
