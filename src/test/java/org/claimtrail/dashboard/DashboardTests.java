package org.claimtrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.VerdictText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Figures of the dashboard. Each test has a year of its own, long past, in which nothing else was published. */
@WholeApplication
class DashboardTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Reviews reviews;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person reviewer;

    @BeforeEach
    void aReviewer() {
        reviewer = cast.reviewer("Reviewer D");
    }

    private void published(String rating, String acceptedAt, String publishedAt) {
        long claim = cast.claimInReview(reviewer.actor());
        cast.attach(reviewer.actor(), claim, "https://archive.example/" + claim);
        reviews.draft(reviewer.actor(), claim, -1, new VerdictText(cast.rating(rating), "The archive holds it."));
        reviews.publish(reviewer.actor(), claim);
        moved(claim, acceptedAt, publishedAt);
    }

    private void moved(long claim, String acceptedAt, String publishedAt) {
        jdbc.sql("update claim set accepted_at = cast(:at as timestamptz) where id = :id")
                .param("at", acceptedAt)
                .param("id", claim)
                .update();
        jdbc.sql("update verdict set published_at = cast(:at as timestamptz) where claim_id = :id")
                .param("at", publishedAt)
                .param("id", claim)
                .update();
    }

    private Document page(String filter) throws Exception {
        return Jsoup.parse(mvc.perform(get("/dashboard" + filter).with(user(reviewer.user())))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static List<String> rows(Document page, String section) {
        return page.select("section[aria-labelledby=" + section + "] tbody tr").eachText();
    }

    @Test
    void givesTheMedianAndTheNinthOfTenDaysByMonthAndOverAll() throws Exception {
        published("true", "1990-02-01T00:00Z", "1990-02-02T00:00Z");
        published("true", "1990-02-01T00:00Z", "1990-02-03T00:00Z");
        published("false", "1990-02-01T00:00Z", "1990-02-12T00:00Z");
        published("false", "1990-04-01T00:00Z", "1990-04-06T12:00Z");

        Document page = page("?from=1990-01-01&to=1990-12-31");

        // By interpolation 2 + 0.8 × 9 = 9.2 days in February; over all the ninth tenth of 1, 2, 5.5, 11 is 9.35.
        assertThat(rows(page, "duration-head"))
                .containsExactly("Feb 1990 3 2.0 9.2", "Apr 1990 1 5.5 5.5", "All of them 4 3.8 9.4");
        assertThat(page.select("section[aria-labelledby=duration-head] svg .plot-dot"))
                .hasSize(3);
    }

    @Test
    void countsPublishedVerdictsByRatingAndMonth() throws Exception {
        published("true", "1991-02-01T00:00Z", "1991-02-02T00:00Z");
        published("true", "1991-02-01T00:00Z", "1991-02-28T23:59Z");
        published("misleading", "1991-02-01T00:00Z", "1991-02-10T00:00Z");
        published("false", "1991-03-01T00:00Z", "1991-03-12T00:00Z");

        Document page = page("?from=1991-01-01&to=1991-12-31");

        assertThat(page.select("section[aria-labelledby=ratings-head] thead").text())
                .isEqualTo("Month True False Misleading All");
        assertThat(rows(page, "ratings-head")).containsExactly("Feb 1991 2 0 1 3", "Mar 1991 0 1 0 1");
        Elements bars = page.select("section[aria-labelledby=ratings-head] svg[role=img]");
        assertThat(bars.select("rect.plot-segment")).hasSize(3);
        assertThat(bars.select("[data-rating=misleading] rect").eachAttr("fill"))
                .containsExactly("url(#plot-pattern-5)");
        assertThat(page.select("#plot-pattern-5")).hasSize(1);
    }

    @Test
    void leavesOutWhatWasWithdrawnAndEveryDraft() throws Exception {
        published("true", "1992-02-01T00:00Z", "1992-02-02T00:00Z");
        long draft = cast.claimInReview(reviewer.actor());
        reviews.draft(reviewer.actor(), draft, -1, new VerdictText(cast.rating("half_true"), "Not public."));
        long withdrawn = cast.publishedClaim(reviewer.actor());
        moved(withdrawn, "1992-02-01T00:00Z", "1992-02-03T00:00Z");
        reviews.withdraw(cast.admin().actor(), withdrawn, "It was wrong.");

        Document page = page("?from=1992-02-01&to=1992-02-29");

        assertThat(rows(page, "ratings-head")).containsExactly("27 Jan 1992 1 1");
        assertThat(page.select("section[aria-labelledby=ratings-head] thead").text())
                .contains("True")
                .doesNotContain("Half true");
    }

    @Test
    void showsWhatEachPersonHasAndWhatIsOverdue() throws Exception {
        Cast.Person busy = cast.reviewer("Reviewer E");
        long late = cast.claimInReview(busy.actor());
        cast.claimInReview(busy.actor());
        long today = cast.claimInReview(busy.actor());
        jdbc.sql("update claim set due_on = current_date - 2 where id = :id")
                .param("id", late)
                .update();
        jdbc.sql("update claim set due_on = current_date where id = :id")
                .param("id", today)
                .update();
        jdbc.sql("update claim set state = 'second_review' where id = :id")
                .param("id", today)
                .update();

        Document page = page("");

        assertThat(page.select("tr:has(a[href=/claims?assignee=" + busy.actor().accountId() + "])")
                        .text())
                .isEqualTo("Reviewer E 2 1 1");
        assertThat(rows(page, "backlog-head").stream()
                        .filter(line -> line.startsWith("Second review "))
                        .toList())
                .singleElement()
                .asString()
                .matches("Second review [1-9]\\d* .*(minutes|minute|hours|days)");
    }

    @Test
    void saysSoWhereNothingWasPublished() throws Exception {
        Document page = page("?from=1950-01-01&to=1950-12-31");

        assertThat(page.select("section[aria-labelledby=duration-head]").text())
                .contains("No verdict was published in these days.");
        assertThat(page.select("svg[role=img]")).isEmpty();
    }

    @Test
    void showsTheTwelveMonthsUpToTodayWithoutAPeriod() throws Exception {
        cast.publishedClaim(reviewer.actor());

        assertThat(page("").select("section[aria-labelledby=duration-head] thead")
                        .text())
                .startsWith("Month ");
        assertThat(page("").select("#to").attr("value")).isNotEmpty();
    }
}
