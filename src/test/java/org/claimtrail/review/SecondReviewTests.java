package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A draft on its way through a second review, as two reviewers and a third person meet it. */
@WholeApplication
class SecondReviewTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void anySecondReview() {
        rule("optional");
    }

    @Test
    void theSameRatingPublishesWithBothNames() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person second = cast.reviewer("Reviewer Two");
        long claim = submitted(first, "true");

        assertThat(page("/claims/" + claim, second))
                .contains("Give the second review")
                .doesNotContain("The bill says so");
        MockHttpServletResponse answer = send(rate(claim, "true", "I found the same bill."), second);

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(cast.stored("state", claim)).isEqualTo("published");
        assertThat(verdict(claim))
                .containsEntry("first_reviewer_name", "Reviewer One")
                .containsEntry("second_reviewer_name", "Reviewer Two")
                .containsEntry("second_agreed", true)
                .containsEntry("explanation", "The bill says so.");
        assertThat(cast.actions(claim)).endsWith("submitted", "published_after_second_review");
    }

    @Test
    void differentRatingsAreDecidedByAThirdWithAReason() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person second = cast.reviewer("Reviewer Two");
        Cast.Person third = cast.reviewer("Reviewer Three");
        long claim = submitted(first, "true");
        send(rate(claim, "false", "The bill is forged."), second);
        assertThat(cast.stored("state", claim)).isEqualTo("second_review");
        assertThat(page("/claims/" + claim, first)).contains("The bill is forged.");
        assertThat(page("/claims/" + claim, third)).contains("The bill is forged.", "The bill says so.");

        assertThat(send(decide(claim, "true", ""), third).getContentAsString()).contains("Give the reason.");
        assertThat(send(decide(claim, "mostly_true", "Half of it is right."), third)
                        .getStatus())
                .isEqualTo(302);

        assertThat(cast.stored("state", claim)).isEqualTo("published");
        assertThat(verdict(claim))
                .containsEntry("second_agreed", false)
                .containsEntry("adjudicator_name", "Reviewer Three")
                .containsEntry("adjudication_reason", "Half of it is right.");
    }

    @Test
    void nobodyDecidesForTheirOwnRating() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person second = cast.reviewer("Reviewer Two");
        long claim = submitted(first, "true");
        send(rate(claim, "false", "The bill is forged."), second);

        MockHttpServletResponse refused = send(decide(claim, "true", "I am right."), first);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("Nobody decides for their own rating.", "I am right.");
        assertThat(send(decide(claim, "false", "The seal is wrong indeed."), first)
                        .getStatus())
                .isEqualTo(302);
        assertThat(cast.stored("state", claim)).isEqualTo("published");
    }

    @Test
    void whoHadTheClaimOrDeclaredAnInterestGivesNoSecondReview() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person before = cast.reviewer("Reviewer Before");
        Cast.Person cousin = cast.reviewer("Reviewer Cousin");
        long claim = cast.claimInReview(before.actor());
        send(delete("/claims/" + claim + "/assignment"), before);
        submit(first, claim, "true");
        send(post("/claims/" + claim + "/interest").param("text", "The builder is my cousin."), cousin);
        send(delete("/claims/" + claim + "/interest"), cousin);

        for (Cast.Person barred : new Cast.Person[] {first, before, cousin}) {
            MockHttpServletResponse refused = send(rate(claim, "true", "I see it too."), barred);
            assertThat(refused.getStatus()).as(barred.user().getUsername()).isEqualTo(400);
            assertThat(refused.getContentAsString()).contains("somebody else", "I see it too.");
        }
        assertThat(cast.stored("state", claim)).isEqualTo("second_review");
    }

    @Test
    void aWaitingDraftIsOnlyTakenBack() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person second = cast.reviewer("Reviewer Two");
        long claim = submitted(first, "true");
        send(
                post("/claims/" + claim + "/draft")
                        .param("base", Integer.toString(cast.revision(claim)))
                        .param("explanation", "Something else."),
                first);
        assertThat(verdict(claim)).containsEntry("explanation", "The bill says so.");
        send(delete("/claims/" + claim + "/submission"), second);
        assertThat(cast.stored("state", claim)).isEqualTo("second_review");
        send(delete("/claims/" + claim + "/submission"), first);
        assertThat(cast.stored("state", claim)).isEqualTo("in_review");
        assertThat(cast.actions(claim)).endsWith("submitted", "recalled");
    }

    @Test
    void aScaleThatDemandsASecondReviewIsNotPublishedAlone() throws Exception {
        rule("required");
        Cast.Person first = cast.reviewer("Reviewer One");
        long claim = cast.claimInReview(first.actor());
        assertThat(page("/claims/" + claim, first)).doesNotContain("name=\"publish\"");
        draft(first, claim, "true", "publish");
        assertThat(cast.stored("state", claim)).isEqualTo("in_review");
        assertThatThrownBy(() -> jdbc.sql("""
                                with v as (update verdict set published_at = now(), first_reviewer_name = 'R' where claim_id = :id)
                                update claim set state = 'published' where id = :id
                                """).param("id", claim).update())
                .hasMessageContaining("without the second review that its scale demands");
    }

    @Test
    void aScaleWithoutSecondReviewsTakesNoSubmission() throws Exception {
        rule("off");
        Cast.Person first = cast.reviewer("Reviewer One");
        long claim = cast.claimInReview(first.actor());
        draft(first, claim, "true", "submit");
        assertThat(cast.stored("state", claim)).isEqualTo("in_review");
        draft(first, claim, "true", "publish");
        assertThat(cast.stored("state", claim)).isEqualTo("published");
    }

    @Test
    void theDatabaseItselfRefusesWhoIsNotImpartial() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person before = cast.reviewer("Reviewer Before");
        Cast.Person cousin = cast.reviewer("Reviewer Cousin");
        long claim = cast.claimInReview(before.actor());
        send(delete("/claims/" + claim + "/assignment"), before);
        submit(first, claim, "true");
        send(post("/claims/" + claim + "/interest").param("text", "The builder is my cousin."), cousin);
        send(delete("/claims/" + claim + "/interest"), cousin);

        assertThatThrownBy(() -> rateInSql(claim, first)).hasMessageContaining("second_review_by_another");
        assertThatThrownBy(() -> rateInSql(claim, before)).hasMessageContaining("had it before");
        assertThatThrownBy(() -> rateInSql(claim, cousin)).hasMessageContaining("declared an interest");
        assertThatThrownBy(() -> jdbc.sql("delete from interest where claim_id = :id")
                        .param("id", claim)
                        .update())
                .isInstanceOf(RuntimeException.class);
    }

    private void rateInSql(long claim, Cast.Person who) {
        jdbc.sql("""
                        update second_review set second_reviewer_id = :who, second_reviewer_name = 'x',
                            second_rating_id = first_rating_id, second_explanation = 'x', given_at = now()
                        where claim_id = :id
                        """).param("who", who.actor().accountId()).param("id", claim).update();
    }

    @Test
    void anotherRatingOfAPublicVerdictIsNotOneThatTheSecondReviewerAgreedTo() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person second = cast.reviewer("Reviewer Two");
        long claim = submitted(first, "true");
        send(rate(claim, "true", "I found the same bill."), second);
        rule("required");
        assertThat(send(correct(claim), first).getContentAsString()).contains("An admin can change one");
        rule("optional");
        assertThat(send(correct(claim), first).getStatus()).isEqualTo(302);
        assertThat(verdict(claim)).containsEntry("second_agreed", false);
    }

    private MockHttpServletRequestBuilder correct(long claim) {
        return post("/claims/" + claim + "/correction")
                .param("base", Integer.toString(cast.revision(claim)))
                .param("ratingId", Long.toString(cast.rating("false")))
                .param("explanation", "A newer bill was found.")
                .param("wording", cast.stored("wording", claim))
                .param("kind", "RATING")
                .param("reason", "a newer bill");
    }

    private long submitted(Cast.Person first, String rating) throws Exception {
        long claim = cast.openClaim(first.actor());
        submit(first, claim, rating);
        return claim;
    }

    private void submit(Cast.Person first, long claim, String rating) throws Exception {
        send(post("/claims/" + claim + "/assignment"), first);
        draft(first, claim, rating, "submit");
        assertThat(cast.stored("state", claim)).isEqualTo("second_review");
    }

    private void draft(Cast.Person first, long claim, String rating, String then) throws Exception {
        cast.attach(first.actor(), claim, "https://archive.example/" + claim);
        send(
                post("/claims/" + claim + "/draft")
                        .param("base", Integer.toString(cast.revision(claim)))
                        .param("ratingId", Long.toString(cast.rating(rating)))
                        .param("explanation", "The bill says so.")
                        .param(then, "true"),
                first);
    }

    private MockHttpServletRequestBuilder rate(long claim, String rating, String why) {
        return post("/claims/" + claim + "/second-review")
                .param("ratingId", Long.toString(cast.rating(rating)))
                .param("explanation", why);
    }

    private MockHttpServletRequestBuilder decide(long claim, String rating, String reason) {
        return post("/claims/" + claim + "/adjudication")
                .param("ratingId", Long.toString(cast.rating(rating)))
                .param("explanation", "What both found.")
                .param("reason", reason);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Cast.Person who) throws Exception {
        return mvc.perform(request.with(csrf()).with(user(who.user())))
                .andReturn()
                .getResponse();
    }

    private String page(String address, Cast.Person who) throws Exception {
        return send(get(address), who).getContentAsString();
    }

    private Map<String, Object> verdict(long claim) {
        return jdbc.sql("select * from verdict where claim_id = :id")
                .param("id", claim)
                .query()
                .singleRow();
    }

    private void rule(String rule) {
        jdbc.sql("update scale_rule set second_review = :rule where code = 'desk'")
                .param("rule", rule)
                .update();
    }
}
