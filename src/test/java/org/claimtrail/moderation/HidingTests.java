package org.claimtrail.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Quote;
import org.claimtrail.claim.Wording;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.history.History;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.EvidenceBook;
import org.claimtrail.review.EvidenceText;
import org.claimtrail.review.Interests;
import org.claimtrail.review.Restorations;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.Stance;
import org.claimtrail.review.VerdictText;
import org.claimtrail.source.SourceDetails;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A marker in each thing that can be hidden, looked for on every page and in every file of the running program. */
@WholeApplication
class HidingTests {

    /** So that what other tests left is not taken for what this one hid. */
    private final String own = UUID.randomUUID().toString().replaceAll("[^a-f]", "z");

    private final String wordingMark = "Zwording" + own;
    private final String reasoningMark = "Zreasoning" + own;
    private final String evidenceMark = "zevidence" + own;
    private final String commentMark = "Zcomment" + own;
    private final String nameMark = "Zname" + own;
    private final List<String> markers = List.of(wordingMark, reasoningMark, evidenceMark, commentMark, nameMark);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Claims claims;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    Interests interests;

    @Autowired
    Restorations restorations;

    @Autowired
    Comments comments;

    @Autowired
    Hiding hiding;

    @Autowired
    Moderation moderation;

    @Autowired
    History history;

    @Autowired
    UserDetailsService users;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person admin;
    private Cast.Person author;
    private Cast.Person reader;
    private long claim;
    private long piece;
    private long comment;
    private int bare;

    /** A verdict with a second review, a decision between two ratings, a correction and a discussion, markers in all. */
    @BeforeEach
    void everythingIsMarked() {
        admin = cast.admin();
        author = cast.reviewer(nameMark + " Author");
        reader = cast.reviewer("Plain reader");
        Cast.Person third = cast.reviewer("Plain third");
        long article = cast.article(admin.actor(), "The bridge opened in 1911 and cost 14,000 crowns.");
        claim = claims.mark(
                        author.actor(),
                        article,
                        new Quote("cost 14,000 crowns", null, null),
                        wordingMark + " old words")
                .id();
        claims.reword(
                author.actor(),
                claim,
                cast.revision(claim),
                new Wording(wordingMark + " words", Kind.QUANTITY, null, null));
        bare = cast.revision(claim);
        reviews.take(author.actor(), claim);
        attach(evidenceMark + " quote");
        piece = jdbc.sql("select id from evidence where claim_id = :claim")
                .param("claim", claim)
                .query(Long.class)
                .single();
        cast.attach(author.actor(), claim, "https://archive.example/plain/" + claim);
        interests.declare(author.actor(), claim, "I was born beside the bridge");
        reviews.draft(author.actor(), claim, null, new VerdictText(cast.rating("true"), reasoningMark + " first."));
        seconds.submit(author.actor(), claim);
        seconds.rate(reader.actor(), claim, new VerdictText(cast.rating("false"), reasoningMark + " second."));
        seconds.adjudicate(
                third.actor(),
                claim,
                new VerdictText(cast.rating("false"), reasoningMark + " final."),
                reasoningMark + " why");
        cast.correct(
                author.actor(),
                claim,
                "false",
                reasoningMark + " corrected.",
                CorrectionKind.NON_RATING,
                "a new paper");
        comment = comments.write(
                author.actor(),
                claim,
                new NewComment(commentMark + " text", null, reader.actor().accountId(), null));
        comments.write(reader.actor(), claim, new NewComment("A plain reply.", comment, null, null));
        moderation.raise(reader.actor(), Target.comment(claim, comment), Problem.SPAM, "Look at it.");
        // What is stored of the name is looked for, not how the person is called now.
        jdbc.sql("update account set name = 'Plain author' where id = :id")
                .param("id", author.actor().id())
                .update();
    }

    private void attach(String quote) {
        evidence.attach(
                author.actor(),
                claim,
                "https://" + evidenceMark + ".example/" + claim,
                new SourceDetails(evidenceMark + " title", evidenceMark + " publisher", LocalDate.of(1911, 5, 1)),
                new EvidenceText(Stance.SUPPORTS, quote, evidenceMark + " note"),
                null);
    }

    @Test
    void whatIsHiddenIsNowhereAndComesBackUnchanged() throws Exception {
        Map<String, Set<String>> before = found();
        for (String marker : markers) {
            assertThat(before.values().stream().flatMap(Set::stream).toList())
                    .as("pages with a marker before it is hidden")
                    .contains(marker);
        }
        assertThat(before).containsKeys("visitor /verdicts.atom", "reader /notifications");
        List<String> rows = rows();

        hideAll();

        assertThat(found()).as("pages with something hidden").isEmpty();
        assertThat(rows()).startsWith(rows.toArray(String[]::new));
        assertThat(history.firstBroken(claim)).isEmpty();
        assertThat(cast.actions(claim)).filteredOn("content_hidden"::equals).hasSize(4);

        for (Place place : places()) {
            hiding.show(admin.actor(), place, "it is harmless");
        }
        Map<String, Set<String>> again = found();
        before.forEach((address, there) ->
                assertThat(again.getOrDefault(address, Set.of())).as(address).containsAll(there));
        assertThat(history.firstBroken(claim)).isEmpty();
    }

    @Test
    void readersAreToldWhatAndWhy() throws Exception {
        hideAll();
        String page = page("/verdicts/" + claim, null);
        assertThat(page).contains("Hidden by an admin: an insult. See the moderation log.");
        assertThat(page("/verdicts.csv", null)).contains("Hidden by an admin: an insult. See the moderation log.");
        assertThat(page("/verdicts/" + claim + "/claimreview.jsonld", null)).contains("Hidden by an admin: an insult.");
        assertThat(page("/claims/" + claim + "/discussion", reader.user())).contains("Hidden by an admin: an insult.");
        assertThat(page("/claims/" + claim + "/history", reader.user())).contains("Hidden by an admin: an insult.");
    }

    @Test
    void searchingDoesNotTellOfAHiddenWording() throws Exception {
        assertThat(page("/verdicts?q=" + wordingMark, null)).contains("href=\"/verdicts/" + claim + "\"");
        assertThat(page("/claims?q=" + wordingMark, reader.user())).contains("href=\"/claims/" + claim + "\"");
        hiding.hide(admin.actor(), new Place(claim, Part.WORDING, 0), Ground.INSULT, "an insult");
        assertThat(page("/verdicts?q=" + wordingMark, null)).doesNotContain("href=\"/verdicts/" + claim + "\"");
        assertThat(page("/claims?q=" + wordingMark, reader.user())).doesNotContain("href=\"/claims/" + claim + "\"");
    }

    @Test
    void adminsSeeItOnDemandAndThatIsEntered() throws Exception {
        hideAll();
        assertThat(page("/moderation/claims/" + claim, admin.user())).doesNotContain(commentMark);
        String seen = page("/moderation/claims/" + claim + "?see=comment-" + comment, admin.user());
        assertThat(seen)
                .contains(commentMark)
                .contains("Nobody else sees this.")
                .doesNotContain(wordingMark);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'hidden_seen' and subject = :subject")
                        .param("subject", "claim " + claim + ", comment-" + comment)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsHiddenCannotBeChangedOrWonByAForm() throws Exception {
        hideAll();
        assertThatThrownBy(() -> restorations.restore(author.actor(), claim, bare, "back"))
                .isInstanceOf(Refused.class);
        for (MockHttpServletRequestBuilder form : List.of(
                post("/claims/" + claim + "/correction")
                        .param("base", Integer.toString(bare))
                        .param("ratingId", Long.toString(cast.rating("true")))
                        .param("explanation", "another")
                        .param("wording", "another")
                        .param("kind", "non_rating")
                        .param("reason", "another"),
                post("/claims/" + claim + "/comments/" + comment)
                        .param("version", "7")
                        .param("comment", "another"),
                post("/claims/" + claim + "/evidence/" + piece)
                        .param("base", Integer.toString(bare))
                        .param("address", "https://other.example/")
                        .param("title", "another")
                        .param("stance", "supports")
                        .param("quotedPassage", "another")
                        .param("reason", "another"))) {
            MockHttpServletResponse answer = mvc.perform(
                            form.with(csrf()).with(user(users.loadUserByUsername(author.email()))))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isIn(400, 409);
            assertThat(answer.getContentAsString()).doesNotContain(markers);
        }
        assertThatThrownBy(() -> hiding.hide(admin.actor(), places().get(0), Ground.SPAM, "twice"))
                .isInstanceOf(Refused.class);
        assertThat(history.firstBroken(claim)).isEmpty();
    }

    @Test
    void theLogIsForEverybodyAndSaysNeitherWhoNorWhat() throws Exception {
        hideAll();
        moderation.suspend(admin.actor(), author.actor().accountId(), "sells boats");
        jdbc.sql("insert into moderation_entry (at, actor_id, actor_name, decision, reason, claim_id)"
                        + " values (now(), :admin, 'Desk Admin', 'locked', 'for admins only', :claim)")
                .param("admin", admin.actor().id())
                .param("claim", claim)
                .update();
        String log = page("/moderation-log", null);
        assertThat(log)
                .contains("An account: suspended by an admin")
                .contains("A comment: hidden by an admin")
                .contains("The name of a person: hidden by an admin")
                .contains("an insult")
                .contains("it insults")
                .contains("The reason was given before reasons were public.")
                .doesNotContain("for admins only")
                .doesNotContain("Desk Admin")
                .doesNotContain("Plain author")
                .doesNotContain(markers);
        assertThat(page("/moderation-log?thing=account", null))
                .contains("sells boats")
                .doesNotContain("A comment: hidden");
        assertThat(page("/moderation-log?decision=shown&thing=wording", null)).doesNotContain("it insults");
        for (int i = 0; i < 26; i++) {
            moderation.lock(admin.actor(), claim, true, "lock " + i);
            moderation.lock(admin.actor(), claim, false, "unlock " + i);
        }
        assertThat(page("/moderation-log", null)).contains("rel=\"next\"").doesNotContain("sells boats");
    }

    @Test
    void aCaseAboutACommentHidesIt() throws Exception {
        String id = jdbc.sql("select id from moderation_case where comment_id = :id")
                .param("id", comment)
                .query(String.class)
                .single();
        for (String ground : List.of("", "boats")) {
            assertThat(decide(id, ground).getStatus()).isEqualTo(409);
        }
        assertThat(decide(id, "spam").getRedirectedUrl()).isEqualTo("/moderation");
        assertThat(page("/claims/" + claim, reader.user()))
                .contains("Hidden by an admin: spam.")
                .doesNotContain(commentMark);
    }

    private MockHttpServletResponse decide(String id, String ground) throws Exception {
        return mvc.perform(post("/moderation/cases/" + id + "/decision")
                        .param("decision", "hidden")
                        .param("ground", ground)
                        .param("reason", "it sells boats")
                        .with(csrf())
                        .with(user(admin.user())))
                .andReturn()
                .getResponse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update hiding_act set hide = false, ground = null, notice = null",
                "delete from hiding_act",
                "truncate hiding_act cascade"
            })
    void theDatabaseKeepsEveryAct(String statement) {
        hideAll();
        assertThatThrownBy(() -> PostgresForTests.owner().execute(statement)).hasMessageContaining("only grows");
    }

    private void hideAll() {
        places().forEach(place -> hiding.hide(admin.actor(), place, Ground.INSULT, "it insults"));
    }

    private List<Place> places() {
        return List.of(
                new Place(claim, Part.WORDING, 0),
                new Place(claim, Part.REASONING, 0),
                new Place(claim, Part.EVIDENCE, piece),
                new Place(claim, Part.COMMENT, comment),
                new Place(claim, Part.NAME, author.actor().accountId()));
    }

    /** What is stored, as text. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String sql : List.of(
                "select c.wording from claim c where id = :claim",
                "select v.explanation || v.adjudication_reason || v.first_reviewer_name from verdict v where claim_id"
                        + " = :claim",
                "select e::text from evidence e where claim_id = :claim order by id",
                "select m::text from comment m where claim_id = :claim order by id",
                "select r::text from revision r where claim_id = :claim order by number")) {
            rows.addAll(jdbc.sql(sql).param("claim", claim).query(String.class).list());
        }
        return rows;
    }

    /** Which markers stand in the answer of which address, for whom; answers without one are left out. */
    private Map<String, Set<String>> found() throws Exception {
        Map<String, @Nullable UserDetails> readers = new LinkedHashMap<>();
        readers.put("visitor", null);
        readers.put("reader", reader.user());
        readers.put("author", users.loadUserByUsername(author.email()));
        readers.put("admin", admin.user());
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String address : addresses()) {
            for (Map.Entry<String, @Nullable UserDetails> who : readers.entrySet()) {
                // The audit log says who did what under the name of that time, to admins alone.
                if (who.getKey().equals("admin") && address.startsWith("/audit")) {
                    continue;
                }
                String text = page(address, who.getValue());
                Set<String> here = new TreeSet<>();
                markers.stream().filter(text::contains).forEach(here::add);
                if (!here.isEmpty()) {
                    found.put(who.getKey() + " " + address, here);
                }
            }
        }
        return found;
    }

    /** Every mapped address that answers GET, with the numbers of the marked claim; several of those that compare. */
    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(pattern -> addresses.addAll(of(pattern)));
            }
        }
        return addresses;
    }

    private List<String> of(String pattern) {
        String id = Long.toString(claim);
        if (pattern.startsWith("/articles")) {
            id = cast.stored("article_id", claim);
        }
        if (pattern.startsWith("/moderation/accounts")) {
            id = Long.toString(author.actor().accountId());
        }
        String path = pattern.replace("{id}", id)
                .replace("{claimId}", Long.toString(claim))
                .replace("{evidenceId}", Long.toString(piece))
                .replace("{commentId}", Long.toString(comment))
                .replace("{earlier}", "1")
                .replace("{later}", "1")
                .replace("{code}", "desk")
                .replace("{key}", "none")
                .replace("{secret}", "unknown");
        List<String> paths = new ArrayList<>();
        // As many as there were before anything was hidden: those that hiding adds are no new addresses.
        int newest = jdbc.sql("select count(*) from revision where claim_id = :claim and action not like 'content\\_%'")
                .param("claim", claim)
                .query(Integer.class)
                .single();
        if (path.contains("{number}")) {
            for (int n = 1; n <= newest; n++) {
                paths.add(path.replace("{number}", Integer.toString(n)));
            }
        } else if (path.endsWith("/history")) {
            paths.add(path);
            for (int n = 2; n <= newest; n++) {
                paths.add(path + "?from=" + (n - 1) + "&to=" + n);
            }
        } else {
            paths.add(path);
        }
        assertThat(paths).as("addresses whose parts are all known").noneMatch(p -> p.contains("{"));
        return paths;
    }

    private String page(String address, @Nullable UserDetails who) throws Exception {
        MockHttpServletRequestBuilder request = get(java.net.URI.create(address));
        MvcResult result =
                mvc.perform(who == null ? request : request.with(user(who))).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult();
            result = mvc.perform(asyncDispatch(result)).andReturn();
        }
        MockHttpServletResponse answer = result.getResponse();
        if (!address.equals("/error")) {
            assertThat(answer.getStatus()).as(address).isLessThan(500);
        }
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
