package org.claimtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be taken in is refused in a clear sentence, and what was typed stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FailureScreens.class)
class BadInputTests {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1
    };

    private Newsroom newsroom;
    private Person reviewer;
    private Http http;
    private String article;

    @BeforeAll
    void open() {
        newsroom = Newsroom.open("bad-input");
        reviewer = newsroom.reviewerA();
        http = Http.signedIn(newsroom.desk(), reviewer);
        article = Newsroom.imports(reviewer, "Talks", Texts.GENEVA);
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void anEmptyPasteIsRefusedAndTheTitleStays() {
        reviewer.opens("/articles/new");
        reviewer.page().locator("#title").fill("A title without a text");
        reviewer.presses("Find its claims");

        assertThat(reviewer.main().getByRole(AriaRole.ALERT)).containsText("There is no text here.");
        assertThat(reviewer.page().locator("#title")).hasValue("A title without a text");
    }

    @Test
    void aPasteOfFiveMegabytesIsRefusedAndStaysInTheField() {
        reviewer.opens("/articles/new");
        reviewer.page().locator("#text").evaluate("field => { field.value = 'Word '.repeat(1_000_000); }");
        // A browser lays five megabytes out slowly.
        Person.button(reviewer.main(), "Find its claims").click(new Locator.ClickOptions().setTimeout(120_000));

        assertThat(reviewer.main().getByRole(AriaRole.ALERT))
                .containsText("This text has 5,000,000 characters; the most that is taken in is 1,000,000.");
        assertThat(reviewer.page().locator("#text").evaluate("field => field.value.length"))
                .isEqualTo(5_000_000);
    }

    @Test
    void aNulIsRefusedWithItsLine() {
        HttpResponse<String> answer = http.postRaw("/articles", "how=paste&text=First+line.%0D%0AOne+%00+two.");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Line 2 holds a NUL character, which cannot be stored.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claims?q=%00",
                "/verdicts?q=%00",
                "/audit?action=%00",
                "/verdicts?after=%00",
                "/claims?article=x"
            })
    void aNulInAFilterIsNoMistakeOfTheDesk(String address) {
        assertThat(http.get(address).statusCode()).isLessThan(500);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin = "First line.\nCaf\u00e9 says 5,000.\n".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = http.upload("/articles", "latin.txt", "text/plain", latin, Map.of("how", "file"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This file is not UTF-8 text: line 2 is the first that cannot be read.");
    }

    @Test
    void aPictureNamedAsATextIsRefused() {
        HttpResponse<String> answer = http.upload("/articles", "notes.txt", "text/plain", PNG, Map.of("how", "file"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This is a PNG file, whatever its name says.");
    }

    @Test
    void aFileLargerThanWhatIsTakenInIsRefused() {
        HttpResponse<String> answer =
                http.upload("/articles", "large.txt", "text/plain", new byte[12 * 1024 * 1024], Map.of("how", "file"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This is more than 10 MiB, the most that is taken in.");
    }

    @Test
    void anUploadWithCrlfKeepsItsLinesAndItsMarksStandWhereTheyShould() {
        byte[] crlf = "Three lines of 2022.\r\nThe second names 7,500 people.\r\nThe third names 9,000 people.\r\n"
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.upload("/articles", "crlf.txt", "text/plain", crlf, Map.of("how", "file"));
        String path = Http.location(answer).replace(newsroom.desk().address(), "");

        String claim = Newsroom.marksAndTakes(reviewer, path, "third names 9,000");

        assertThat(reviewer.main().locator("mark")).hasText("third names 9,000");
        assertThat(reviewer.main()).containsText("characters 58 to 75 of revision 1");
        reviewer.opens(path);
        assertThat(reviewer.page()
                        .locator("[data-claims~='" + claim.replaceAll(".*/", "") + "']")
                        .last())
                .containsText("names 9,000");
        Newsroom.marksAndTakes(reviewer, path, "2022.\nThe second");
        assertThat(reviewer.main()).containsText("characters 15 to 32 of revision 1");
    }

    @Test
    void hiddenMarksOfDirectionAreWarnedOf() {
        String path = Newsroom.imports(
                reviewer, "Direction", "The ministry counted \u202e000,5\u202c people on 3 March 2022 in the capital.");

        assertThat(reviewer.main().locator(".notice"))
                .containsText("This text holds hidden marks that change the direction of writing.");
        assertThat(path).startsWith("/articles/");
    }

    @Test
    void anEmojiInAPassageShiftsNoMark() {
        String path = Newsroom.imports(
                reviewer,
                "Emoji",
                "🎉🎉 In 2021 the mayor 😀 counted 5,000 people 👩‍👩‍👧 on the square, and 900 cars 🚗 too.");
        String claim = Newsroom.marksAndTakes(reviewer, path, "people 👩‍👩‍👧 on the square");

        assertThat(reviewer.main().locator("mark")).hasText("people 👩‍👩‍👧 on the square");
        assertThat(reviewer.main()).containsText("characters 37 to 63 of revision 1");
        reviewer.opens(path);
        Object marked = reviewer.page()
                .evaluate(
                        "id => [...document.querySelectorAll(`[data-claims~='${id}']`)].map(m => m.innerText).join('')",
                        claim.replaceAll(".*/", ""));
        assertThat(marked).isEqualTo("people 👩‍👩‍👧 on the square");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://localhost/",
                "http://10.0.0.1/"
            })
    void anAddressInsideIsNotFetchedAndStaysInTheField(String address) {
        reviewer.opens("/articles/new?how=address");
        reviewer.page().locator("#webAddress").fill(address);
        reviewer.presses("Find its claims");

        assertThat(reviewer.main().getByRole(AriaRole.ALERT))
                .containsText("is not on the public internet, so nothing is fetched from it.");
        assertThat(reviewer.page().locator("#webAddress")).hasValue(address);
    }

    @Test
    void whatWasTypedJustBeforeItWasSentIsNotReplacedByWhatWasTypedEarlier() {
        Page page = newsroom.reviewerB().page();
        newsroom.reviewerB().opens("/articles/new?how=address");
        page.clock().install();
        page.locator("#webAddress").fill("http://127.0.0.1/earlier");
        page.clock().runFor(1_000);
        page.clock().pauseAt(System.currentTimeMillis() + 3_600_000);
        page.locator("#webAddress").fill("http://127.0.0.1/later");
        page.locator("#webAddress").press("Enter");

        page.locator(".errors").waitFor();
        assertThat(page.locator("#webAddress")).hasValue("http://127.0.0.1/later");
        page.clock().resume();
    }

    @Test
    void aDecisionOnAClaimThatSomebodyElseDecidedSaysSoInItsCard() {
        reviewer.opens(article);
        String id = reviewer.page()
                .locator("[data-claim][data-state=proposed]")
                .first()
                .getAttribute("data-claim");
        Http other = Http.signedIn(newsroom.desk(), newsroom.reviewerB());
        other.post("/claims/" + id + "/dismissal", Map.of("why", "trivial"));

        reviewer.page().locator("#claim-" + id).getByText("Accept").click();

        assertThat(reviewer.flash()).hasText("This claim is dismissed, so it cannot be accepted.");
        other.post("/claims/" + id + "/dismissal", Map.of("_method", "delete"));
    }

    @Test
    void aFormOfAClaimThatIsNotThereSaysSo() {
        for (String path : List.of("/wording", "/acceptance", "/draft", "/evidence", "/assignment", "/correction")) {
            HttpResponse<String> answer = http.post(
                    "/claims/999999" + path,
                    Map.of(
                            "version",
                            "0",
                            "wording",
                            "x",
                            "kind",
                            "EVENT",
                            "explanation",
                            "x",
                            "stance",
                            "CONTEXT",
                            "address",
                            "https://example.org/",
                            "title",
                            "x",
                            "reason",
                            "x"));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("There is nothing at this address");
        }
    }

    @Test
    void aFormSentTwiceAttachesItsEvidenceOnce() {
        String claim = Newsroom.marksAndTakes(reviewer, article, "Moscow denies that it is preparing");
        Map<String, String> form = Map.of(
                "version",
                "0",
                "stance",
                "CONTEXT",
                "address",
                "https://example.org/twice",
                "title",
                "Once",
                "note",
                "Once.");
        CompletableFuture<HttpResponse<String>> one =
                CompletableFuture.supplyAsync(() -> http.post(claim + "/evidence", form));
        CompletableFuture<HttpResponse<String>> two =
                CompletableFuture.supplyAsync(() -> http.post(claim + "/evidence", form));

        assertThat(List.of(one.join().statusCode(), two.join().statusCode()))
                .contains(302)
                .allMatch(s -> s < 500);
        reviewer.opens(claim + "/evidence/new");
        reviewer.chooses("Refutes");
        reviewer.page().locator("#address").fill("https://example.org/clicked-twice");
        reviewer.page().locator("#title").fill("Clicked twice");
        reviewer.main().getByRole(AriaRole.BUTTON).first().dblclick();
        reviewer.flash().waitFor();

        reviewer.opens(claim);
        assertThat(reviewer.main().locator(".evidence-item")).hasCount(2);
    }

    @Test
    void anArticleSentTwiceIsImportedOnceAndTheSecondIsLedToIt() {
        Map<String, String> form = Map.of(
                "how", "paste", "title", "Twice", "text", Texts.unlikeOthers("This text was sent twice in 2022."));
        CompletableFuture<HttpResponse<String>> one = CompletableFuture.supplyAsync(() -> http.post("/articles", form));
        CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(() -> http.post("/articles", form));

        assertThat(List.of(one.join().statusCode(), two.join().statusCode())).containsExactlyInAnyOrder(302, 409);
        HttpResponse<String> refused = one.join().statusCode() == 409 ? one.join() : two.join();
        assertThat(refused.body()).contains("This text is here already", "Open that article");
    }
}
