package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard and the agreement, empty and after claims were rated, one of them by two with different labels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FailureScreens.class)
class AgreementWalkTests {

    private Newsroom newsroom;
    private Person first;
    private Person second;
    private String article;

    @BeforeAll
    void aDeskAtWork() {
        newsroom = Newsroom.open("agreement");
        first = newsroom.reviewerA();
        second = newsroom.reviewerB();
        article = Newsroom.imports(first, "Blinken and Lavrov part without a breakthrough", Texts.GENEVA);
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    @Order(1)
    void beforeAnyVerdictBothPagesSayWhatToDo() {
        first.opens("/dashboard");
        assertThat(first.main()).containsText("No verdict was published in these days.");
        Look.at(first.page(), "dashboard-empty");
        first.opens("/agreement");
        assertThat(first.main()).containsText("No claim has been rated twice yet");
        Look.at(first.page(), "agreement-empty");
    }

    @Test
    @Order(2)
    void whatTwoRatedIsCountedAndAWaitingRatingIsNot() {
        rates("a war that has killed 14,000 people", "Mostly true", "Mostly true");
        rates("Neither side reported any progress", "True", "True");
        rates("Moscow denies that it is preparing an attack", "True", "Unverifiable");
        submits("100,000 Russian soldiers stand within reach", "False");

        second.opens("/agreement");

        assertThat(second.main().locator(".panel-head p").first()).hasText("3 claims rated twice");
        assertThat(second.main()).containsText("1 draft that waits for a second rating now");
        Locator matrix = second.main().locator(".matrix");
        assertThat(matrix.locator("tfoot")).containsText("3");
        assertThat(matrix.locator("tbody tr").nth(4).locator("td").last()).hasText("0");
        Look.at(second.page(), "agreement");
        prints(second, "agreement-print");
    }

    @Test
    @Order(3)
    void theDashboardShowsWhatWaitsAndWhatCameOut() {
        Newsroom.marksAndTakes(second, article, "more than 140 ships would take part");
        second.opens("/");
        second.page().locator(".masthead-nav").getByText("Dashboard").click();

        assertThat(second.main()).containsText("Reviewer B");
        assertThat(second.main().locator("section[aria-labelledby=ratings-head] tbody tr"))
                .hasCount(1);
        assertThat(second.main().locator("section[aria-labelledby=agreement-head] li"))
                .containsText("on 67 % of 3 claims");
        Look.at(second.page(), "dashboard");
        prints(second, "dashboard-print");
        newsroom.admin().opens("/dashboard");
        Look.at(newsroom.admin().page(), "dashboard-admin");
    }

    private static void prints(Person who, String name) {
        Page page = who.page();
        page.setViewportSize(720, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(who.main().locator(".filters")).isHidden();
        assertThat(who.main().locator("svg.plot").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Look.target().resolve("screenshots").resolve(name + ".png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1280, 900);
    }

    private void rates(String words, String rating, String other) {
        String claim = submits(words, rating);
        second.opens(claim + "/second-review");
        second.page().locator("#explanation").fill("As far as the sources go.");
        second.chooses(other);
        second.presses("Give this rating");
        second.flash().waitFor();
    }

    private String submits(String words, String rating) {
        String claim = Newsroom.marksAndTakes(first, article, words);
        Newsroom.attaches(
                first, claim, "Context", "https://ukraine.example.org/x" + claim, "A chronology", "Says when.");
        first.opens(claim);
        first.page().locator("#explanation").fill("The sources say so.");
        first.chooses(rating);
        first.presses("Submit for second review");
        first.flash().waitFor();
        return claim;
    }
}
