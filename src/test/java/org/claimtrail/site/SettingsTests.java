package org.claimtrail.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@WholeApplication
class SettingsTests {

    /** As many as the forecast looks at. */
    private static final int ARTICLES = 20;

    private static final String TEXT = """
            The bridge opened in 1911 and cost 14,000 crowns.
            Mayor Ada Brook said the town would repair it next year.
            The council wants a new bridge.
            It may look better in the evening light.
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person admin;

    @BeforeEach
    void anAdmin() {
        admin = cast.admin();
    }

    @AfterEach
    void asAtFirst() {
        jdbc.sql("update desk_setting set proposal_threshold = 0.50").update();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(user(admin.user())))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private MockHttpServletResponse save(String threshold, int version) throws Exception {
        return mvc.perform(post("/settings")
                        .param("threshold", threshold)
                        .param("version", String.valueOf(version))
                        .with(csrf())
                        .with(user(admin.user())))
                .andReturn()
                .getResponse();
    }

    private int version() {
        return jdbc.sql("select version from desk_setting").query(Integer.class).single();
    }

    private String threshold() {
        return jdbc.sql("select proposal_threshold::text from desk_setting")
                .query(String.class)
                .single();
    }

    /** How many claims the text itself gave; the line that tells articles apart may look like one. */
    private long proposed(long article) {
        return jdbc.sql("select count(*) from claim where article_id = :id and wording not like '%umber %'")
                .param("id", article)
                .query(Long.class)
                .single();
    }

    @Test
    void theThresholdDecidesWhatTheNextArticleProposes() throws Exception {
        long usual = proposed(cast.article(admin.actor(), TEXT));

        assertThat(save("0.05", version()).getStatus()).isEqualTo(302);
        long generous = proposed(cast.article(admin.actor(), TEXT));
        save("0.95", version());
        long strict = proposed(cast.article(admin.actor(), TEXT));

        assertThat(strict).isLessThan(usual);
        assertThat(usual).isLessThan(generous);
    }

    @Test
    void theForecastCountsWhatAnImportWouldPropose() throws Exception {
        long article = 0;
        for (int i = 0; i < ARTICLES; i++) {
            article = cast.article(admin.actor(), TEXT);
        }
        int claims = 0;
        Document page = page("/settings");
        for (var row : page.select("#forecast tbody tr")) {
            int now = Integer.parseInt(row.select("td.number").get(0).text().replace(",", ""));
            assertThat(claims == 0 || now <= claims)
                    .as("fewer from a higher score")
                    .isTrue();
            claims = now;
        }
        long stored = jdbc.sql("""
                        select count(*) from claim where origin = 'splitter' and article_id in
                            (select id from article order by id desc limit 20)
                        """).query(Long.class).single();

        assertThat(page.select("#forecast tr[aria-current]").text()).startsWith("0.50 now " + stored + " ");
        assertThat(page.select("#forecast .near a[href=/articles/" + article + "]"))
                .isNotEmpty();
    }

    @Test
    void anotherScoreIsLookedAtBeforeItIsSaved() throws Exception {
        cast.article(admin.actor(), TEXT);

        Document page = page("/settings?threshold=0.73");

        assertThat(page.select("#threshold").val()).isEqualTo("0.73");
        assertThat(page.select("#forecast tr[aria-current]").text()).startsWith("0.73 ");
        assertThat(threshold()).isEqualTo("0.50");
    }

    @Test
    void aScriptGetsTheForecastAlone() throws Exception {
        String part = mvc.perform(get("/settings?threshold=0.6")
                        .header("HX-Request", "true")
                        .with(user(admin.user())))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(part).contains("id=\"forecast\"").doesNotContain("<form", "<html");
    }

    @Test
    void aChangeStandsInTheAuditLog() throws Exception {
        save("0.60", version());

        assertThat(page("/audit?action=threshold_set")
                        .select("tbody tr:first-child")
                        .text())
                .contains("Desk Admin", "before: 0.50", "after: 0.60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.04", "0.96", "0.555", "-1"})
    void aScoreOutOfRangeIsRefusedBesideTheField(String typed) throws Exception {
        MockHttpServletResponse answer = save(typed, version());

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#threshold-error").text()).isNotEmpty();
        assertThat(page.select("#threshold").val()).isEqualTo(typed);
        assertThat(threshold()).isEqualTo("0.50");
    }

    @Test
    void wordsForAScoreAreRefusedBesideTheField() throws Exception {
        MockHttpServletResponse answer = save("half", version());

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#threshold-error")
                        .text())
                .isEqualTo("Give a score from 0.05 to 0.95, in hundredths.");
    }

    @Test
    void aStaleFormIsShownWhatWasSavedMeanwhile() throws Exception {
        int seen = version();
        save("0.60", seen);

        MockHttpServletResponse answer = save("0.70", seen);

        assertThat(answer.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("[role=alert]").text()).contains("Desk Admin", "0.60");
        assertThat(page.select("#threshold").val()).isEqualTo("0.70");
        assertThat(threshold()).isEqualTo("0.60");
        assertThat(save(
                                "0.70",
                                Integer.parseInt(
                                        page.select("input[name=version]").val()))
                        .getStatus())
                .isEqualTo(302);
    }
}
