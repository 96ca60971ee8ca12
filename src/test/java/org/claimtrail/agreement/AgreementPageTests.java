package org.claimtrail.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.UUID;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The page of the agreement. Every test rates with a scale of its own: high, middle and low in order, and odd. */
@WholeApplication
class AgreementPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person reader;
    private Cast.Person first;
    private Cast.Person second;
    private long claim;
    private long scale;

    @BeforeEach
    void aScaleOfItsOwn() {
        reader = cast.reviewer("Reviewer R");
        first = cast.reviewer("Reviewer A");
        second = cast.reviewer("Reviewer B");
        claim = cast.openClaim(first.actor());
        String code = "s" + UUID.randomUUID();
        jdbc.sql("insert into scale_rule (code) values (:code)")
                .param("code", code)
                .update();
        scale = jdbc.sql("insert into rating_scale (code, version, name, created_at)"
                        + " values (:code, 1, :name, now()) returning id")
                .param("code", code)
                .param("name", "Scale " + code)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into rating (rating_scale_id, position, code, label, kind, value)
                        values (:scale, 1, 'high', 'High', 'ordered', 3), (:scale, 2, 'middle', 'Middle', 'ordered', 2),
                               (:scale, 3, 'low', 'Low', 'ordered', 1), (:scale, 4, 'odd', 'Odd', 'unordered', null)
                        """).param("scale", scale).update();
    }

    /** Two ratings of a claim; where they differ, they were decided upon. */
    private void rated(int times, String one, String other, String givenAt) {
        for (int i = 0; i < times; i++) {
            long row = submitted(claim, one);
            jdbc.sql("""
                            update second_review set second_reviewer_id = :second, second_reviewer_name = 'Reviewer B',
                                second_rating_id = :rating, second_explanation = 'x', given_at = cast(:at as timestamptz)
                            where id = :id
                            """)
                    .param("second", second.actor().accountId())
                    .param("rating", rating(other))
                    .param("at", givenAt)
                    .param("id", row)
                    .update();
            if (!one.equals(other)) {
                jdbc.sql("""
                                update second_review set adjudicator_id = :who, adjudicator_name = 'Reviewer R',
                                    final_rating_id = first_rating_id, adjudication_reason = 'x', adjudicated_at = now()
                                where id = :id
                                """)
                        .param("who", reader.actor().accountId())
                        .param("id", row)
                        .update();
            }
        }
    }

    private long submitted(long claimId, String rating) {
        return jdbc.sql("""
                        insert into second_review (claim_id, rating_scale_id, submitted_at, first_reviewer_id,
                                                   first_reviewer_name, first_rating_id, first_explanation)
                        values (:claim, :scale, now(), :first, 'Reviewer A', :rating, 'x') returning id
                        """)
                .param("claim", claimId)
                .param("scale", scale)
                .param("first", first.actor().accountId())
                .param("rating", rating(rating))
                .query(Long.class)
                .single();
    }

    private long rating(String code) {
        return jdbc.sql("select id from rating where rating_scale_id = :scale and code = :code")
                .param("scale", scale)
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(address).with(user(reader.user()))).andReturn().getResponse();
    }

    private Document page(String filter) throws Exception {
        return Jsoup.parse(answer("/agreement?scale=" + scale + filter).getContentAsString());
    }

    private static String row(Document page, String name) {
        for (Element row : page.select("tbody tr")) {
            Element head = row.selectFirst("th");
            if (head != null && head.text().equals(name)) {
                return row.text();
            }
        }
        return "no row " + name;
    }

    @Test
    void showsEachFigureWithWhatItIsCountedOver() throws Exception {
        rated(4, "high", "high", "2026-03-02T10:00Z");
        rated(3, "middle", "middle", "2026-03-03T10:00Z");
        rated(1, "high", "low", "2026-03-03T11:00Z");
        rated(1, "low", "middle", "2026-03-03T12:00Z");
        rated(2, "odd", "odd", "2026-03-03T13:00Z");
        rated(1, "odd", "high", "2026-03-03T14:00Z");

        Document page = page("");

        assertThat(row(page, "The same label twice")).isEqualTo("The same label twice 75 % none 12");
        // Both alphas come from a computation apart, over all pairs of values.
        assertThat(row(page, "Alpha, all labels"))
                .startsWith("Alpha, all labels 0.653 ")
                .endsWith(" 12");
        assertThat(row(page, "Alpha, labels in order"))
                .startsWith("Alpha, labels in order 0.579 ")
                .endsWith(" 9");
        assertThat(page.select(".readings dd").eachText())
                .containsExactly(
                        "Below 0.667: too low to draw conclusions from.", "Too few claims to read anything from it.");
        assertThat(page.select(".left-out").text()).startsWith("3 claims from the alpha of labels in order");
        assertThat(page.select(".left-out").text()).contains("(Odd)");
        assertThat(page.select(".notice-warn").text()).startsWith("Only 12 claims were rated twice.");
        assertThat(row(page, "1 High")).isEqualTo("1 High 4 0 1 0 5");
        assertThat(row(page, "3 Low")).isEqualTo("3 Low 0 1 0 0 1");
        assertThat(page.select(".matrix tfoot").text()).isEqualTo("All 5 4 1 2 12");
        assertThat(page.select("svg.plot-squares .plot-same")).hasSize(3);
        assertThat(page.select("svg.plot-squares .plot-other")).hasSize(3);
        assertThat(page.select("svg.plot .plot-dot")).hasSize(2);
    }

    @Test
    void neverReadsAFirstRatingThatWaitsForTheSecond() throws Exception {
        rated(1, "high", "low", "2026-03-02T10:00Z");
        Document before = page("");
        submitted(cast.openClaim(first.actor()), "odd");

        Document after = page("");

        assertThat(after.select(".matrix").outerHtml())
                .isEqualTo(before.select(".matrix").outerHtml());
        assertThat(row(after, "4 Odd")).isEqualTo("4 Odd 0 0 0 0 0");
        assertThat(after.select(".left-out").text()).contains("1 draft that waits for a second rating now");
    }

    @Test
    void aScaleWithNothingButAWaitingDraftIsNotEvenNamed() throws Exception {
        submitted(claim, "odd");

        Document page = page("");

        assertThat(page.select("#scale option[value=" + scale + "]")).isEmpty();
        assertThat(page.select(".empty h2").text()).isEqualTo("No second rating was given then");
    }

    @Test
    void countsRecalledDraftsAsLeftOut() throws Exception {
        rated(1, "high", "high", "2026-03-02T10:00Z");
        jdbc.sql("update second_review set recalled_at = now() where id = :id")
                .param("id", submitted(claim, "low"))
                .update();

        assertThat(page("").select(".left-out").text())
                .isEqualTo("1 draft that was recalled before anybody rated the claim a second time.");
    }

    @Test
    void saysThatAlphaIsNotDefinedWhereAllRatingsAreTheSameLabel() throws Exception {
        rated(12, "odd", "odd", "2026-03-02T10:00Z");

        Document page = page("");

        assertThat(row(page, "The same label twice")).contains("100 %");
        assertThat(row(page, "Alpha, all labels")).isEqualTo("Alpha, all labels – none 12");
        assertThat(row(page, "Alpha, labels in order")).isEqualTo("Alpha, labels in order – none 0");
        assertThat(page.select(".readings dd").eachText().get(0)).startsWith("Not defined: every rating");
        assertThat(page.select(".readings dd").eachText().get(1)).startsWith("Not defined: no claim");
        assertThat(page.select("svg .plot-dot")).isEmpty();
    }

    @Test
    void countsTheDaysOfThePeriodWithBothEnds() throws Exception {
        rated(1, "high", "high", "2026-03-01T23:59:59Z");
        rated(2, "high", "low", "2026-03-02T00:00Z");
        rated(3, "low", "low", "2026-03-04T23:59:59Z");
        rated(4, "odd", "odd", "2026-03-05T00:00Z");

        assertThat(page("&from=2026-03-02&to=2026-03-04")
                        .select(".panel-head p")
                        .text())
                .startsWith("5 claims rated twice");
        assertThat(page("&from=2026-03-05").select(".panel-head p").text()).startsWith("4 claims rated twice");
        assertThat(page("&to=2026-03-01").select(".panel-head p").text()).startsWith("1 claim rated twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=yesterday",
                "?to=2026-02-30",
                "?from=2026-03-05&to=2026-03-04",
                "?scale=x",
                "?from=-2026-03-5"
            })
    void refusesAFilterThatIsNone(String filter) throws Exception {
        MockHttpServletResponse answer = answer("/agreement" + filter);

        assertThat(answer.getStatus()).isEqualTo(400);
    }
}
