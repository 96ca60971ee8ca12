package org.claimtrail.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Flags on everything that can be flagged, gathered in cases with what one needs to decide on them. */
@WholeApplication
class CaseTests {

    @Autowired
    Cast cast;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Cast.Person admin;
    private Cast.Person author;
    private Cast.Person other;
    private long claim;

    @BeforeEach
    void aPublicVerdictAndNoOpenCases() {
        jdbc.sql("update moderation_case set closed_at = now() where closed_at is null")
                .update();
        admin = cast.admin();
        author = cast.reviewer("Reviewer of the bridge");
        other = cast.reviewer("Reviewer beside");
        claim = cast.publishedClaim(author.actor());
    }

    @Test
    void readersFlagTheVerdictItsEvidenceAndItsReviewerInOneForm() throws Exception {
        Element form = page("/verdicts/" + claim, null).expectFirst("form[action=/verdicts/" + claim + "/flags]");
        assertThat(form.select("select[name=about] option").eachAttr("value"))
                .containsExactly("claim", "evidence-" + evidence(), "reviewer");
        for (String about : form.select("select[name=about] option").eachAttr("value")) {
            assertThat(sent(post("/verdicts/" + claim + "/flags")
                                    .param("about", about)
                                    .param("problem", "private")
                                    .param("note", "about " + about))
                            .getRedirectedUrl())
                    .isEqualTo("/verdicts/" + claim);
        }
        Document queue = page("/moderation", admin);
        assertThat(queue.select("[id^=case-]")).hasSize(3);
        assertThat(queue.select("[id^=case-]").get(0).text()).contains("The claim", "a reader", "about claim");
        assertThat(queue.select("[id^=case-]").get(1).text())
                .contains("Evidence", "The sum is 14,000 crowns.", "Protocol of the opening");
        assertThat(queue.select("[id^=case-]").get(2).text())
                .contains("A person", "Reviewer of the bridge", "published the verdict");
    }

    @Test
    void readersCannotFlagWhatTheyDoNotSee() throws Exception {
        long comment = comments.write(author.actor(), claim, new NewComment("For the desk.", null, null, null));
        for (String about :
                List.of("comment-" + comment, "account-" + admin.actor().accountId(), "evidence-x", "all")) {
            assertThat(sent(post("/verdicts/" + claim + "/flags")
                                    .param("about", about)
                                    .param("problem", "spam"))
                            .getStatus())
                    .as(about)
                    .isEqualTo(409);
        }
        long elsewhere = cast.publishedClaim(author.actor());
        assertThat(sent(post("/verdicts/" + elsewhere + "/flags")
                                .param("about", "evidence-" + evidence())
                                .param("problem", "spam"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(sent(post("/verdicts/" + claim + "/flags")
                                .param("problem", "spam")
                                .param("note", "x".repeat(2001)))
                        .getStatus())
                .isEqualTo(400);
        assertThat(page("/moderation", admin).select("[id^=case-]")).isEmpty();
    }

    @Test
    void flagsOnOneThingAreOneCaseAndOneDecisionEndsThem() throws Exception {
        long before = say("Is the bill real?");
        long flagged = say("Buy boats at my shop");
        say("Please stay with the bridge.");
        for (Cast.Person person : List.of(other, admin)) {
            assertThat(sent(post("/claims/" + claim + "/flags")
                                    .param("about", "comment-" + flagged)
                                    .param("problem", "spam")
                                    .param("note", "It sells boats.")
                                    .with(user(person.user())))
                            .getRedirectedUrl())
                    .isEqualTo("/claims/" + claim);
        }
        Element found = page("/moderation", admin).expectFirst("[id^=case-]");
        assertThat(found.select("li.comment").eachText()).hasSize(3);
        assertThat(found.select("li.comment:contains(flagged)").text()).contains("Buy boats");
        assertThat(found.select("blockquote").eachText()).containsExactly("It sells boats.", "It sells boats.");
        String id = found.id().substring("case-".length());
        assertThat(sent(decision(id, "kept", " ")).getStatus()).isEqualTo(409);
        assertThat(sent(decision(id, "suspended", "no such choice here")).getStatus())
                .isEqualTo(409);
        assertThat(sent(decision(id, "kept", "boats cross rivers too")).getRedirectedUrl())
                .isEqualTo("/moderation");
        Document after = page("/moderation", admin);
        assertThat(after.select("[id^=case-]")).isEmpty();
        assertThat(after.expectFirst("#log li").text())
                .contains("kept a comment on", "boats cross rivers too", "case " + id);
        assertThat(sent(decision(id, "kept", "again")).getStatus()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from moderation_entry where case_id = :id and comment_id = :comment")
                        .param("id", Long.valueOf(id))
                        .param("comment", flagged)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(before).isLessThan(flagged);
    }

    @Test
    void theQueueIsFilteredAndPaged() throws Exception {
        flag(other, "claim", "wrong");
        flag(other, "evidence-" + evidence(), "source");
        flag(null, "claim", "outdated");
        assertThat(page("/moderation?kind=evidence", admin).select("[id^=case-]"))
                .hasSize(1);
        assertThat(page("/moderation?problem=source", admin)
                        .select("[id^=case-]")
                        .text())
                .contains("A source that is wrong or gone");
        assertThat(page("/moderation?by=readers", admin).select("[id^=case-]").text())
                .contains("Out of date", "An error of fact");
        assertThat(page("/moderation?by=desk", admin).select("[id^=case-]")).hasSize(1);
        assertThat(page("/moderation?kind=account", admin).text()).contains("No cases wait");
        for (int i = 0; i < 51; i++) {
            long next = cast.openClaim(author.actor());
            sent(post("/claims/" + next + "/flags").param("problem", "wrong").with(user(other.user())));
        }
        Document first = page("/moderation?problem=wrong", admin);
        assertThat(first.select("[id^=case-]")).hasSize(50);
        Document second = page(first.select("a[rel=next]").attr("href"), admin);
        assertThat(second.select("[id^=case-]")).hasSize(2);
    }

    @Test
    void anAccountThatIsFlaggedCanBeSuspendedFromItsCase() throws Exception {
        flag(other, "account-" + author.actor().accountId(), "spam");
        assertThat(sent(post("/claims/" + claim + "/flags")
                                .param("about", "account-" + other.actor().accountId())
                                .param("problem", "spam")
                                .with(user(other.user())))
                        .getStatus())
                .isEqualTo(409);
        String id = page("/moderation", admin).expectFirst("[id^=case-]").id().substring("case-".length());
        assertThat(sent(decision(id, "suspended", "sells boats")).getRedirectedUrl())
                .isEqualTo("/moderation");
        assertThat(jdbc.sql("select status from account where id = :id")
                        .param("id", author.actor().id())
                        .query(String.class)
                        .single())
                .isEqualTo("suspended");
    }

    @Test
    void theDatabaseKnowsOneOpenCaseForAThing() throws Exception {
        flag(other, "claim", "wrong");
        assertThatThrownBy(
                        () -> jdbc.sql("insert into moderation_case (claim_id, opened_at) select claim_id, now() from"
                                        + " moderation_case where closed_at is null")
                                .update())
                .hasMessageContaining("moderation_case_open_once");
    }

    private void flag(Cast.@Nullable Person by, String about, String problem) throws Exception {
        MockHttpServletRequestBuilder request = post((by == null ? "/verdicts/" : "/claims/") + claim + "/flags")
                .param("about", about)
                .param("problem", problem)
                .param("note", UUID.randomUUID().toString());
        assertThat(sent(by == null ? request : request.with(user(by.user()))).getStatus())
                .isEqualTo(302);
    }

    private MockHttpServletRequestBuilder decision(String id, String decision, String reason) {
        return post("/moderation/cases/" + id + "/decision")
                .param("decision", decision)
                .param("reason", reason)
                .with(user(admin.user()));
    }

    private long say(String text) {
        return comments.write(author.actor(), claim, new NewComment(text, null, null, null));
    }

    private long evidence() {
        return jdbc.sql("select id from evidence where claim_id = :claim")
                .param("claim", claim)
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf())).andReturn().getResponse();
    }

    private Document page(String address, Cast.@Nullable Person reader) throws Exception {
        MockHttpServletRequestBuilder request = get(address);
        MockHttpServletResponse answer = mvc.perform(reader == null ? request : request.with(user(reader.user())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
