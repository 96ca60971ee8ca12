package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts and quotes typed into any field are shown as they were typed, and never run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FailureScreens.class)
class HostileTextTests {

    private static final String HOSTILE =
            "\"'><script>window.hit=1</script><img src=x onerror=window.hit=1>${7*7}[[${7*7}]]";

    private Newsroom newsroom;
    private Person admin;
    private Person reviewer;

    @BeforeAll
    void open() {
        newsroom = Newsroom.open("hostile-text");
        admin = newsroom.admin();
        reviewer = newsroom.reviewerA();
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void noFieldOfTheWholeJobRunsWhatIsTypedIntoIt() {
        reviewer.opens("/articles/new");
        reviewer.page().locator("#text").fill(Texts.unlikeOthers(HOSTILE + " cost 5,000 euros in 2021."));
        fill("title", "publisher", "author");
        reviewer.presses("Find its claims");
        reviewer.flash().waitFor();
        String article = Newsroom.path(reviewer.page());
        assertThat(reviewer.page().locator("h1")).hasText(HOSTILE);
        assertThat(reviewer.page().locator("[data-article-text]")).containsText(HOSTILE + " cost 5,000 euros");

        reviewer.unfolds("Make a claim of words in this text");
        reviewer.page().locator("#exact").fill("Moscow denies that it is preparing an attack");
        fill("wording");
        reviewer.presses("Make the claim");
        reviewer.page().waitForURL("**#claim-*");
        String claim = "/claims/" + reviewer.page().url().replaceFirst(".*#claim-", "");

        reviewer.opens(claim + "/edit");
        fill("claimantName", "claimantRole");
        reviewer.presses("Save");
        reviewer.flash().waitFor();
        reviewer.opens(claim);
        reviewer.presses("Take it");
        reviewer.opens(claim + "/evidence/new");
        reviewer.chooses("Context");
        reviewer.page().locator("#address").fill("https://example.org/?q=" + HOSTILE);
        fill("title", "publisher", "quotedPassage", "note");
        reviewer.presses("Add the evidence");
        reviewer.flash().waitFor();
        fill("explanation");
        reviewer.chooses("Misleading");
        reviewer.presses("Publish");
        assertThat(reviewer.flash()).hasText("The verdict is public.");
        reviewer.opens(claim + "/correction");
        reviewer.page().locator("#explanation").fill("Corrected: " + HOSTILE);
        reviewer.chooses("Typo");
        fill("reason");
        reviewer.presses("Publish the correction");
        reviewer.flash().waitFor();

        String verdict = claim.replace("claims", "verdicts");
        newsroom.visitor().opens(verdict);
        newsroom.visitor().unfolds("Flag a problem");
        newsroom.visitor().page().locator("#flag-note").fill(HOSTILE);
        newsroom.visitor().presses("Send the flag");
        admin.opens("/moderation");
        Locator flag = admin.main().locator("[id^=case-] form").first();
        flag.getByLabel("Reason, in the public log").fill(HOSTILE);
        flag.getByText("Keep as it is").click();
        admin.flash().waitFor();

        for (String page : List.of(
                article,
                article + "/edit",
                claim,
                claim + "/edit",
                claim + "/history",
                claim + "/correction",
                verdict,
                verdict + "/history",
                "/",
                "/articles",
                "/claims",
                "/verdicts",
                "/moderation",
                "/audit",
                "/accounts",
                "/claims?q=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8))) {
            admin.opens(page);
            assertThat(admin.page().evaluate("window.hit"))
                    .as("a script that ran on %s", page)
                    .isNull();
            assertThat(admin.page().locator("img[src=x]").count())
                    .as("markup taken in on %s", page)
                    .isZero();
        }
        newsroom.visitor().opens(verdict);
        assertThat(newsroom.visitor().page().locator("h1")).hasText(HOSTILE);
        assertThat(newsroom.visitor().main().locator(".verdict-text")).hasText("Corrected: " + HOSTILE);
        assertThat(newsroom.visitor().main().locator(".evidence-note")).hasText(HOSTILE);
        assertThat(admin.scriptErrors()).isEmpty();
        assertThat(newsroom.visitor().scriptErrors()).isEmpty();
    }

    @Test
    void anAddressThatWouldRunAScriptIsRefused() {
        String article = Newsroom.imports(reviewer, "Addresses", Texts.unlikeOthers("Addresses were typed."));
        String claim = Newsroom.marksAndTakes(reviewer, article, "Addresses were typed");
        reviewer.opens(claim + "/evidence/new");
        reviewer.chooses("Context");
        reviewer.page().locator("#address").fill("javascript:window.hit=1");
        reviewer.page().locator("#title").fill("A script");
        reviewer.presses("Add the evidence");

        assertThat(reviewer.page().locator(".errors"))
                .containsText("An address has to start with http:// or https://.");
        assertThat(reviewer.page().locator("#title")).hasValue("A script");
    }

    private void fill(String... fields) {
        for (String field : fields) {
            reviewer.page().locator("#" + field).fill(HOSTILE);
        }
    }
}
