package org.claimtrail.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What reviewers say to each other about a claim. */
@WholeApplication
class DiscussionTests {

    @Autowired
    Cast cast;

    @Autowired
    MockMvc mvc;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person ada;
    private Cast.Person bo;
    private long claim;

    @BeforeEach
    void people() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        ada = cast.reviewer("Ada " + mark);
        bo = cast.reviewer("Bo " + mark + " the Second");
        cast.reviewer("Bo " + mark);
        claim = cast.openClaim(ada.actor());
    }

    @Test
    void aCommentStandsOnTheClaimAndOnThePageOfTheDiscussion() throws Exception {
        MockHttpServletResponse answer =
                send(ada, "/claims/" + claim + "/comments", "comment", "Where is the bill?\r\nIn the archive?");

        long id = newest();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/claims/" + claim + "/discussion#comment-" + id);
        for (String page : List.of("/claims/" + claim, "/claims/" + claim + "/discussion")) {
            assertThat(read(bo, page)).contains("Where is the bill?\nIn the archive?", "1 comment ·");
        }
        assertThat(cast.actions(claim)).as("the history").containsExactly("marked");
    }

    @Test
    void readersNeverSeeIt() throws Exception {
        long published = cast.publishedClaim(ada.actor());
        say(ada, published, "Between ourselves.", null);

        for (String page : List.of("/verdicts/" + published, "/verdicts/" + published + "/history", "/verdicts.csv")) {
            assertThat(mvc.perform(get(page)).andReturn().getResponse().getContentAsString())
                    .doesNotContain("Between ourselves");
        }
    }

    @Test
    void whoeverIsNamedIsToldOnceByTheLongestNameThatFits() {
        String text = "@" + bo.actor().name().toUpperCase() + ", and again @"
                + bo.actor().name() + ": see a@" + ada.actor().name();
        long id = say(ada, claim, text, null);

        assertThat(told(bo)).containsExactly("mentioned");
        assertThat(jdbc.sql("select account_id from comment_mention where comment_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .containsExactly(bo.actor().accountId());
    }

    @Test
    void somebodyCanBeToldWithoutBeingNamed() throws Exception {
        String whom = Long.toString(bo.actor().accountId());
        send(ada, "/claims/" + claim + "/comments", "comment", "Is this settled?", "tell", whom);

        assertThat(told(bo)).containsExactly("mentioned");
        assertThat(read(ada, "/claims/" + claim)).contains("for " + bo.actor().name());
    }

    @Test
    void aReplyTellsTheAuthorAndStandsBelowWhatItRepliesTo() throws Exception {
        long first = say(ada, claim, "The first.", null);
        say(ada, claim, "The second.", null);
        send(
                bo,
                "/claims/" + claim + "/comments",
                "comment",
                "Below the first, @" + ada.actor().name(),
                "parent",
                Long.toString(first));

        assertThat(told(ada)).containsExactly("replied");
        String page = read(ada, "/claims/" + claim + "/discussion");
        assertThat(page).contains("in reply to " + ada.actor().name(), "data-level=\"1\"");
        assertThat(page.indexOf("Below the first")).isBetween(page.indexOf("The first."), page.indexOf("The second."));
    }

    @Test
    void repliesStandNoFurtherInThanTheThirdLevel() throws Exception {
        Long last = null;
        for (int i = 0; i < 6; i++) {
            last = say(ada, claim, "Depth " + i, last);
        }
        assertThat(read(ada, "/claims/" + claim)).contains("data-level=\"2\"").doesNotContain("data-level=\"3\"");
    }

    @Test
    void textIsShownAsTextWithLinksToTheWebAlone() throws Exception {
        say(
                ada,
                claim,
                "<b>bold</b> javascript:alert(1) (see https://archive.example/a_(b)?x=1&y=\"2), \nhttps://x.example.",
                null);

        assertThat(read(ada, "/claims/" + claim))
                .contains(
                        "&lt;b&gt;bold&lt;/b&gt; javascript:alert(1) (see ",
                        "<a href=\"https://archive.example/a_(b)?x=1&amp;y=\" rel=\"nofollow noopener noreferrer\">",
                        "<a href=\"https://x.example\" rel=\"nofollow noopener noreferrer\">https://x.example</a>.")
                .doesNotContain("<b>bold", "href=\"javascript");
    }

    @Test
    void whatCannotBeTakenIsShownAgainWithTheReason() throws Exception {
        String path = "/claims/" + claim + "/comments";
        String long5001 = "x".repeat(5000) + "y";

        assertThat(send(ada, path, "comment", " \u200b\n ").getContentAsString())
                .contains("Write what you want to say.");
        MockHttpServletResponse answer = send(ada, path, "comment", long5001);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains(long5001, "longer than the 5000 characters");
        assertThat(send(ada, path, "comment", "half \ud800").getStatus()).isEqualTo(400);
        assertThat(send(ada, path, "comment", "Kept.", "tell", "abc").getContentAsString())
                .contains("This value cannot be taken here.", ">Kept.</textarea>")
                .doesNotContain("Exception");
        assertThat(stored("count(*)", "claim_id = " + claim)).isEqualTo("0");
    }

    @Test
    void aReplyToADeletedCommentIsRefusedAndItsTextKept() throws Exception {
        long first = say(ada, claim, "Soon gone.", null);
        comments.delete(ada.actor(), claim, first);

        MockHttpServletResponse answer =
                send(bo, "/claims/" + claim + "/comments", "comment", "My long reply.", "parent", Long.toString(first));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("Its author deleted the comment", ">My long reply.</textarea>");
    }

    @Test
    void aFormThatIsSentTwiceMakesOneComment() throws Exception {
        String token = UUID.randomUUID().toString();
        String path = "/claims/" + claim + "/comments";
        send(ada, path, "comment", "Once.", "token", token);
        jdbc.sql("update comment set written_at = written_at - interval '1 hour' where claim_id = :id")
                .param("id", claim)
                .update();
        send(ada, path, "comment", "Once.", "token", token);
        assertThat(stored("count(*)", "claim_id = " + claim)).isEqualTo("1");

        send(ada, path, "comment", "Something else from the same form.", "token", token);
        assertThat(stored("count(*)", "claim_id = " + claim)).isEqualTo("2");
    }

    @Test
    void theSameWordsAtTheSameMomentMakeOneComment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier barrier = new CyclicBarrier(2);
            for (int round = 0; round < 10; round++) {
                String text = "Round " + round;
                Future<Long> one = threads.submit(() -> together(barrier, text));
                Future<Long> two = threads.submit(() -> together(barrier, text));
                assertThat(one.get()).isEqualTo(two.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(stored("count(*)", "claim_id = " + claim)).isEqualTo("10");
    }

    @Test
    void onesOwnCommentIsEditedAndEveryTextIsKept() throws Exception {
        long id = say(ada, claim, "Frist.", null);
        String path = "/claims/" + claim + "/comments/" + id;
        assertThat(read(ada, path + "/edit")).contains(">Frist.</textarea>");

        send(ada, path, "comment", "First, @" + bo.actor().name(), "version", "0", "back", "claim");

        assertThat(read(bo, "/claims/" + claim))
                .contains("First, ", "edited just now")
                .doesNotContain("Frist");
        assertThat(told(bo)).containsExactly("mentioned");
        assertThat(jdbc.sql("select text from comment_version where comment_id = :id order by number")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("Frist.", "First, @" + bo.actor().name());
    }

    @Test
    void anEditOfAnOlderVersionIsRefusedAndBothTextsAreShown() throws Exception {
        long id = say(ada, claim, "One.", null);
        String path = "/claims/" + claim + "/comments/" + id;
        send(ada, path, "comment", "Two, from the first window.", "version", "0");

        MockHttpServletResponse answer = send(ada, path, "comment", "Two, from the second window.", "version", "0");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("Two, from the first window.", ">Two, from the second window.</textarea>")
                .contains("name=\"version\" value=\"1\"");
        assertThat(stored("text", "id = " + id)).isEqualTo("Two, from the first window.");
        assertThat(send(ada, path, "comment", "\u200b", "version", "1").getContentAsString())
                .contains("Write what you want to say.");
    }

    @Test
    void nobodyChangesACommentOfSomebodyElse() throws Exception {
        long id = say(ada, claim, "Mine.", null);
        String path = "/claims/" + claim + "/comments/" + id;

        assertThat(send(bo, path, "comment", "Yours?", "version", "0").getStatus())
                .isEqualTo(409);
        assertThat(send(bo, path, "_method", "delete").getStatus()).isEqualTo(409);
        assertThatThrownBy(() -> comments.delete(cast.admin().actor(), claim, id))
                .isInstanceOf(Refused.class);
        assertThat(read(bo, "/claims/" + claim)).contains("Mine.").doesNotContain("/comments/" + id + "/edit");
        assertThat(stored("text || version || (deleted_at is null)", "id = " + id))
                .isEqualTo("Mine.0true");
    }

    @Test
    void onesOwnCommentIsDeletedAndItsPlaceStays() throws Exception {
        long id = say(ada, claim, "Regretted.", null);
        say(bo, claim, "A reply that stays.", id);

        send(ada, "/claims/" + claim + "/comments/" + id, "_method", "delete");

        assertThat(read(bo, "/claims/" + claim))
                .contains("Deleted by its author.", "A reply that stays.")
                .doesNotContain("Regretted");
        assertThat(mvc.perform(get("/claims/" + claim + "/comments/" + id + "/edit")
                                .with(user(ada.user())))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThatThrownBy(() -> PostgresForTests.owner().update("delete from comment where id = ?", id))
                .hasMessageContaining("only grows");
    }

    @Test
    void aCommentBelongsToItsClaim() {
        long id = say(ada, claim, "Here.", null);
        long elsewhere = cast.openClaim(ada.actor());

        assertThatThrownBy(() -> say(bo, elsewhere, "There.", id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.edit(ada.actor(), elsewhere, id, 0, "There."))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aLongDiscussionHasPages() throws Exception {
        for (int i = 0; i < 201; i++) {
            say(ada, claim, "Number " + i + ".", null);
        }
        String page = read(ada, "/claims/" + claim);
        assertThat(page).contains("Number 1.", "Number 200.", "201 comments").doesNotContain("Number 0.");
        String earlier = page.replaceAll("(?s).*href=\"(/claims/\\d+/discussion\\?before=\\d+)\".*", "$1");
        assertThat(read(ada, earlier)).contains("Number 0.").doesNotContain("Number 1.");
    }

    private Long together(CyclicBarrier barrier, String text) throws Exception {
        barrier.await();
        return say(ada, claim, text, null);
    }

    private long say(Cast.Person by, long claimId, String text, @Nullable Long parent) {
        return comments.write(by.actor(), claimId, new NewComment(text, parent, null, null));
    }

    private MockHttpServletResponse send(Cast.Person by, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).with(user(by.user())).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String read(Cast.Person reader, String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).with(user(reader.user()))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private long newest() {
        return Long.parseLong(stored("max(id)", "claim_id = " + claim));
    }

    private String stored(String what, String where) {
        return jdbc.sql("select (" + what + ")::text from comment where " + where)
                .query(String.class)
                .single();
    }

    private List<String> told(Cast.Person person) {
        return jdbc.sql("select kind from notification where account_id = :id order by id")
                .param("id", person.actor().accountId())
                .query(String.class)
                .list();
    }
}
