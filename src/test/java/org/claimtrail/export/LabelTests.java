package org.claimtrail.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Dismissal;
import org.claimtrail.claim.Quote;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeApplication
class LabelTests {

    private static final String TEXT = """
            The bridge 🌉 “opened” in 1911. The town paid 14,000 crowns for it.
            Ada Brook drove across it in 1912. The ferry closed in 1913.
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Claims claims;

    @Autowired
    JdbcClient jdbc;

    private List<JsonNode> lines(long article) throws Exception {
        MvcResult started = mvc.perform(
                        get("/labels.jsonl").with(user(cast.admin().user())))
                .andReturn();
        started.getAsyncResult();
        MvcResult answer = mvc.perform(asyncDispatch(started)).andReturn();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("labels.jsonl");
        return answer.getResponse()
                .getContentAsString()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.get("article").asString().endsWith("/articles/" + article))
                .toList();
    }

    private long proposal(long article, String words) {
        return jdbc.sql("select id from claim where article_id = :id and wording like :words and state = 'proposed'")
                .param("id", article)
                .param("words", "%" + words + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void aDecisionMakesALabelOfItsSentence() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer L");
        long article = cast.article(reviewer.actor(), TEXT);
        claims.accept(reviewer.actor(), proposal(article, "14,000"));
        claims.dismiss(reviewer.actor(), proposal(article, "Ada Brook drove"), Dismissal.TRIVIAL, "");
        claims.dismiss(reviewer.actor(), proposal(article, "ferry"), Dismissal.DUPLICATE, "");

        List<JsonNode> lines = lines(article);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).get("text").asString()).isEqualTo("The town paid 14,000 crowns for it.");
        assertThat(lines.get(0).get("checkworthy").asBoolean()).isTrue();
        assertThat(lines.get(0).get("claims").get(0).get("decision").asString()).isEqualTo("accepted");
        assertThat(lines.get(1).get("text").asString()).isEqualTo("Ada Brook drove across it in 1912.");
        assertThat(lines.get(1).get("checkworthy").asBoolean()).isFalse();
        assertThat(lines.get(1).get("claims").get(0).get("decision").asString()).isEqualTo("trivial");
    }

    @Test
    void aPassageMarkedByHandIsALabelAndTakingBackADismissalRemovesOne() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer L");
        long article = cast.article(reviewer.actor(), TEXT);
        claims.mark(reviewer.actor(), article, new Quote("opened” in 1911", null, null), "It opened in 1911.");
        long ferry = proposal(article, "ferry");
        claims.dismiss(reviewer.actor(), ferry, Dismissal.NOT_CHECKABLE, "");
        claims.reconsider(reviewer.actor(), ferry);

        List<JsonNode> lines = lines(article);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).get("text").asString()).isEqualTo("The bridge 🌉 “opened” in 1911.");
        assertThat(lines.get(0).get("checkworthy").asBoolean()).isTrue();
    }
}
