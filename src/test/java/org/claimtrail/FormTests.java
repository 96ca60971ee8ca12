package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Forms whose fields hold what they cannot hold. */
@WholeApplication
class FormTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @ParameterizedTest
    @CsvSource({
        "/articles, publishedOn, yesterday",
        "/articles/{article}, publishedOn, yesterday",
        "/articles/{article}, version, abc",
        "/claims/{claim}/evidence, publishedOn, yesterday",
        "/claims/{claim}/evidence, stance, nonsense",
        "/claims/{claim}/wording, kind, nonsense",
        "/claims/{claim}/wording, base, abc",
        "/claims/{claim}/draft, ratingId, abc",
        "/claims/{public}/correction, ratingId, abc",
        "/claims/{public}/correction, kind, nonsense"
    })
    void aValueOfAnotherKindIsAnErrorBesideWhatWasTyped(String form, String field, String value) throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.claimInReview(reviewer.actor());
        String address = form.replace("{claim}", Long.toString(claim))
                .replace("{article}", cast.stored("article_id", claim))
                .replace("{public}", Long.toString(cast.publishedClaim(reviewer.actor())));
        MockHttpServletResponse answer = mvc.perform(post(address)
                        .param("title", "A title that was typed")
                        .param("wording", "A wording that was typed")
                        .param("explanation", "An explanation that was typed")
                        .param("text", "A text that was typed")
                        .param("how", "paste")
                        .param(field, value)
                        .with(csrf())
                        .with(user(reviewer.user())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".errors").text()).isNotEmpty().doesNotContain("Exception", "java.");
        assertThat(page.text() + page.select("input").eachAttr("value")).contains("that was typed");
    }

    @Test
    void aRefusedImportKeepsTheWayThatWasChosen() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        MockHttpServletResponse answer = mvc.perform(post("/articles")
                        .param("how", "address")
                        .param("webAddress", "https://gazette.example/")
                        .param("publishedOn", "yesterday")
                        .with(csrf())
                        .with(user(reviewer.user())))
                .andReturn()
                .getResponse();
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("input[name=how][checked]").attr("value")).isEqualTo("address");
        assertThat(page.select("#webAddress").attr("value")).isEqualTo("https://gazette.example/");
        assertThat(page.select("#publishedOn-error").text()).contains("2022-01-21");
    }
}
