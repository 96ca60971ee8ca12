package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.article.AlreadyImported;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.Articles;
import org.claimtrail.article.ObtainedBy;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.history.History;
import org.claimtrail.history.Merge;
import org.claimtrail.intake.Original;
import org.claimtrail.support.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people at the same thing at the same moment. */
@WholeApplication
class ConcurrencyTests {

    private static final int ROUNDS = 15;

    @Autowired
    Cast cast;

    @Autowired
    Reviews reviews;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    History history;

    @Autowired
    Articles articles;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ofTwoDraftsOnTheSameVersionOneIsSavedAndTheOtherSeesBoth() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        for (int round = 0; round < ROUNDS; round++) {
            long claim = cast.claimInReview(reviewer.actor());
            reviews.draft(reviewer.actor(), claim, null, new VerdictText(null, "first"));
            int opened = cast.revision(claim);
            List<Object> outcomes = atOnce(
                    () -> draft(reviewer, claim, opened, "mine"), () -> draft(reviewer, claim, opened, "theirs"));
            StaleEdit stale = outcomes.stream()
                    .filter(StaleEdit.class::isInstance)
                    .map(StaleEdit.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            String stored = jdbc.sql("select explanation from verdict where claim_id = :id")
                    .param("id", claim)
                    .query(String.class)
                    .single();
            Merge.Field field = stale.conflicts().get(0).values();
            assertThat(field.theirs()).isEqualTo(stored);
            assertThat(List.of(field.theirs(), field.mine())).containsExactlyInAnyOrder("mine", "theirs");
            assertThat(history.firstBroken(claim)).isEmpty();
        }
    }

    @Test
    void neverPublishesWithoutEvidenceWhateverComesFirst() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        Random random = new Random(14_000);
        for (int round = 0; round < ROUNDS; round++) {
            long claim = cast.claimInReview(reviewer.actor());
            cast.attach(reviewer.actor(), claim, "https://archive.example/" + claim);
            reviews.draft(reviewer.actor(), claim, null, new VerdictText(cast.rating("true"), "The bill says so."));
            long piece = jdbc.sql("select id from evidence where claim_id = :id")
                    .param("id", claim)
                    .query(Long.class)
                    .single();
            Callable<Object> publish = () -> {
                reviews.publish(reviewer.actor(), claim);
                return "done";
            };
            Callable<Object> remove = () -> {
                evidence.remove(reviewer.actor(), claim, piece, "not needed");
                return "done";
            };
            List<Object> outcomes = random.nextBoolean() ? atOnce(publish, remove) : atOnce(remove, publish);
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
            assertThat(jdbc.sql("select (c.state = 'published') = exists (select 1 from evidence e"
                                    + " where e.claim_id = c.id and not e.removed) from claim c where c.id = :id")
                            .param("id", claim)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void oneOfTwoReviewersTakesAClaim() throws Exception {
        Cast.Person one = cast.reviewer("Reviewer One");
        Cast.Person two = cast.reviewer("Reviewer Two");
        for (int round = 0; round < ROUNDS; round++) {
            long claim = cast.openClaim(one.actor());
            List<Object> outcomes = atOnce(() -> take(one, claim), () -> take(two, claim));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(cast.actions(claim)).containsExactly("marked", "taken");
        }
    }

    @Test
    void theSameEvidenceSentTwiceIsOnePiece() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        for (int round = 0; round < ROUNDS; round++) {
            long claim = cast.openClaim(reviewer.actor());
            Callable<Object> attach = () -> {
                cast.attach(reviewer.actor(), claim, "https://archive.example/twice/" + claim);
                return "done";
            };
            assertThat(atOnce(attach, attach)).containsOnly("done");
            assertThat(jdbc.sql("select count(*) from evidence where claim_id = :id")
                            .param("id", claim)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void theSameTextImportedTwiceIsOneArticle() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        for (int round = 0; round < ROUNDS; round++) {
            String text = "The same text, round " + round + " of " + reviewer.email() + ".";
            Callable<Object> take = () -> {
                articles.take(
                        reviewer.actor(),
                        new ArticleDetails("Twice", null, null, null, null),
                        new Articles.Incoming(text, "en", Original.ofPasted(text), ObtainedBy.PASTE, null));
                return "done";
            };
            List<Object> outcomes = atOnce(take, take);
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes).filteredOn(AlreadyImported.class::isInstance).hasSize(1);
        }
    }

    @Test
    void theDatabaseItselfRefusesHalfAPublication() {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.claimInReview(reviewer.actor());
        assertThatThrownBy(() -> jdbc.sql("update claim set state = 'published' where id = :id")
                        .param("id", claim)
                        .update())
                .hasMessageContaining("is published without a verdict");
        long published = cast.publishedClaim(reviewer.actor());
        assertThatThrownBy(() -> jdbc.sql("update evidence set removed = true where claim_id = :id")
                        .param("id", published)
                        .update())
                .hasMessageContaining("is published without evidence");
        assertThatThrownBy(() -> jdbc.sql("update passage_span set exact = 'sold 14,000 crowns' where claim_id = :id")
                        .param("id", published)
                        .update())
                .hasMessageContaining("does not stand");
    }

    private Object draft(Cast.Person reviewer, long claim, int opened, String text) {
        reviews.draft(reviewer.actor(), claim, opened, new VerdictText(null, text));
        return "done";
    }

    private Object take(Cast.Person reviewer, long claim) {
        reviews.take(reviewer.actor(), claim);
        return "done";
    }

    /** Starts both together; what each returned or threw. */
    private static List<Object> atOnce(Callable<Object> one, Callable<Object> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<Object> action : List.of(one, two)) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : futures) {
                try {
                    outcomes.add(future.get());
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
