package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.moderation.Moderation;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.w3c.dom.Document;

@WholeApplication
class CorrectionTests {

    @Autowired
    Cast cast;

    @Autowired
    Restorations restorations;

    @Autowired
    Moderation moderation;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachWayToChangeAPublicVerdictIsOneCorrectionWithBothRevisions() {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        cast.correct(
                admin.actor(), claim, "mostly_true", "The archive holds the bill!", CorrectionKind.TYPO, "a full stop");
        cast.correct(
                admin.actor(),
                claim,
                "half_true",
                "The archive holds half.",
                CorrectionKind.TYPO,
                "half of it is missing");
        cast.attach(admin.actor(), claim, "https://archive.example/second/" + claim, "a second bill");
        restorations.restore(admin.actor(), claim, 5, "the half was found");
        moderation.withdraw(admin.actor(), claim, "its source was forged");
        assertThat(rows(claim))
                .containsExactly(
                        "typo 5 6 - -",
                        "rating 6 7 desk/1 mostly_true half_true",
                        "non_rating 7 8 - -",
                        "rating 8 9 desk/1 half_true mostly_true",
                        "withdrawal 9 10 - -");
    }

    @Test
    void theDatabaseRefusesAStateThatNoCorrectionExplainsAndAChangeOfOne() {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        assertThatThrownBy(() -> jdbc.sql("update claim set state = 'corrected' where id = :id")
                        .param("id", claim)
                        .update())
                .hasMessageContaining("corrected without a correction");
        assertThatThrownBy(() -> jdbc.sql("update claim set state = 'withdrawn' where id = :id")
                        .param("id", claim)
                        .update())
                .hasMessageContaining("withdrawn exactly");
        cast.correct(admin.actor(), claim, "half_true", "Half.", CorrectionKind.RATING, "half");
        assertThatThrownBy(() -> jdbc.sql("delete from correction where claim_id = :id")
                        .param("id", claim)
                        .update())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void readersSeeEachTierInItsPlace() throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        cast.correct(
                admin.actor(), claim, "mostly_true", "The archive holds the bill!", CorrectionKind.TYPO, "REASON-TYPO");
        cast.correct(
                admin.actor(),
                claim,
                "mostly_true",
                "It holds two bills.",
                CorrectionKind.NON_RATING,
                "REASON-CONTENT");
        cast.correct(
                admin.actor(), claim, "half_true", "It holds half a bill.", CorrectionKind.RATING, "REASON-RATING");
        String page = read("/verdicts/" + claim).getContentAsString();
        assertThat(page).doesNotContain("REASON-TYPO").contains("Rated Mostly true before, Half true since.");
        assertThat(page.indexOf("REASON-RATING")).isLessThan(page.indexOf("verdict-claim"));
        assertThat(page.indexOf("REASON-CONTENT")).isGreaterThan(page.indexOf("explanation-head"));
        String earlier = read("/verdicts/" + claim + "/revisions/5").getContentAsString();
        assertThat(earlier)
                .contains("An earlier version", "Mostly true", "The archive holds the bill.")
                .contains("rel=\"canonical\" href=\"/verdicts/" + claim + "\"")
                .doesNotContain("half a bill");
        assertThat(read("/verdicts/" + claim + "/revisions/3").getStatus()).isEqualTo(404);
        assertThat(read("/verdicts/" + claim + "/revisions/99").getStatus()).isEqualTo(404);
        String list = read("/corrections").getContentAsString();
        assertThat(list).contains("REASON-TYPO", "REASON-CONTENT", "REASON-RATING");
        assertThat(read("/corrections?tier=typo").getContentAsString())
                .contains("REASON-TYPO")
                .doesNotContain("REASON-RATING");
        assertThat(read("/corrections?tier=none").getStatus()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void eachTierStandsInTheHistoryInTheFilesAndInTheFeed() throws Exception {
        Cast.Person admin = cast.admin();
        long typo = cast.publishedClaim(admin.actor());
        cast.correct(admin.actor(), typo, "mostly_true", "The archive holds the bill!", CorrectionKind.TYPO, "TIER-A");
        long content = cast.publishedClaim(admin.actor());
        cast.correct(admin.actor(), content, "mostly_true", "It holds two bills.", CorrectionKind.NON_RATING, "TIER-B");
        long rating = cast.publishedClaim(admin.actor());
        cast.correct(admin.actor(), rating, "half_true", "It holds half a bill.", CorrectionKind.RATING, "TIER-C");
        long withdrawn = cast.publishedClaim(admin.actor());
        moderation.withdraw(admin.actor(), withdrawn, "TIER-D");

        assertThat(file("/corrections.csv?profile=data"))
                .anyMatch(row -> row.contains("/verdicts/" + typo + ",typo,TIER-A,") && row.contains(",5,6,,,,,,,"))
                .anyMatch(row -> row.contains("/verdicts/" + content + ",non_rating,TIER-B,"))
                .anyMatch(row -> row.contains("/verdicts/" + rating + ",rating,TIER-C,")
                        && row.contains(",5,6,desk/1,mostly_true,Mostly true,desk/1,half_true,Half true,"))
                .anyMatch(row -> row.contains("/verdicts/" + withdrawn + ",withdrawal,TIER-D,"));
        assertThat(file("/verdicts.csv?profile=data"))
                .anyMatch(row -> row.contains("/verdicts/" + typo + ",") && row.contains(",typo,TIER-A,"))
                .anyMatch(row -> row.contains("/verdicts/" + content + ",") && row.contains(",non_rating,TIER-B,"))
                .anyMatch(row -> row.contains("/verdicts/" + rating + ",") && row.contains(",rating,TIER-C,"))
                .noneMatch(row -> row.contains("/verdicts/" + withdrawn + ","));
        assertThat(read("/corrections.atom").getContentAsString()).contains("TIER-A", "TIER-B", "TIER-C", "TIER-D");
        for (long claim : List.of(typo, content, rating)) {
            assertThat(read("/verdicts/" + claim + "/history").getContentAsString())
                    .containsPattern("TIER-[ABC]");
        }
    }

    @Test
    void theListHoldsEveryCorrectionAndNothingElse() throws Exception {
        Cast.Person admin = cast.admin();
        for (int i = 0; i < 25; i++) {
            long claim = cast.publishedClaim(admin.actor());
            cast.correct(
                    admin.actor(),
                    claim,
                    "mostly_true",
                    "The archive holds bill " + i,
                    CorrectionKind.TYPO,
                    "LISTED-" + i);
        }
        cast.publishedClaim(admin.actor());
        List<String> notes = new ArrayList<>();
        String next = "/corrections";
        while (!next.isEmpty()) {
            org.jsoup.nodes.Document page = Jsoup.parse(read(next).getContentAsString());
            page.select(".correction-list > li > p.serif").forEach(note -> notes.add(note.text()));
            assertThat(page.select(".correction-list > li")).hasSizeBetween(1, 20);
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(notes)
                .isEqualTo(jdbc
                        .sql("select x.note from correction x join claim c on c.id = x.claim_id"
                                + " where not c.hidden order by x.id desc")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(note -> note.replace("\u0007", "").replaceAll(" +", " "))
                        .toList());
    }

    /** The rows of a file, as they stand in it. */
    private List<String> file(String address) throws Exception {
        MvcResult result = mvc.perform(get(address)).andReturn();
        result.getAsyncResult();
        return List.of(mvc.perform(asyncDispatch(result))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .split("\r\n"));
    }

    @Test
    void hiddenClaimsAreOnNoListAndWithdrawnOnesKeepTheirNotice() throws Exception {
        Cast.Person admin = cast.admin();
        long hidden = cast.publishedClaim(admin.actor());
        cast.correct(admin.actor(), hidden, "half_true", "Half.", CorrectionKind.RATING, "REASON-HIDDEN");
        moderation.hide(admin.actor(), hidden, true, "it is looked into");
        long withdrawn = cast.publishedClaim(admin.actor());
        moderation.withdraw(admin.actor(), withdrawn, "REASON-WITHDRAWN");
        for (String address : List.of("/corrections", "/corrections.atom")) {
            assertThat(read(address).getContentAsString())
                    .as(address)
                    .contains("REASON-WITHDRAWN")
                    .doesNotContain("REASON-HIDDEN");
        }
        MockHttpServletResponse notice = read("/verdicts/" + withdrawn);
        assertThat(notice.getStatus()).isEqualTo(410);
        assertThat(notice.getContentAsString()).contains("REASON-WITHDRAWN");
        assertThat(read("/verdicts/" + withdrawn + "/claimreview.jsonld").getStatus())
                .isEqualTo(410);
        assertThat(read("/verdicts/" + hidden + "/claimreview.jsonld").getStatus())
                .isEqualTo(410);
        assertThat(read("/verdicts/" + hidden + "/revisions/5").getStatus()).isEqualTo(410);
        long draft = cast.claimInReview(admin.actor());
        assertThat(read("/verdicts/" + draft + "/claimreview.jsonld").getStatus())
                .isEqualTo(404);
    }

    @Test
    void theFeedsAreXmlWhateverIsTyped() throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        cast.correct(
                admin.actor(), claim, "half_true", "Bell \u0007 & <b>", CorrectionKind.RATING, "Bell \u0007 & ]]> <i>");
        for (String address : List.of("/corrections.atom", "/verdicts.atom")) {
            MockHttpServletResponse answer = read(address);
            assertThat(answer.getContentType()).startsWith("application/atom+xml");
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document feed =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getContentAsByteArray()));
            assertThat(feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                            .getLength())
                    .isBetween(1, 50);
            assertThat(answer.getContentAsString()).contains("Bell \uFFFD &amp;");
        }
    }

    @Test
    void daysOutOfOrderAreRefusedBesideTheFieldAndDaysInOrderAreRead() throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        MockHttpServletResponse refused = submit(admin, claim, "2024-05-02", "2024-05-01");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("reviewBy-error", "value=\"2024-05-01\"", "Two bills.");
        assertThat(submit(admin, claim, "2024-05-02", "2025-05-02").getStatus()).isEqualTo(302);
        assertThat(read("/verdicts/" + claim).getContentAsString()).contains("2024-05-02", "2025-05-02");
        assertThat(rows(claim)).containsExactly("non_rating 5 6 - -");
    }

    @Test
    void theClaimReviewGivesNumbersForOrderedLabelsOnly() throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        MockHttpServletResponse ordered = read("/verdicts/" + claim + "/claimreview.jsonld");
        assertThat(ordered.getContentType()).startsWith("application/ld+json");
        assertThat(ordered.getContentAsString())
                .contains("\"ratingValue\":4", "\"bestRating\":5", "\"worstRating\":1")
                .contains("\"alternateName\":\"Mostly true\"", "\"url\":\"http://localhost/verdicts/" + claim + "\"");
        cast.correct(admin.actor(), claim, "misleading", "It leaves half out.", CorrectionKind.RATING, "half");
        assertThat(read("/verdicts/" + claim + "/claimreview.jsonld").getContentAsString())
                .contains("\"alternateName\":\"Misleading\"")
                .doesNotContain("ratingValue");
    }

    private MockHttpServletResponse submit(Cast.Person admin, long claim, String validAsOf, String reviewBy)
            throws Exception {
        return mvc.perform(post("/claims/" + claim + "/correction")
                        .param("base", Integer.toString(cast.revision(claim)))
                        .param("ratingId", Long.toString(cast.rating("mostly_true")))
                        .param("explanation", "Two bills.")
                        .param("wording", "The bridge cost 14,000 crowns.")
                        .param("kind", "NON_RATING")
                        .param("reason", "a day")
                        .param("validAsOf", validAsOf)
                        .param("reviewBy", reviewBy)
                        .with(user(admin.user()))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private List<String> rows(long claim) {
        return jdbc.sql("""
                        select concat_ws(' ', tier, revision_before, revision_after, coalesce(scale_before, '-'),
                                         coalesce(rating_code_before, '-'), rating_code_after)
                        from correction where claim_id = :id order by id
                        """).param("id", claim).query(String.class).list();
    }

    private MockHttpServletResponse read(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse();
    }
}
