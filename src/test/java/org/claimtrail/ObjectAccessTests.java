package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Role;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.kept.KeptTexts;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.notification.Notifications;
import org.claimtrail.review.Interests;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.VerdictText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Objects times persons: whose is it, and who gets at it. AccessTests says which role may use a route; this says whether
 * the route, with the number of a thing of somebody else's, gives it away or changes it. Every route with a number in it
 * has a row here or stands among those where the role alone decides. Long, since the table is to be read as one.
 */
@WholeApplication
@Tag("any-database")
class ObjectAccessTests {

    private enum Who {
        VISITOR,
        OTHER,
        OWNER,
        ADMIN
    }

    private static final Set<Who> NOBODY = Set.of();
    private static final Set<Who> OWNER = Set.of(Who.OWNER);
    private static final Set<Who> ADMIN = Set.of(Who.ADMIN);
    private static final Set<Who> OWNER_AND_ADMIN = Set.of(Who.OWNER, Who.ADMIN);
    private static final Set<Who> DESK = Set.of(Who.OTHER, Who.OWNER, Who.ADMIN);
    private static final Set<Who> ALL = Set.of(Who.values());

    /** What belongs to the whole desk, or to everybody: the role that AccessTests names is all that is asked. */
    private static final Set<String> ROLE_ALONE = Set.of(
            "GET /articles/{id}/claims/{claimId}",
            "GET /articles/{id}/edit",
            "POST /articles/{id}",
            "POST /articles/{articleId}/claims",
            "POST /claims/{id}/wording",
            "POST /claims/{id}/acceptance",
            "DELETE /claims/{id}/acceptance",
            "POST /claims/{id}/dismissal",
            "DELETE /claims/{id}/dismissal",
            "POST /claims/{id}/assignment",
            "POST /claims/{id}/due",
            "POST /claims/{id}/flags",
            "POST /claims/{id}/comments",
            "GET /claims/{id}/discussion",
            "GET /claims/{id}/evidence/new",
            "POST /claims/{id}/evidence",
            "POST /claims/{id}/correction",
            "POST /claims/{id}/history/{number}/restoration",
            "POST /verdicts/{id}/flags",
            // Hashes alone, for everybody.
            "GET /checkpoints/{earlier}/consistency/{later}",
            // The secret in the address is what lets in.
            "GET /setup/{secret}",
            "POST /setup/{secret}",
            "GET /invitations/{secret}",
            "POST /invitations/{secret}",
            "GET /password/reset/{secret}",
            "POST /password/reset/{secret}",
            // For admins alone, whatever it is.
            "POST /moderation/cases/{id}/decision",
            "GET /moderation/claims/{id}",
            "GET /moderation/accounts/{id}",
            "POST /moderation/accounts/{id}/hiding",
            "DELETE /moderation/bulk/{id}",
            "POST /moderation/appeals/{id}/decision",
            "POST /moderation/claims/{id}/hiding",
            "DELETE /moderation/claims/{id}/hiding",
            "DELETE /accounts/{id}/second-factor",
            "GET /accounts/{id}/erasure",
            "GET /scales/{code}/edit",
            "POST /scales/{code}/preview",
            "POST /scales/{code}",
            "POST /scales/{code}/rule");

    /** What belongs to a person, as a test of its own shows. */
    private static final Map<String, String> SHOWN_BY = Map.ofEntries(
            Map.entry("DELETE /account/passkeys/{id}", "PasskeyTests#itsOwnerAloneRenamesAndRemovesIt"),
            Map.entry("POST /account/passkeys/{id}", "PasskeyTests#itsOwnerAloneRenamesAndRemovesIt"),
            Map.entry("POST /decisions/{id}/appeal", "AppealTests#nobodyAppealsForOthersOrAgainstWhatTakesNothing"));

    /**
     * One row.
     *
     * @param thing makes the thing anew and says its numbers, and in what a reader would see it or how it is stored
     * @param fields of the form
     * @param may who gets through
     */
    private record Row(String route, String what, Supplier<Thing> thing, Map<String, String> fields, Set<Who> may) {}

    /**
     * A thing of the owner's.
     *
     * @param ids by the names of path variables
     * @param words what an answer holds that gives it away
     * @param stored reads it as text
     */
    private record Thing(Map<String, ?> ids, String words, Supplier<String> stored) {}

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    Interests interests;

    @Autowired
    Comments comments;

    @Autowired
    KeptTexts kept;

    @Autowired
    Notifications notifications;

    @Autowired
    Moderation moderation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person owner;
    private Cast.Person other;
    private Cast.Person third;
    private Cast.Person admin;
    private int made;

    @BeforeEach
    void people() {
        owner = cast.reviewer("Owner O");
        other = cast.reviewer("Other P");
        third = cast.reviewer("Third Q");
        admin = cast.admin();
    }

    private List<Row> table() {
        List<Row> table = new ArrayList<>();
        String rating = Long.toString(cast.rating("true"));
        // A draft verdict is its author's own.
        for (String route : List.of("GET /claims/{id}", "GET /claims/{id}/history")) {
            table.add(new Row(route, "draft", this::draft, Map.of(), OWNER));
            table.add(new Row(route, "submitted draft", this::submitted, Map.of(), OWNER));
        }
        table.add(new Row("GET /claims/{id}/correction", "draft", this::draft, Map.of(), OWNER));
        for (String route : List.of(
                "GET /claims/{id}/edit",
                "GET /claims/{id}/second-review",
                "GET /claims/{id}/adjudication",
                "GET /verdicts/{id}",
                "GET /verdicts/{id}/history",
                "GET /verdicts/{id}/revisions/{number}",
                "GET /verdicts/{id}/proof",
                "GET /verdicts/{id}/proof.json",
                "GET /verdicts/{id}/claimreview.jsonld")) {
            table.add(new Row(route, "submitted draft", this::submitted, Map.of(), NOBODY));
        }
        table.add(new Row(
                "POST /claims/{id}/draft",
                "draft",
                this::draft,
                Map.of("ratingId", rating, "explanation", "x"),
                OWNER));
        table.add(new Row("POST /claims/{id}/publication", "draft", this::draft, Map.of(), OWNER));
        table.add(new Row("POST /claims/{id}/submission", "draft", this::draft, Map.of(), OWNER));
        table.add(new Row("DELETE /claims/{id}/submission", "submitted", this::submitted, Map.of(), OWNER_AND_ADMIN));
        table.add(new Row(
                "POST /claims/{id}/second-review",
                "submitted",
                this::submitted,
                Map.of("ratingId", rating, "explanation", "The bill says so."),
                Set.of(Who.OTHER, Who.ADMIN)));
        table.add(new Row(
                "POST /claims/{id}/adjudication",
                "two ratings",
                this::twoRatings,
                Map.of("ratingId", rating, "explanation", "The bill says so.", "reason", "The bill."),
                DESK));
        table.add(new Row("GET /claims/{id}/adjudication", "two ratings", this::twoRatings, Map.of(), DESK));
        table.add(new Row("DELETE /claims/{id}/assignment", "taken", this::draft, Map.of(), OWNER_AND_ADMIN));
        table.add(new Row(
                "POST /claims/{id}/assignee",
                "taken",
                this::draft,
                Map.of("account", Long.toString(third.actor().accountId())),
                OWNER_AND_ADMIN));
        // Public until an admin hides it.
        for (String route :
                List.of("GET /verdicts/{id}", "GET /verdicts/{id}/history", "GET /verdicts/{id}/claimreview.jsonld")) {
            table.add(new Row(route, "public", this::published, Map.of(), ALL));
            table.add(new Row(route, "hidden", this::hidden, Map.of(), NOBODY));
        }
        table.add(new Row("GET /verdicts/{id}/revisions/{number}", "hidden", this::hidden, Map.of(), NOBODY));
        // An interest is declared, and taken back, by nobody else.
        table.add(new Row("POST /claims/{id}/interest", "interest", this::interest, Map.of("text", "None."), OWNER));
        table.add(new Row("DELETE /claims/{id}/interest", "interest", this::interest, Map.of(), OWNER));
        // A comment is edited and deleted by nobody else.
        String edit = "/claims/{id}/comments/{commentId}";
        table.add(new Row("GET " + edit + "/edit", "comment", this::comment, Map.of(), OWNER));
        table.add(new Row(
                "POST " + edit, "comment", this::comment, Map.of("comment", "Changed.", "version", "0"), OWNER));
        table.add(new Row("DELETE " + edit, "comment", this::comment, Map.of(), OWNER));
        table.add(new Row("DELETE " + edit, "by another claim's number", this::commentElsewhere, Map.of(), NOBODY));
        table.add(new Row("GET " + edit + "/edit", "elsewhere", this::commentElsewhere, Map.of(), NOBODY));
        // A piece of evidence belongs to its claim.
        String piece = "/claims/{id}/evidence/{evidenceId}";
        Map<String, String> words = Map.of(
                "title", "Changed", "stance", "REFUTES", "reason", "Because.", "address", "https://archive.example/x");
        table.add(new Row("GET " + piece + "/edit", "evidence", this::evidence, Map.of(), DESK));
        table.add(new Row("GET " + piece + "/edit", "elsewhere", this::evidenceElsewhere, Map.of(), NOBODY));
        table.add(new Row("POST " + piece, "evidence", this::evidence, words, DESK));
        table.add(new Row("POST " + piece, "elsewhere", this::evidenceElsewhere, words, NOBODY));
        table.add(new Row("DELETE " + piece, "evidence", this::evidence, Map.of(), DESK));
        table.add(new Row("DELETE " + piece, "elsewhere", this::evidenceElsewhere, Map.of(), NOBODY));
        table.add(new Row("DELETE " + piece + "/removal", "elsewhere", this::evidenceElsewhere, Map.of(), NOBODY));
        // What somebody is told, and what somebody types, is theirs.
        table.add(new Row("GET /notifications", "notification", this::notification, Map.of(), OWNER));
        table.add(new Row("POST /notifications/{id}/reading", "notification", this::notification, Map.of(), OWNER));
        table.add(new Row(
                "POST /notifications/reading",
                "notification",
                this::notification,
                Map.of("newest", "999999999"),
                OWNER));
        table.add(new Row("GET /kept-texts", "kept text", this::keptText, Map.of("key", "draft-*"), OWNER));
        table.add(new Row("PUT /kept-texts/{key}", "kept text", this::keptText, Map.of(), OWNER));
        table.add(new Row("DELETE /kept-texts/{key}", "kept text", this::keptText, Map.of(), OWNER));
        // An article and its bytes are the desk's.
        table.add(new Row("GET /articles/{id}", "article", this::article, Map.of(), DESK));
        table.add(new Row("GET /articles/{id}/original", "article", this::article, Map.of(), DESK));
        // What admins decide.
        Map<String, String> reason = Map.of("reason", "Because.");
        for (String route :
                List.of("POST /claims/{id}/hiding", "POST /claims/{id}/lock", "POST /claims/{id}/withdrawal")) {
            table.add(new Row(route, "public verdict", this::published, reason, ADMIN));
        }
        table.add(new Row("DELETE /claims/{id}/hiding", "hidden verdict", this::hidden, reason, ADMIN));
        table.add(new Row("DELETE /claims/{id}/lock", "locked verdict", this::locked, reason, ADMIN));
        table.add(new Row("POST /accounts/{id}/suspension", "account", this::account, reason, ADMIN));
        table.add(new Row("DELETE /accounts/{id}/suspension", "suspended account", this::suspended, reason, ADMIN));
        table.add(new Row(
                "POST /accounts/{id}/erasure",
                "account",
                this::account,
                Map.of("reason", "Because.", "typed", "Person R"),
                ADMIN));
        table.add(new Row("POST /accounts/{id}/password-reset", "account", this::resetting, Map.of(), ADMIN));
        table.add(new Row("DELETE /account/sessions/{handle}", "session", this::session, Map.of(), OWNER));
        table.add(new Row("DELETE /accounts/invitations/{id}", "invitation", this::invitation, Map.of(), ADMIN));
        return table;
    }

    @Test
    void everyRouteOfAnObjectHasItsRow() {
        Set<String> known = new TreeSet<>(ROLE_ALONE);
        known.addAll(SHOWN_BY.keySet());
        table().forEach(row -> known.add(row.route()));
        List<Routes.Route> routes = Routes.of(mappings);
        assertThat(routes.stream().filter(Routes.Route::hasObject).map(Routes.Route::toString))
                .as("routes with a number, each with a row or among those where the role alone decides")
                .isSubsetOf(known);
        assertThat(known)
                .as("rows of routes that are no more")
                .isSubsetOf(routes.stream().map(Routes.Route::toString).toList());
    }

    @Test
    void everyCellIsAsItsRowSays() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Row row : table()) {
            for (Who who : Who.values()) {
                Thing thing = row.thing().get();
                boolean through = gotThrough(row, thing, who);
                if (through != row.may().contains(who)) {
                    wrong.put(
                            row.route() + ", " + row.what() + ", " + who,
                            (through ? "gets through" : "does not get through"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean gotThrough(Row row, Thing thing, Who who) throws Exception {
        String[] route = row.route().split(" ");
        String path = route[1];
        for (Map.Entry<String, ?> id : thing.ids().entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue().toString());
        }
        assertThat(path).doesNotContain("{");
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(route[0]), path);
        row.fields().forEach(request::param);
        if (route[0].equals("PUT")) {
            request.contentType(MediaType.APPLICATION_JSON).content("{\"value\":\"Other words.\",\"typedIn\":\"w2\"}");
        }
        // The form was opened a moment ago.
        if (thing.ids().get("id") instanceof Long claim && route[0].equals("POST") && path.startsWith("/claims")) {
            request.param(
                    "base",
                    jdbc.sql("select coalesce(max(number), 0)::text from revision where claim_id = :id")
                            .param("id", claim)
                            .query(String.class)
                            .single());
        }
        String before = thing.stored().get();
        MockHttpServletResponse answer = send(request, who);
        assertThat(answer.getStatus())
                .as(row.route() + ", " + row.what() + ", " + who)
                .isLessThan(500);
        boolean changed = !Objects.equals(before, thing.stored().get());
        if (route[0].equals("GET")) {
            assertThat(changed).as(row.route() + " changes what it shows").isFalse();
            return answer.getStatus() == 200 && answer.getContentAsString().contains(thing.words());
        }
        return changed;
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Who who) throws Exception {
        MockHttpServletRequestBuilder asked = request.with(csrf());
        MvcResult result = mvc.perform(
                        switch (who) {
                            case VISITOR -> asked;
                            case OTHER -> asked.with(user(other.user()));
                            case OWNER -> asked.with(user(owner.user()));
                            case ADMIN -> asked.with(user(admin.user()));
                        })
                .andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult();
            result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result)).andReturn();
        }
        return result.getResponse();
    }

    private String secret() {
        return "the-ledger-of-quarry-" + ++made;
    }

    private Thing ofClaim(long claim, String words) {
        return new Thing(
                Map.of("id", claim, "number", cast.revision(claim)),
                words,
                () -> jdbc.sql("select c.state || c.hidden || c.locked || coalesce(c.assignee_id, 0)"
                                + " || coalesce(v.explanation, '') || coalesce(v.rating_id, 0)"
                                + " || (select count(*) from revision r where r.claim_id = c.id)"
                                + " from claim c left join verdict v on v.claim_id = c.id where c.id = :id")
                        .param("id", claim)
                        .query(String.class)
                        .single());
    }

    private Thing draft() {
        String words = secret();
        long claim = cast.claimInReview(owner.actor());
        cast.attach(owner.actor(), claim, "https://archive.example/objects/" + claim);
        reviews.draft(owner.actor(), claim, null, new VerdictText(cast.rating("mostly_true"), words + " says so."));
        return ofClaim(claim, words);
    }

    private Thing submitted() {
        Thing draft = draft();
        long claim = claim(draft);
        seconds.submit(owner.actor(), claim);
        return ofClaim(claim, draft.words());
    }

    private Thing twoRatings() {
        Thing submitted = submitted();
        long claim = claim(submitted);
        seconds.rate(third.actor(), claim, new VerdictText(cast.rating("true"), "The bill says so."));
        return ofClaim(claim, submitted.words());
    }

    private Thing published() {
        Thing draft = draft();
        reviews.publish(owner.actor(), claim(draft));
        return ofClaim(claim(draft), draft.words());
    }

    private Thing hidden() {
        Thing published = published();
        moderation.hide(admin.actor(), claim(published), true, "because");
        return ofClaim(claim(published), published.words());
    }

    private Thing locked() {
        Thing published = published();
        moderation.lock(admin.actor(), claim(published), true, "because");
        return ofClaim(claim(published), published.words());
    }

    private static long claim(Thing thing) {
        return (Long) Objects.requireNonNull(thing.ids().get("id"));
    }

    private Thing interest() {
        long claim = cast.openClaim(third.actor());
        interests.declare(owner.actor(), claim, "My uncle built it.");
        return new Thing(
                Map.of("id", claim),
                "My uncle",
                () -> text("select coalesce(string_agg(i::text, ';'), '') from interest i where i.claim_id = " + claim
                        + " and i.account_id = " + owner.actor().accountId()));
    }

    private Thing comment() {
        long claim = cast.openClaim(third.actor());
        return comment(claim, claim);
    }

    private Thing commentElsewhere() {
        return comment(cast.openClaim(third.actor()), cast.openClaim(third.actor()));
    }

    private Thing comment(long claim, long named) {
        String words = secret();
        long comment = comments.write(owner.actor(), claim, new NewComment(words, null, null, null));
        return new Thing(
                Map.of("id", named, "commentId", comment),
                words,
                () -> text("select c::text from comment c where id = " + comment));
    }

    private Thing evidence() {
        long claim = cast.claimInReview(owner.actor());
        return evidence(claim, claim);
    }

    private Thing evidenceElsewhere() {
        return evidence(cast.claimInReview(owner.actor()), cast.claimInReview(owner.actor()));
    }

    private Thing evidence(long claim, long named) {
        cast.attach(owner.actor(), claim, "https://archive.example/pieces/" + claim);
        String piece = text("select max(id)::text from evidence where claim_id = " + claim);
        return new Thing(
                Map.of("id", named, "evidenceId", piece),
                "The sum is 14,000 crowns.",
                () -> text("select e::text from evidence e where id = " + piece));
    }

    private Thing notification() {
        String words = secret();
        long claim = cast.openClaim(third.actor());
        transaction.executeWithoutResult(change -> notifications.tell(
                List.of(owner.actor().accountId()), NotificationKind.ASSIGNED, claim, third.actor(), words));
        String id = text("select max(id)::text from notification where claim_id = " + claim);
        return new Thing(Map.of("id", id), words, () -> text("select n::text from notification n where id = " + id));
    }

    private Thing keptText() {
        String words = secret();
        String key = "draft-" + made + "-explanation";
        kept.keep(owner.actor(), key, words, 1, "w1");
        return new Thing(
                Map.of("key", key),
                words,
                () -> text("select coalesce(string_agg(k::text, ';'), '') from kept_text k where account_id = "
                        + owner.actor().accountId() + " and key = '" + key + "'"));
    }

    private Thing article() {
        String words = secret();
        long id = cast.article(owner.actor(), "The bridge cost 14,000 crowns, as " + words + " says.");
        return new Thing(Map.of("id", id), words, () -> text("select a::text from article a where id = " + id));
    }

    private Thing account() {
        Cast.Person person = cast.reviewer("Person R");
        long id = person.actor().accountId();
        return new Thing(Map.of("id", id), "", () -> text("select status from account where id = " + id));
    }

    private Thing resetting() {
        Thing account = account();
        return new Thing(
                account.ids(),
                "",
                () -> text("select count(*)::text from password_reset where account_id = " + claim(account)));
    }

    /** A session of the owner's at another machine, by the hash that their page shows of it. */
    private Thing session() {
        try {
            Cookie cookie = Objects.requireNonNull(mvc.perform(MockMvcRequestBuilders.post("/sign-in")
                            .param("email", owner.email())
                            .param("password", Cast.PASSWORD)
                            .with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getCookie("SESSION"));
            String id = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return new Thing(
                    Map.of("handle", HexFormat.of().formatHex(hash, 0, 12)),
                    "",
                    () -> text("select count(*)::text from spring_session where session_id = '" + id + "'"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Thing suspended() {
        Thing account = account();
        moderation.suspend(admin.actor(), claim(account), "because");
        return account;
    }

    private Thing invitation() {
        accounts.invite(admin.actor(), Role.REVIEWER);
        String id = text("select max(id)::text from invitation");
        return new Thing(Map.of("id", id), "", () -> text("select i::text from invitation i where id = " + id));
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
