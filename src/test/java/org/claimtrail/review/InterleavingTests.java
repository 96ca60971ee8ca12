package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.review.InterleavingChecks.Act;
import org.claimtrail.review.InterleavingChecks.Sent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two browsers that work on one claim at once, in random ways. Afterwards the history is read against what each form
 * showed, what was typed into it and what was answered: no acknowledged field is lost, no change is overwritten by
 * somebody who had not seen it, what was refused left no trace but on its page, and what is public is whole.
 */
@WholeApplication
class InterleavingTests {

    private static final int ROUNDS = 200;
    private static final int ROUNDS_A_CLAIM = 8;
    private static final long SEED = 20_260_831;
    private static final List<String> RATINGS = List.of("true", "mostly_true", "half_true", "mostly_false", "false");
    private static final List<String> KINDS = List.of("EVENT", "QUANTITY", "ATTRIBUTION");
    private static final List<String> STANCES = List.of("SUPPORTS", "REFUTES", "CONTEXT");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<Act, int[]> counts = new EnumMap<>(Act.class);
    private int token;
    private int merged;
    private int choices;

    @Test
    void nothingIsLostInTwoHundredInterleavings(TestReporter report) throws Exception {
        Random random = new Random(SEED);
        Cast.Person anna = cast.reviewer("Reviewer Anna");
        Cast.Person boris = cast.reviewer("Reviewer Boris");
        TestBrowser first = new TestBrowser(mvc, anna);
        TestBrowser other = new TestBrowser(mvc, boris);
        TestBrowser otherWindow = new TestBrowser(mvc, anna);
        InterleavingChecks checks = new InterleavingChecks(cast, history, jdbc);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            long claim = 0;
            List<Sent> log = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                if (round % ROUNDS_A_CLAIM == 0) {
                    claim = cast.claimInReview(anna.actor());
                    cast.attach(anna.actor(), claim, "https://archive.example/" + claim);
                    log.clear();
                }
                TestBrowser second = random.nextInt(3) == 0 ? otherWindow : other;
                CyclicBarrier opened = new CyclicBarrier(2);
                long id = claim;
                Random one = new Random(random.nextLong());
                Random two = new Random(random.nextLong());
                Future<Sent> mine = threads.submit(() -> act(first, id, one, opened));
                Future<Sent> theirs = threads.submit(() -> act(second, id, two, opened));
                log.add(mine.get());
                log.add(theirs.get());
                checks.check(claim, log);
            }
        } finally {
            threads.shutdownNow();
        }
        counts.forEach((act, n) -> report.publishEntry(act + ": " + n[0] + " sent, " + n[1] + " saved"));
        report.publishEntry(merged + " joined silently, " + choices + " asked for a choice");
        assertThat(counts).as("what was done").containsOnlyKeys(Act.values());
        assertThat(counts.values()).as("sent and saved, each").allMatch(n -> n[1] > 0);
        assertThat(merged).as("saves that were joined").isGreaterThan(5);
        assertThat(choices).as("saves that were asked for a choice").isGreaterThan(5);
    }

    /** Opens a form that is there, waits until the other has opened one too, and sends it until it is answered. */
    private Sent act(TestBrowser who, long claim, Random random, CyclicBarrier opened) throws Exception {
        String path = "/claims/" + claim;
        Document page = who.open(path);
        Act act = pick(random, page, claim);
        TestBrowser.Form form = form(act, page, who, path);
        Map<String, String> typed = form == null ? Map.of() : typed(act, random, form);
        opened.await(60, TimeUnit.SECONDS);
        if (form == null) {
            return new Sent(act, who.name(), 0, Map.of(), Set.of(), false);
        }
        if (random.nextBoolean()) {
            Thread.sleep(random.nextInt(30));
        }
        MvcResult result = who.send(form, typed);
        return answered(act, who, claim, form, typed, result, random);
    }

    private Sent answered(
            Act act,
            TestBrowser who,
            long claim,
            TestBrowser.Form form,
            Map<String, String> typed,
            MvcResult result,
            Random random)
            throws Exception {
        Map<String, String> facts = new LinkedHashMap<>(typed);
        TestBrowser.Form sent = form;
        while (result.getResponse().getStatus() == 409) {
            Document page = Jsoup.parse(result.getResponse().getContentAsString());
            TestBrowser.Form choice = TestBrowser.Form.of(page, form.action());
            if (choice == null || page.select(".conflict").isEmpty()) {
                break;
            }
            seen(page, who, claim, sent.base(), choice.base(), facts, form.action());
            synchronized (this) {
                choices++;
            }
            Map<String, String> chosen = choose(page, facts, random);
            sent = choice;
            result = who.send(choice, chosen);
        }
        boolean done = result.getResponse().getStatus() == 302
                && !(act == Act.REMOVE && "error".equals(result.getFlashMap().get("flashKind")));
        Set<String> tokens =
                facts.values().stream().filter(InterleavingTests::isToken).collect(Collectors.toSet());
        if (!done && act != Act.REMOVE) {
            String page = result.getResponse().getContentAsString();
            assertThat(page).as("the page of a refused " + act).contains(tokens);
        }
        synchronized (this) {
            counts.computeIfAbsent(act, key -> new int[2])[0]++;
            counts.get(act)[1] += done ? 1 : 0;
            merged += String.valueOf(result.getFlashMap().get("flash")).startsWith("Saved together") ? 1 : 0;
        }
        return new Sent(
                act,
                who.name(),
                act == Act.REMOVE || act == Act.ATTACH || act == Act.COMMENT ? 0 : sent.base(),
                named(facts, form.action()),
                tokens,
                done);
    }

    /** A page of two saves names who changed which field, and holds all that was typed. */
    private void seen(
            Document page, TestBrowser who, long claim, int base, int head, Map<String, String> typed, String action) {
        List<Revision> since = history.timeline(claim).subList(base, head);
        for (Element row : page.select(".conflict")) {
            String field = row.select("input[type=radio]").attr("name").replace("choice.", "");
            String fact = fact(field, action);
            Revision last = since.stream()
                    .filter(r -> r.touched().contains(fact))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            String by = row.select(".panel-head p").text();
            boolean own = last.actorName().equals(who.name());
            assertThat(by).startsWith(own ? "You changed this in another window" : last.actorName() + " changed this");
            assertThat(page.select("[data-error-text]").text())
                    .contains(row.select("h2").text());
            assertThat(row.select("input[name=mine." + field + "]").val()).isEqualTo(typed.get(field));
        }
        assertThat(page.outerHtml())
                .contains(typed.values().stream()
                        .filter(InterleavingTests::isToken)
                        .toList());
    }

    /** Chooses for each field; what is typed follows the choice. One of one's own words stays at least. */
    private Map<String, String> choose(Document page, Map<String, String> facts, Random random) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Element row : page.select(".conflict")) {
            String field = row.select("input[type=radio]").attr("name").replace("choice.", "");
            boolean words = !row.select("[name=own." + field + "]").isEmpty();
            boolean last = facts.entrySet().stream().noneMatch(f -> !f.getKey().equals(field) && isToken(f.getValue()));
            int way = random.nextInt(words ? 3 : 2);
            if (way == 0 && !last) {
                chosen.put("choice." + field, "theirs");
                facts.remove(field);
            } else if (way == 2) {
                String own = next();
                chosen.put("choice." + field, "own");
                chosen.put("own." + field, own);
                facts.put(field, own);
            } else {
                chosen.put("choice." + field, "mine");
            }
        }
        return chosen;
    }

    private Act pick(Random random, Document page, long claim) {
        Act[] all = Act.values();
        for (int tries = 0; tries < 50; tries++) {
            Act act = all[random.nextInt(all.length)];
            boolean there = switch (act) {
                case REWORD ->
                    !page.select("a[href*=/claims/" + claim + "/edit]").isEmpty();
                case EDIT_EVIDENCE, REMOVE ->
                    !page.select("#evidence > .evidence-group .evidence-item").isEmpty();
                case ATTACH -> !page.select("#add-evidence").isEmpty();
                case DRAFT, PUBLISH -> TestBrowser.Form.of(page, "/draft") != null;
                case CORRECT -> !page.select("a[href$=/correction]").isEmpty();
                case COMMENT -> commentsAreThere();
            };
            boolean rarely = act == Act.PUBLISH || act == Act.REMOVE;
            if (there && (!rarely || random.nextInt(3) == 0)) {
                return act;
            }
        }
        return Act.ATTACH;
    }

    private boolean commentsAreThere() {
        return mappings.getHandlerMethods().keySet().stream()
                .anyMatch(info -> info.getPatternValues().contains("/claims/{id}/comments"));
    }

    private TestBrowser.@Nullable Form form(Act act, Document page, TestBrowser who, String path) throws Exception {
        Element edit = page.select("#evidence > .evidence-group a[href$=/edit]").first();
        String piece = edit == null ? "" : edit.attr("href").replaceAll("/edit$", "");
        return switch (act) {
            case REWORD -> TestBrowser.Form.of(who.open(path + "/edit"), "/wording");
            case EDIT_EVIDENCE -> TestBrowser.Form.of(who.open(piece + "/edit"), piece);
            case REMOVE -> TestBrowser.Form.of(page, piece);
            case ATTACH -> TestBrowser.Form.of(page, "/evidence");
            case DRAFT, PUBLISH -> TestBrowser.Form.of(page, "/draft");
            case CORRECT -> TestBrowser.Form.of(who.open(path + "/correction"), "/correction");
            case COMMENT -> new TestBrowser.Form(path + "/comments", Map.of());
        };
    }

    private Map<String, String> typed(Act act, Random random, TestBrowser.Form form) {
        Map<String, String> typed = new LinkedHashMap<>();
        switch (act) {
            case REWORD -> some(typed, random, List.of("wording", "claimantName", "claimantRole"), "kind", KINDS);
            case EDIT_EVIDENCE ->
                some(typed, random, List.of("title", "publisher", "quotedPassage", "note"), "stance", STANCES);
            case ATTACH -> {
                typed.put("address", "https://archive.example/" + next());
                typed.put("title", next());
                typed.put("quotedPassage", next());
                typed.put("stance", STANCES.get(random.nextInt(STANCES.size())));
            }
            case DRAFT, PUBLISH, CORRECT -> {
                typed.put("explanation", next());
                boolean none = !form.fields().containsKey("ratingId");
                if (none || random.nextBoolean()) {
                    String rating = RATINGS.get(random.nextInt(RATINGS.size()));
                    typed.put("ratingId", Long.toString(cast.rating(rating)));
                }
                if (act == Act.CORRECT) {
                    if (random.nextBoolean()) {
                        typed.put("wording", next());
                        if (random.nextBoolean()) {
                            typed.remove("explanation");
                        }
                    }
                    typed.put("kind", "NON_RATING");
                }
            }
            case COMMENT -> typed.put("comment", next());
            case REMOVE -> {}
        }
        // What was chosen already is no change.
        typed.entrySet()
                .removeIf(t -> List.of(t.getValue()).equals(form.fields().get(t.getKey())));
        if (act == Act.PUBLISH) {
            typed.put("publish", "true");
        }
        if (form.fields().containsKey("reason") || act == Act.CORRECT) {
            typed.put("reason", "for a reason");
        }
        return typed;
    }

    private void some(Map<String, String> typed, Random random, List<String> texts, String code, List<String> codes) {
        typed.put(texts.get(random.nextInt(texts.size())), next());
        if (random.nextBoolean()) {
            typed.put(texts.get(random.nextInt(texts.size())), next());
        }
        if (random.nextInt(3) == 0) {
            typed.put(code, codes.get(random.nextInt(codes.size())));
        }
    }

    private synchronized String next() {
        return "typed" + ++token + "x";
    }

    private static boolean isToken(String value) {
        return value.matches("typed\\d+x");
    }

    /** What was typed under the names of the history, codes in its lower case. */
    private Map<String, String> named(Map<String, String> typed, String action) {
        Map<String, String> facts = new LinkedHashMap<>();
        boolean correction = action.endsWith("/correction");
        typed.forEach((field, value) -> {
            if (field.equals("ratingId")) {
                facts.put("verdict.rating", label(value));
            } else if (!Set.of("reason", "publish", "comment", "address").contains(field)
                    && !(correction && field.equals("kind"))) {
                facts.put(fact(field, action), isToken(value) ? value : value.toLowerCase(Locale.ROOT));
            }
        });
        return facts;
    }

    private String label(String rating) {
        return jdbc.sql("select label from rating where id = :id")
                .param("id", Long.valueOf(rating))
                .query(String.class)
                .single();
    }

    private static String fact(String field, String action) {
        String piece = action.contains("/evidence/") ? "evidence." + action.replaceAll(".*/", "") + "." : "";
        return switch (field) {
            case "claimantName" -> "claimant.name";
            case "claimantRole" -> "claimant.role";
            case "explanation" -> "verdict.explanation";
            case "ratingId" -> "verdict.rating";
            case "quotedPassage" -> piece + "quote";
            default -> piece + field;
        };
    }
}
