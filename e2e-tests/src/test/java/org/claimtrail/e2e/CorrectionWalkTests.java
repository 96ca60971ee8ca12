package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Corrections of each tier as their readers see them. */
class CorrectionWalkTests {

    private static final String TEXT = "The harbour wall was finished in 1911. It cost 14,000 crowns.";

    private static Newsroom newsroom;

    @BeforeAll
    static void open() {
        newsroom = Newsroom.open("corrections");
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    @Test
    void readersSeeEachTierWhereItBelongs() {
        Person reviewer = newsroom.reviewerA();
        String verdict = publish(reviewer, "The harbour wall", "cost 14,000 crowns");
        String claim = verdict.replace("/verdicts/", "/claims/");
        correct(reviewer, claim, "Typo", "Half true", "The archive holds the bill for half of it!", "A stray mark.");
        correct(
                reviewer,
                claim,
                "Content, rating unchanged",
                "Half true",
                "The archive holds the bill for half of it. The rest was paid in kind.",
                "The rest was found.");
        correct(
                reviewer,
                claim,
                "Rating changed",
                "Mostly true",
                "The archive holds the bill. A tenth was paid in kind.",
                "A second bill was found.");
        Person visitor = newsroom.visitor();
        visitor.opens(verdict);
        assertThat(visitor.main().locator(".verdict-rerated"))
                .containsText("Rated Half true before, Mostly true since.");
        assertThat(visitor.main()).not().containsText("A stray mark.");
        Look.at(visitor.page(), "verdict-rerated");
        visitor.main().locator(".verdict-rerated a").first().click();
        assertThat(visitor.main()).containsText("An earlier version");
        Look.at(visitor.page(), "verdict-earlier");
        visitor.opens("/corrections");
        assertThat(visitor.main().locator(".correction-list > li")).hasCount(3);
        Look.at(visitor.page(), "corrections");
        assertThat(visitor.opens("/corrections.atom").text()).contains("A stray mark.");
        assertThat(visitor.opens(verdict + "/claimreview.jsonld").text()).contains("\"alternateName\":\"Mostly true\"");
        reviewer.opens(claim + "/correction");
        Look.at(reviewer.page(), "correction-form");

        Person admin = newsroom.admin();
        admin.opens(claim);
        admin.unfolds("Withdraw the verdict");
        admin.page().locator("#withdraw-why").fill("The bill was forged.");
        admin.presses("Withdraw the verdict");
        admin.flash().waitFor();
        visitor.opens(verdict);
        assertThat(visitor.main()).containsText("The bill was forged.");
        Look.at(visitor.page(), "verdict-withdrawn");
        visitor.opens("/corrections");
        assertThat(visitor.main().locator(".correction-list > li")).hasCount(4);
    }

    private static String publish(Person reviewer, String title, String words) {
        String article = Newsroom.imports(reviewer, title, TEXT + " " + title + ".");
        String claim = Newsroom.marksAndTakes(reviewer, article, words);
        Newsroom.attaches(
                reviewer, claim, "Supports", "https://archive.example" + claim, "The bill", "The sum stands there.");
        Newsroom.publishes(reviewer, claim, "Half true", "The archive holds the bill for half of it.");
        return claim.replace("/claims/", "/verdicts/");
    }

    private static void correct(
            Person reviewer, String claim, String tier, String rating, String explanation, String reason) {
        reviewer.opens(claim + "/correction");
        reviewer.chooses(rating);
        reviewer.page().locator("#explanation").fill(explanation);
        reviewer.page().locator(".choices-explained b").getByText(tier).click();
        reviewer.page().locator("#reason").fill(reason);
        reviewer.presses("Publish the correction");
        reviewer.flash().waitFor();
    }
}
