package org.claimtrail.e2e;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several reviewers at work at once: each brings articles in, takes a claim of each, attaches evidence, comments, saves
 * drafts, publishes and exports, again and again. Nothing is sent twice, so that what is stored twice was doubled by the
 * desk.
 */
final class Load implements AutoCloseable {

    private static final Pattern BASE = Pattern.compile("id=\"draft-base\"[^>]* value=\"(\\d+)\"");
    private static final Pattern RATING = Pattern.compile("name=\"ratingId\"[^>]* value=\"(\\d+)\"");
    private static final Pattern RATING_TURNED = Pattern.compile("value=\"(\\d+)\"[^>]* name=\"ratingId\"");
    private static final String WORDS = "Perhaps the mood will be better";
    private static final int DRAFTS = 3;
    private static final int COMMENTS = 2;
    private static final int MOST_WRITES_OF_A_SESSION = 200_000;

    private final Desk desk;
    private final Ledger ledger = new Ledger();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger exports = new AtomicInteger();
    private final AtomicInteger signIns = new AtomicInteger();
    private final ConcurrentMap<String, Integer> gaveUp = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final long pauseMillis;
    private volatile boolean over;

    private Load(Desk desk, long pauseMillis) {
        this.desk = desk;
        this.pauseMillis = pauseMillis;
    }

    /**
     * @param desk one that nobody has set up
     * @param sessions how many reviewers
     * @param pauseMillis how long each waits between two requests
     */
    static Load start(Desk desk, int sessions, long pauseMillis) {
        Load load = new Load(desk, pauseMillis);
        Http admin = Http.joins(desk, desk.setupLink(), "Desk Admin", "admin@desk.example");
        for (int i = 1; i <= sessions; i++) {
            String email = "reviewer." + i + "@desk.example";
            Http reviewer = Http.joins(desk, admin.invites(), "Reviewer " + i, email);
            load.threads.add(new Thread(() -> load.works(reviewer, email), "reviewer-" + i));
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    Ledger ledger() {
        return ledger;
    }

    int exports() {
        return exports.get();
    }

    /** How often somebody had to sign in again although nobody signed them out. */
    int signIns() {
        return signIns.get();
    }

    /** What an export held that it should not, or the other way round. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Why steps were given up, numbers left out, and how often. */
    Map<String, Integer> gaveUp() {
        return new TreeMap<>(gaveUp);
    }

    /** Waits until no request is on its way, and lets none begin until {@link #resume}. */
    void pause() throws InterruptedException {
        if (!gate.writeLock().tryLock(3, TimeUnit.MINUTES)) {
            throw new AssertionError("A request was not answered within three minutes");
        }
    }

    void resume() {
        gate.writeLock().unlock();
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.MINUTES.toMillis(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void works(Http first, String email) {
        Http http = first;
        while (!over && ledger.attemptedCount() < MOST_WRITES_OF_A_SESSION) {
            try {
                worksOnce(http);
            } catch (SignedOut e) {
                http = signsInAgain(http, email);
            } catch (UncheckedIOException | IllegalStateException e) {
                gaveUp.merge(String.valueOf(e.getMessage()).replaceAll("\\d+", "N"), 1, Integer::sum);
                rest();
            }
        }
    }

    private Http signsInAgain(Http old, String email) {
        try {
            Http again = Http.signedIn(desk, email);
            signIns.incrementAndGet();
            return again;
        } catch (UncheckedIOException | IllegalStateException e) {
            rest();
            return old;
        }
    }

    /** One article from its import to the export; gives up where it does not know what became of a step. */
    private void worksOnce(Http http) {
        Ledger.Write article = ledger.attempts(Ledger.Kind.IMPORT, "");
        String path = done(
                http,
                article,
                "/articles",
                "/articles/",
                Map.of("how", "paste", "title", article.marker(), "text", Texts.unlikeOthers(article.marker() + ".")));
        String id = send(http, path + "/claims", Map.of("exact", WORDS)).replaceFirst(".*#claim-", "");
        String claim = "/claims/" + id;
        if (!id.matches("\\d+") || !send(http, claim + "/assignment", Map.of()).endsWith(claim)) {
            throw new IllegalStateException("not taken");
        }
        Ledger.Write evidence = ledger.attempts(Ledger.Kind.EVIDENCE, id);
        done(
                http,
                evidence,
                claim + "/evidence",
                claim + "#evidence",
                Map.of(
                        "stance",
                        "CONTEXT",
                        "address",
                        "https://example.org/" + evidence.marker(),
                        "title",
                        evidence.marker(),
                        "note",
                        evidence.marker()));
        for (int i = 0; i < COMMENTS; i++) {
            Ledger.Write comment = ledger.attempts(Ledger.Kind.COMMENT, id);
            done(
                    http,
                    comment,
                    claim + "/comments",
                    "#comment-",
                    Map.of(
                            "comment",
                            comment.marker(),
                            "token",
                            UUID.randomUUID().toString()));
        }
        for (int i = 0; i < DRAFTS; i++) {
            Ledger.Write draft = ledger.attempts(Ledger.Kind.DRAFT, id);
            done(http, draft, claim + "/draft", claim + "#verdict", text(http, draft, claim));
        }
        Ledger.Write last = ledger.attempts(Ledger.Kind.PUBLICATION, id);
        Map<String, String> publication = new TreeMap<>(text(http, last, claim));
        publication.put("publish", "true");
        done(http, last, claim + "/draft", claim, publication);
        looksAtTheExport(http, last);
    }

    /** The form of a draft as the claim's page offers it now, with the marker in it. */
    private Map<String, String> text(Http http, Ledger.Write write, String claim) {
        String page = answer(() -> http.get(claim)).body();
        Matcher turned = RATING_TURNED.matcher(page);
        return Map.of(
                "base",
                offered(BASE.matcher(page)),
                "ratingId",
                turned.find() ? turned.group(1) : offered(RATING.matcher(page)),
                "explanation",
                write.marker());
    }

    private static String offered(Matcher field) {
        if (!field.find()) {
            throw new IllegalStateException("no form for a draft: " + field.pattern());
        }
        return field.group(1);
    }

    private void looksAtTheExport(Http http, Ledger.Write published) {
        HttpResponse<String> export = answer(() -> http.get("/verdicts.csv"));
        if (export.statusCode() == 200) {
            exports.incrementAndGet();
            if (!export.body().endsWith("\r\n")) {
                wrong.add("an export ended in the middle of a row");
            }
            int at = export.body().indexOf("," + published.marker() + ",");
            if (at < 0 || export.body().indexOf("," + published.marker() + ",", at + 1) >= 0) {
                wrong.add("an export does not hold exactly once what was published before: " + published);
            }
        }
    }

    /** Sends a write and enters it as acknowledged if the desk redirects to where it does after success. */
    private String done(Http http, Ledger.Write write, String path, String success, Map<String, String> fields) {
        String location = send(http, path, fields);
        boolean ends = success.startsWith("/claims/") ? location.endsWith(success) : location.contains(success);
        if (!ends) {
            throw new IllegalStateException(path + " led to " + location);
        }
        ledger.acknowledges(write);
        return location.replaceFirst("^https?://[^/]*", "");
    }

    private String send(Http http, String path, Map<String, String> fields) {
        HttpResponse<String> response = answer(() -> http.post(path, fields));
        String location = Http.location(response);
        if (response.statusCode() == 302 && location.contains("/sign-in")) {
            throw new SignedOut();
        }
        if (response.statusCode() != 302 && response.statusCode() != 303) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return location;
    }

    private HttpResponse<String> answer(Supplier<HttpResponse<String>> request) {
        if (over) {
            throw new IllegalStateException("over");
        }
        sleep(pauseMillis);
        gate.readLock().lock();
        try {
            return request.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    private void rest() {
        sleep(200);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class SignedOut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
