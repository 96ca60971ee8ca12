package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two browsers on the same claim, and one person who goes on at another machine. */
class MergeWalkTests {

    private static Newsroom newsroom;
    private static Person anna;
    private static Person boris;
    private static String article;

    @BeforeAll
    static void aDesk() {
        newsroom = Newsroom.open("merge");
        anna = newsroom.reviewerA();
        boris = newsroom.reviewerB();
        article = Newsroom.imports(anna, "Blinken and Lavrov part without a breakthrough", Texts.GENEVA);
    }

    @AfterAll
    static void closed() {
        newsroom.close();
    }

    @Test
    void otherFieldsAreJoinedAndTheSameFieldIsAChoice() {
        String claim = Newsroom.marksAndTakes(anna, article, "a war that has killed 14,000 people");
        anna.opens(claim + "/edit");
        boris.opens(claim + "/edit");
        boris.page().locator("#claimantName").fill("Antony Blinken");
        boris.page().locator("#wording").fill("The war in eastern Ukraine has killed 14,000 people since 2014");
        boris.presses("Save");
        boris.flash().waitFor();

        anna.page().locator("#claimantRole").fill("US Secretary of State");
        anna.presses("Save");
        assertThat(anna.flash())
                .hasText("Saved together with what Reviewer B changed meanwhile: wording, who said it.");

        anna.opens(claim + "/edit");
        boris.opens(claim + "/edit");
        boris.page().locator("#wording").fill("The war in eastern Ukraine has killed 14,000 people");
        boris.page().locator("#claimantName").fill("Sergei Lavrov");
        boris.presses("Save");
        boris.flash().waitFor();
        anna.page().locator("#wording").fill("The war in Ukraine has killed about 14,000 people since 2014");
        anna.page().locator("#claimantName").fill("The article itself");
        anna.presses("Save");

        assertThat(anna.main().locator("[data-error-text]")).containsText("Reviewer B changed the same");
        assertThat(anna.main().locator(".conflict")).hasCount(2);
        Look.at(anna.page(), "merge-conflict");
        anna.page().locator("input[name='choice.wording'][value=own]").check();
        anna.page()
                .locator("textarea[name='own.wording']")
                .fill("The war in eastern Ukraine has killed about 14,000 people");
        anna.page().locator("input[name='choice.claimantName'][value=theirs]").check();
        anna.presses("Save what I chose");
        anna.flash().waitFor();
        anna.opens(claim);
        assertThat(anna.main().locator("h1")).hasText("The war in eastern Ukraine has killed about 14,000 people");
        assertThat(anna.main().locator(".claimant").first()).containsText("Sergei Lavrov");
        anna.opens(claim + "/edit");
        anna.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(anna.page().locator(".kept-note")).hasCount(0);
    }

    @Test
    void aWordingEditedOnTheArticleLeadsToTheSameChoice() {
        String claim = Newsroom.marksAndTakes(anna, article, "Perhaps the mood will be better");
        String id = claim.replaceFirst(".*/", "");
        anna.opens(article + "#claim-" + id);
        Locator card = anna.page().locator("#claim-" + id);
        card.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Edit"))
                .first()
                .click();
        boris.opens(claim + "/edit");
        boris.page().locator("#wording").fill("The mood of the talks will be better in spring");
        boris.presses("Save");
        boris.flash().waitFor();
        card.locator("textarea[name=wording]").fill("The mood will be better next week");
        Person.button(card, "Save").click();
        assertThat(anna.main().locator(".conflict h2")).hasText("wording");
        assertThat(anna.page().locator("textarea[name='own.wording']")).hasValue("The mood will be better next week");
    }

    @Test
    void whatWasTypedIsThereAtAnotherMachineUntilItIsSaved() {
        String claim = Newsroom.marksAndTakes(anna, article, "Moscow denies that it is preparing an attack");
        anna.opens(claim);
        anna.page().locator("#explanation").pressSequentially("Nobody outside the Kremlin can know it yet");
        Page.WaitForResponseOptions patient = new Page.WaitForResponseOptions().setTimeout(20_000);
        anna.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("-rating")
                                && answer.request().method().equals("PUT"),
                        patient,
                        () -> anna.chooses("Unverifiable"));

        try (Person elsewhere = Person.arrives(newsroom.chromium(), newsroom.desk(), "Reviewer A")) {
            elsewhere.signsIn();
            elsewhere.opens(claim);
            assertThat(elsewhere.page().locator("#explanation")).hasValue("Nobody outside the Kremlin can know it yet");
            assertThat(elsewhere.main().locator("[name=ratingId]:checked")).hasCount(1);
            assertThat(elsewhere.page().locator(".kept-note")).hasCount(2);
            elsewhere.presses("Save the draft");
            elsewhere.flash().waitFor();
            elsewhere.opens(claim);
            assertThat(elsewhere.page().locator("#explanation")).hasValue("Nobody outside the Kremlin can know it yet");
            assertThat(elsewhere.page().locator(".kept-note")).hasCount(0);
            assertThat(elsewhere.scriptErrors()).isEmpty();
        }
        boris.opens(claim);
        assertThat(boris.page().locator("#explanation")).hasCount(0);
        assertThat(boris.page().content()).doesNotContain("outside the Kremlin");
        assertThat(anna.scriptErrors()).isEmpty();
    }
}
