package org.claimtrail.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A claim made of words in the text by hand. */
@WholeApplication
class MarkTests {

    private static final String PASSAGE = "Ada Brook closed the ferry in 1912";
    private static final String TYPED = "The mayor closed the ferry in 1912, the town says.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person reviewer;
    private long article;

    @BeforeEach
    void anArticle() {
        reviewer = cast.reviewer("Reviewer M");
        article = cast.article(reviewer.actor(), PASSAGE + ". Nobody minded it very much.");
    }

    private MockHttpServletResponse mark(String exact, String wording) throws Exception {
        return mvc.perform(post("/articles/" + article + "/claims")
                        .param("exact", exact)
                        .param("wording", wording)
                        .with(csrf())
                        .with(user(reviewer.user())))
                .andReturn()
                .getResponse();
    }

    private static long id(MockHttpServletResponse answer) {
        return Long.parseLong(String.valueOf(answer.getRedirectedUrl()).replaceFirst(".*#claim-", ""));
    }

    @Test
    void takesTheWordingThatWasTyped() throws Exception {
        long claim = id(mark("minded it very much", TYPED));

        assertThat(cast.stored("wording", claim)).isEqualTo(TYPED);
        assertThat(cast.stored("origin", claim)).isEqualTo("hand");
        assertThat(cast.actions(claim)).containsExactly("marked");
    }

    @Test
    void ofAProposedPassageAcceptsTheProposalInTheWordsTyped() throws Exception {
        long proposed = jdbc.sql("select id from claim where article_id = :id and wording = :wording")
                .param("id", article)
                .param("wording", PASSAGE + ".")
                .query(Long.class)
                .single();

        long claim = id(mark(PASSAGE, TYPED));

        assertThat(claim).isEqualTo(proposed);
        assertThat(cast.stored("state", claim)).isEqualTo("open");
        assertThat(cast.stored("wording", claim)).isEqualTo(TYPED);
        assertThat(cast.actions(claim)).containsExactly("proposed", "accepted");
    }

    @Test
    void sentTwiceMakesOneClaim() throws Exception {
        long first = id(mark("minded it very much", TYPED));

        assertThat(id(mark("minded it very much", TYPED))).isEqualTo(first);
        assertThat(cast.actions(first)).containsExactly("marked");
    }

    @Test
    void ofAPassageThatIsAClaimAlreadySaysSoAndKeepsWhatWasTyped() throws Exception {
        long first = id(mark("minded it very much", "They minded it."));

        MockHttpServletResponse refused = mark("minded it very much", TYPED);

        assertThat(refused.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.select("[role=alert]").text()).contains("claim " + first, "They minded it.");
        assertThat(page.select("[name=wording]").val()).isEqualTo(TYPED);
        assertThat(cast.stored("wording", first)).isEqualTo("They minded it.");
    }
}
