package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Role;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Forms with more fields than they ask for: none of them is taken. */
@WholeApplication
class MassAssignmentTests {

    /** What the program decides, and no form of a text may name. */
    private static final Set<String> DECIDED = Set.of(
            "id",
            "role",
            "admin",
            "state",
            "status",
            "hidden",
            "locked",
            "enabled",
            "publishedat",
            "createdat",
            "updatedat",
            "modifiedat",
            "actor",
            "actorid",
            "accountid",
            "authorid",
            "assigneeid",
            "reviewerid",
            "claimid",
            "articleid",
            "passwordhash",
            "hash",
            "secret",
            "owner");

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
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person reviewer;
    private Cast.Person other;

    @BeforeEach
    void people() {
        reviewer = cast.reviewer("Reviewer A");
        other = cast.reviewer("Reviewer B");
    }

    @Test
    void formsAreRecordsOfWhatIsTypedAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        int forms = 0;
        for (Routes.Route route : Routes.of(mappings)) {
            if (!route.changes()) {
                continue;
            }
            for (Class<?> form : route.forms()) {
                forms++;
                for (RecordComponent part : form.getRecordComponents()) {
                    if (DECIDED.contains(part.getName().toLowerCase(java.util.Locale.ROOT))
                            || part.getType().isAnnotationPresent(jakarta.persistence.Entity.class)) {
                        wrong.add(route + ": " + form.getSimpleName() + "." + part.getName());
                    }
                }
            }
        }
        assertThat(forms).isGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyJoinsAsMoreThanTheyAreInvitedAs() throws Exception {
        String secret = accounts.invite(cast.admin().actor(), Role.REVIEWER);
        String email = "m" + UUID.randomUUID() + "@desk.example";
        mvc.perform(further(post("/invitations/" + secret)
                        .param("name", "Person M")
                        .param("email", email)
                        .param("password", Cast.PASSWORD)
                        .param("passwordAgain", Cast.PASSWORD))
                .with(csrf()));
        assertThat(text("select role || ' ' || status || ' ' || version from account where email = '" + email + "'"))
                .isEqualTo("reviewer active 0");
    }

    @Test
    void aDraftChangesNothingBesidesItself() throws Exception {
        long claim = cast.claimInReview(reviewer.actor());
        send(post("/claims/" + claim + "/draft")
                .param("base", Integer.toString(cast.revision(claim)))
                .param("explanation", "As typed."));
        assertThat(text("select state || ' ' || hidden || ' ' || locked || ' ' || (assignee_id = "
                        + reviewer.actor().accountId() + ") from claim where id = " + claim))
                .isEqualTo("in_review false false true");
        assertThat(text("select explanation || ' ' || (published_at is null) || ' ' || (first_reviewer_id is null)"
                        + " from verdict where claim_id = " + claim))
                .isEqualTo("As typed. true true");
        assertThat(text("select actor_name from revision where claim_id = " + claim + " order by number desc limit 1"))
                .isEqualTo("Reviewer A");
    }

    @Test
    void aWordingChangesNothingBesidesItself() throws Exception {
        long claim = cast.openClaim(reviewer.actor());
        String article = cast.stored("article_id", claim);
        send(post("/claims/" + claim + "/wording")
                .param("base", Integer.toString(cast.revision(claim)))
                .param("wording", "The bridge cost 14,000.")
                .param("kind", "EVENT"));
        assertThat(text("select wording || ' ' || state || ' ' || article_id || ' ' || origin || ' '"
                        + " || (assignee_id is null) from claim where id = " + claim))
                .isEqualTo("The bridge cost 14,000. open " + article + " hand true");
    }

    @Test
    void aPieceOfEvidenceIsOfTheClaimInTheAddressAndOfWhoeverIsSignedIn() throws Exception {
        long claim = cast.claimInReview(reviewer.actor());
        long elsewhere = cast.claimInReview(other.actor());
        send(post("/claims/" + claim + "/evidence")
                .param("claimId", Long.toString(elsewhere))
                .param("claim.id", Long.toString(elsewhere))
                .param("address", "https://archive.example/mass/" + claim)
                .param("title", "A bill")
                .param("stance", "SUPPORTS"));
        assertThat(text("select e.claim_id || ' ' || e.created_by || ' ' || e.removed from evidence e"
                        + " join source s on s.id = e.source_id where s.address = 'https://archive.example/mass/"
                        + claim + "'"))
                .isEqualTo(claim + " " + reviewer.actor().accountId() + " false");
    }

    @Test
    void aCommentIsOfWhoeverIsSignedIn() throws Exception {
        long claim = cast.openClaim(reviewer.actor());
        send(post("/claims/" + claim + "/comments").param("comment", "Mine " + claim));
        assertThat(text("select author_id || ' ' || claim_id || ' ' || author_name from comment where text = 'Mine "
                        + claim + "'"))
                .isEqualTo(reviewer.actor().accountId() + " " + claim + " Reviewer A");
        long written = comments.write(reviewer.actor(), claim, new NewComment("First.", null, null, null));
        send(post("/claims/" + claim + "/comments/" + written).param("comment", "Second."));
        assertThat(text("select text || ' ' || version || ' ' || author_id from comment where id = " + written))
                .as("a form that names no version changes nothing")
                .isEqualTo("First. 0 " + reviewer.actor().accountId());
    }

    @Test
    void theDetailsOfAnArticleChangeNothingBesidesThemselves() throws Exception {
        long article = cast.article(reviewer.actor(), "The bridge opened in 1911 and cost 14,000 crowns.");
        String before = text("select r::text from article_revision r where article_id = " + article);
        send(post("/articles/" + article).param("title", "Another title").param("text", "Another text"));
        assertThat(text("select r::text from article_revision r where article_id = " + article))
                .isEqualTo(before);
        assertThat(text("select created_by || ' ' || created_by_name from article where id = " + article))
                .isEqualTo(reviewer.actor().accountId() + " Reviewer A");
    }

    private void send(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(further(request).with(csrf()).with(user(reviewer.user())));
    }

    /** The fields that a hostile form adds. */
    private MockHttpServletRequestBuilder further(MockHttpServletRequestBuilder request) {
        String someoneElse = Long.toString(other.actor().accountId());
        for (String name : List.of(
                "id",
                "actorId",
                "accountId",
                "authorId",
                "author_id",
                "assigneeId",
                "assignee.id",
                "reviewerId",
                "createdBy",
                "actor.accountId",
                "user.actor.accountId",
                "firstReviewerId")) {
            request.param(name, someoneElse);
        }
        return request.param("role", "ADMIN")
                .param("admin", "true")
                .param("state", "PUBLISHED")
                .param("claim.state", "PUBLISHED")
                .param("status", "SUSPENDED")
                .param("hidden", "true")
                .param("locked", "true")
                .param("publishedAt", "2020-01-01T00:00:00Z")
                .param("createdAt", "2020-01-01T00:00:00Z")
                .param("class.module.classLoader.resources.context.parent.pipeline.first.pattern", "x");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
