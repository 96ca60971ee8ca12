package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin renames and reorders the rating scale; what was published keeps its label. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FailureScreens.class)
class ScaleWalkTests {

    private Newsroom newsroom;

    @BeforeAll
    void aDeskAtWork() {
        newsroom = Newsroom.open("scales");
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void aNewVersionIsLookedAtBeforeItIsMadeAndLeavesOldVerdictsAlone() {
        Person admin = newsroom.admin();
        String article = Newsroom.imports(admin, "Blinken and Lavrov part without a breakthrough", Texts.GENEVA);
        String claim = Newsroom.marksAndTakes(admin, article, "Moscow denies that it is preparing an attack");
        Newsroom.publishes(admin, claim, "Unverifiable", "Nobody outside can know it.");

        admin.opens("/settings");
        admin.main().getByText("See the rating scales").click();
        Look.at(admin.page(), "scales");
        admin.main().getByText("Make version 2").click();
        Look.at(admin.page(), "scale-form");
        admin.page().locator("[id='rows[8].label']").fill("Cannot be known");
        admin.page().locator("[id='rows[0].value']").fill("4");
        admin.presses("Look at it");
        assertThat(admin.main()).containsText("Order and value disagree: at this place the value is 5.");
        Look.at(admin.page(), "scale-form-refused");
        admin.page().locator("[id='rows[0].value']").fill("5");
        admin.presses("Look at it");
        assertThat(admin.main()).containsText("Preview of");
        assertThat(admin.main()).containsText("Cannot be known");
        Look.at(admin.page(), "scale-preview");
        admin.presses("Make it version 2");
        assertThat(admin.flash()).containsText("The scale is made.");
        assertThat(admin.main()).containsText("Version 1: 1 verdict or draft.");

        newsroom.visitor().opens(claim.replace("claims", "verdicts"));
        assertThat(newsroom.visitor().main()).containsText("Unverifiable");
        assertThat(newsroom.visitor().main()).not().containsText("Cannot be known");
    }
}
