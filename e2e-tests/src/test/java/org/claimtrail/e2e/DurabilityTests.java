package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was answered with success is stored, whatever happens to the program next. */
class DurabilityTests {

    private static final int WRITERS = 4;
    private static final int SAVES_BEFORE_THE_KILL = 40;

    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = Newsroom.open("durability");
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void everySaveThatWasAnsweredIsThereAfterTheProgramWasKilledInTheMiddleOfABurst() throws InterruptedException {
        String article = Newsroom.imports(newsroom.reviewerA(), "A burst", Texts.unlikeOthers("Saved in a burst."));
        String claim = Newsroom.marksAndTakes(newsroom.reviewerA(), article, "Perhaps the mood will be better");
        ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(SAVES_BEFORE_THE_KILL);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Http http = Http.signedIn(newsroom.desk(), newsroom.reviewerA());
            String writer = "writer-" + i;
            writers.add(new Thread(() -> saveUntilItFails(http, claim, writer, answered, enough), writer));
        }
        writers.forEach(Thread::start);

        assertThat(enough.await(2, TimeUnit.MINUTES))
                .as("enough saves for a burst")
                .isTrue();
        newsroom.desk().kill();
        for (Thread writer : writers) {
            writer.join(TimeUnit.MINUTES.toMillis(2));
        }
        newsroom.desk().restart();

        String page =
                Http.signedIn(newsroom.desk(), newsroom.reviewerA()).get(claim).body();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(SAVES_BEFORE_THE_KILL);
        assertThat(answered).allSatisfy(note -> assertThat(page).contains(note + "."));
        assertThat(Http.signedIn(newsroom.desk(), newsroom.reviewerA())
                        .get(claim + "/history")
                        .body())
                .contains("the chain is whole");
    }

    private static void saveUntilItFails(
            Http http, String claim, String writer, ConcurrentLinkedQueue<String> answered, CountDownLatch enough) {
        for (int n = 0; n < 10_000; n++) {
            String note = "note-" + writer + "-" + n;
            HttpResponse<String> answer;
            try {
                answer = http.post(
                        claim + "/evidence",
                        Map.of(
                                "version", "0",
                                "stance", "CONTEXT",
                                "address", "https://example.org/" + note,
                                "title", "Source " + note,
                                "note", note + "."));
            } catch (UncheckedIOException killed) {
                return;
            }
            if (answer.statusCode() != 302 || !Http.location(answer).contains(claim)) {
                // Two writers may meet at one claim; the loser is told so and stores nothing.
                continue;
            }
            answered.add(note);
            enough.countDown();
        }
    }
}
