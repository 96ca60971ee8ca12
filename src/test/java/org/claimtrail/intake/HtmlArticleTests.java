package org.claimtrail.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.intake.Refusals.assertRefusal;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlArticleTests {

    private final ArticleReader reader = new ArticleReader();

    @Test
    void readsTheArticleAndNothingAroundIt() {
        assertThat(page("news.html").text().lines())
                .containsSubsequence(
                        "The harbour bridge will close to all traffic on 1 April and stay shut for eighteen months, the"
                                + " council said on Tuesday, after inspectors found cracks in four of its twelve piers.",
                        "Some 14 000\u202fvehicles cross it every day, according to the council\u2019s own counts, and the"
                                + " nearest other crossing is nine kilometres upstream.",
                        "What the inspectors found",
                        "Their report lists three defects, the first of them known since 2009:",
                        "cracks in the piers on the northern side, the widest of 4 mm,",
                        "rust on more than a third of the bearings,",
                        "and a drain that leads water into the structure.",
                        "\u201cNobody was in danger at any time,\u201d the head of roads said.",
                        "The repair will cost 62 million crowns.",
                        "The ministry will pay 40 per cent of it.")
                .noneMatch(
                        line -> line.matches(".*(SCRIPT|STYLE|NAVIGATION|SPORT|ADVERTISEMENT|HIDDEN|ASIDE|FOOTER).*"))
                .noneMatch(String::isBlank);
    }

    @Test
    void readsWhatThePageSaysAboutItself() {
        ReadableText page = page("news.html");
        assertThat(page.title()).isEqualTo("Harbour bridge to close for eighteen months \u2014 council");
        assertThat(page.publisher()).isEqualTo("The Quay Courier");
        assertThat(page.author()).isEqualTo("A. Writer, B. Colleague");
        assertThat(page.publishedOn()).isEqualTo(LocalDate.of(2023, 3, 14));
        assertThat(page.address()).isEqualTo("https://quay-courier.example/local/bridge-closure?id=77");
        assertThat(page.language()).isEqualTo("en-GB");
    }

    @Test
    void readsOpenGraphWhereJsonIsMissing() {
        ReadableText page = html(text("news.html").replace("application/ld+json", "application/json"));
        assertThat(page.title()).isEqualTo("Harbour bridge to close for eighteen months");
        assertThat(page.publisher()).isEqualTo("The Quay Courier");
        assertThat(page.author()).isEqualTo("A. Writer and B. Colleague");
        assertThat(page.publishedOn()).isEqualTo(LocalDate.of(2023, 3, 15));
    }

    @Test
    void readsAPageWithoutMetadata() {
        ReadableText page = reader.read(bytes("bare.html"), null, "https://archive.example/flood?fbclid=1");
        assertThat(page.text().lines())
                .contains("The water rose by three metres in two hours.", "The mill was never rebuilt.");
        assertThat(page)
                .isEqualTo(new ReadableText(
                        page.text(),
                        "Notes on the flood of 1953",
                        null,
                        null,
                        null,
                        "https://archive.example/flood",
                        null));
    }

    @Test
    void leavesTheAddressOpenWhereAnUploadedPageNamesNone() {
        assertThat(reader.read(bytes("bare.html"), "text/html", "flood.html").address())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=windows-1252>",
                "<meta charset=iso-8859-1>",
                "<meta http-equiv=content-type content='text/html; charset=Windows-1252'>",
                ""
            })
    void readsAPageInWindows1252WhetherItSaysSoOrNot(String declaration) {
        Charset windows1252 = Charset.forName("windows-1252");
        String page = text("latin.html").replace("CHARSET", declaration);
        ReadableText read = reader.read(page.getBytes(windows1252), "text/html", null);
        assertThat(read.title()).isEqualTo("“Déjà vu” à l’hôtel");
        assertThat(read.text()).contains("Le café coûte 3 € – « c’est trop », dit le garçon — depuis l’été.");
    }

    @Test
    void believesTheByteOrderMarkFirstThenTheServer() {
        String page = text("latin.html").replace("CHARSET", "<meta charset=windows-1252>");
        assertThat(reader.read(page.getBytes(UTF_8), "text/html; charset=utf-8", null)
                        .title())
                .isEqualTo("“Déjà vu” à l’hôtel");
        assertThat(reader.read(("\ufeff" + page).getBytes(UTF_16LE), "text/html; charset=utf-8", null)
                        .title())
                .isEqualTo("“Déjà vu” à l’hôtel");
    }

    @Test
    void takesNoScriptAndNoAddressFromAHostilePage() {
        ReadableText page = page("hostile.html");
        assertThat(page.text().lines())
                .containsExactly("A plain heading", "Twelve people <b>saw</b> it.", "The linked words stay.");
        assertThat(page.title()).isEqualTo("half of it");
        assertThat(page.publisher()).isEqualTo("<script>alert('publisher')</script>\ufffd second line");
        assertThat(page.author()).isEqualTo("<img src=x onerror=alert('author')>");
        assertThat(page.publishedOn()).isNull();
        assertThat(page.address()).isNull();
        assertThat(page.language()).isNull();
    }

    @Test
    void refusesAPageWithoutReadableText() {
        assertRefusal(() -> html("<html><body><div id=app></div><script>start()</script><img src=x></body></html>"))
                .startsWith("No readable text was found");
    }

    @Test
    void tellsHtmlFromTextByNameOrContentWhereTheTypeIsOpen() {
        byte[] page = "<p>One &amp; two.</p>".getBytes(UTF_8);
        assertThat(reader.read(page, "application/octet-stream", "Page.HTM").text())
                .isEqualTo("One & two.");
        assertThat(reader.read(page, null, "page.txt").text()).isEqualTo("<p>One &amp; two.</p>");
        assertThat(reader.read("\n<!-- x -->\n<!DOCTYPE html><p>One.".getBytes(UTF_8), null, "story")
                        .text())
                .isEqualTo("One.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-01-10T23:59:00-08:00  | 2022-01-10",
                "2022-01-10                 | 2022-01-10",
                "20220110                   | 2022-01-10",
                "2022/01/10 08:00           | 2022-01-10",
                "January 10, 2022           | 2022-01-10",
                "Jan. 10, 2022 8:00 am      | 2022-01-10",
                "10 January 2022            | 2022-01-10",
                "Mon, 10 Jan 2022 08:00 GMT | 2022-01-10",
                "2022-02-30                 |",
                "10/01/2022                 |",
                "yesterday                  |",
                "2022011012                 |",
            })
    void readsTheDateOfPublication(String written, @Nullable LocalDate date) {
        assertThat(html("<meta name=date content='" + written + "'><p>Text.</p>")
                        .publishedOn())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<title>Rain - a history - Daily Post</title><meta property=og:site_name content='daily post'>"
                        + ";Rain - a history",
                "<title>Rain | Somewhere</title><h1>Rain</h1>;Rain",
                "<title>Rain | Somewhere</title>;Rain | Somewhere",
                "<title>Post-war rain</title><meta property=og:site_name content='rain'>;Post-war rain",
            })
    void takesThePublisherOutOfTheTitle(String head, String title) {
        assertThat(html(head + "<p>It rained for forty days.</p>").title()).isEqualTo(title);
    }

    @Test
    void cutsATitleThatNoFieldWouldHold() {
        assertThat(html("<title>" + "\ud83d\ude80".repeat(600) + "</title><p>Text.</p>")
                        .title())
                .isEqualTo("\ud83d\ude80".repeat(500));
    }

    @Test
    void keepsTheLinesOfPreformattedTextAndTheRowsOfATable() {
        assertThat(html("<pre>one\n  two <b>and\nthree</b> more</pre>"
                                + "<table><tr><th>Year<th>Dead<tr><td>2014<td>9,000</table>")
                        .text())
                .isEqualTo("one\ntwo and\nthree more\nYear Dead\n2014 9,000");
    }

    @ParameterizedTest
    @CsvSource({"<div>,19000", "<b>,90000", "<ul><li>x<ul>,6000", "<a href=x>y ,19000", "<p hidden>,90000"})
    void readsAPageMadeToBeSlowInBoundedTime(String piece, int times) {
        String page = "<html><body><p>A sentence that is worth reading.</p>" + piece.repeat(times);
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> html(page).text()))
                .contains("A sentence that is worth reading.");
    }

    @Test
    void refusesAPageOfMoreTagsThanAnArticleHas() {
        String page = "<p>x</p>".repeat(100_001);
        assertRefusal(() -> html(page)).startsWith("This page is built of more than 100,000 parts");
        assertRefusal(() -> reader.read(("\ufeff" + page).getBytes(UTF_16LE), "text/html", null))
                .startsWith("This page is built of more than 100,000 parts");
    }

    private ReadableText page(String name) {
        return reader.read(bytes(name), "text/html; charset=utf-8", name);
    }

    private ReadableText html(String page) {
        return reader.read(page.getBytes(UTF_8), "text/html", null);
    }

    private static String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlArticleTests.class.getResourceAsStream("/intake/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
