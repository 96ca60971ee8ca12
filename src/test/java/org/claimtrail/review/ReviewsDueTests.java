package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.notification.DailyJob;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A public verdict whose day to be looked at again has passed. */
@WholeApplication
class ReviewsDueTests {

    @Autowired
    DailyJob tellReviewsDue;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itComesBackToTheQueueAndItsReviewerIsToldOnce() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long due = cast.publishedClaim(reviewer.actor());
        long later = cast.publishedClaim(reviewer.actor());
        date(due, "current_date - 2");
        date(later, "current_date + 2");

        tellReviewsDue.work().run();
        tellReviewsDue.work().run();

        assertThat(jdbc.sql("select claim_id from notification where kind = 'review_due' and account_id = :id")
                        .param("id", reviewer.actor().accountId())
                        .query(Long.class)
                        .list())
                .containsExactly(due);
        String queue = mvc.perform(get("/claims?view=review_due&assignee=me").with(user(reviewer.user())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(queue).contains("/claims/" + due + "\"").doesNotContain("/claims/" + later + "\"");
    }

    @Test
    void theJobWaitsInTheTableOfJobs() {
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'tell_reviews_due'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void date(long claim, String day) {
        jdbc.sql("update verdict set review_by = " + day + " where claim_id = :id")
                .param("id", claim)
                .update();
    }
}
