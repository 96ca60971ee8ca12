package org.claimtrail.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Wording;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.EvidenceBook;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.VerdictText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Two people who save the same form: other fields are joined, the same field is a choice. */
@WholeApplication
class ConflictTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Claims claims;

    @Autowired
    Reviews reviews;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person anna;
    private Cast.Person boris;

    @BeforeEach
    void twoReviewers() {
        anna = cast.reviewer("Reviewer A");
        boris = cast.reviewer("Reviewer B");
    }

    private Document open(Cast.Person who, String address) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(address).with(user(who.user()))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static Element form(Document page, String end) {
        Elements forms = page.select("main form[action$=" + end + "]");
        assertThat(forms).as("the form of " + end).hasSize(1);
        return forms.get(0);
    }

    /** Sends a form as a browser does, with these fields typed anew. */
    private MvcResult send(Cast.Person who, Element form, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request = post(form.attr("action"));
        ((FormElement) form).formData().forEach(field -> {
            if (!typed.containsKey(field.key()) && !field.key().equals("_csrf")) {
                request.param(field.key(), field.value());
            }
        });
        typed.forEach(request::param);
        return mvc.perform(request.with(csrf()).with(user(who.user()))).andReturn();
    }

    private static Document conflict(MvcResult result) throws Exception {
        assertThat(result.getResponse().getStatus()).isEqualTo(409);
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static String said(MvcResult result) {
        assertThat(result.getResponse().getStatus()).isEqualTo(302);
        return String.valueOf(result.getFlashMap().get("flash"));
    }

    private void reword(Cast.Person who, long claim, String words, Kind kind, @Nullable String claimant) {
        claims.reword(who.actor(), claim, cast.revision(claim), new Wording(words, kind, claimant, null));
    }

    @Test
    void differentFieldsOfAWordingAreBothKeptAndTheAnswerSaysSo() throws Exception {
        long claim = cast.openClaim(anna.actor());
        Element form = form(open(boris, "/claims/" + claim + "/edit"), "/wording");
        reword(anna, claim, "The bridge cost 14,000 crowns in 1911.", Kind.QUANTITY, null);

        MvcResult saved = send(boris, form, Map.of("claimantName", "the mayor"));

        assertThat(said(saved)).isEqualTo("Saved together with what Reviewer A changed meanwhile: wording, kind.");
        assertThat(cast.stored("wording", claim)).isEqualTo("The bridge cost 14,000 crowns in 1911.");
        assertThat(cast.stored("kind", claim)).isEqualTo("quantity");
        assertThat(cast.stored("claimant_name", claim)).isEqualTo("the mayor");
    }

    @Test
    void theSameFieldIsAChoiceOfBothWithTheTextBefore() throws Exception {
        long claim = cast.openClaim(anna.actor());
        Element form = form(open(boris, "/claims/" + claim + "/edit"), "/wording");
        reword(anna, claim, "The bridge cost 14,000 crowns in 1911.", Kind.EVENT, "the council");

        Document page = conflict(send(
                boris, form, Map.of("wording", "The bridge cost about 14,000 crowns.", "claimantRole", "of the town")));

        assertThat(page.select("[data-error-text]").text())
                .startsWith("Reviewer A changed the same")
                .contains("wording");
        assertThat(page.select(".conflict h2").eachText()).containsExactly("wording");
        assertThat(page.select(".conflict .panel-head p").text()).contains("Reviewer A changed this");
        assertThat(page.select(".conflict-sides > div").eachText())
                .hasSize(3)
                .anyMatch(text -> text.contains("The bridge cost 14,000 crowns."))
                .anyMatch(text -> text.contains("in 1911"))
                .anyMatch(text -> text.contains("about"));
        assertThat(page.select("textarea[name=own.wording]").val()).isEqualTo("The bridge cost about 14,000 crowns.");
        assertThat(cast.stored("wording", claim)).isEqualTo("The bridge cost 14,000 crowns in 1911.");
        assertThat(cast.stored("coalesce(claimant_role, 'none')", claim)).isEqualTo("none");

        MvcResult chosen = send(boris, form(page, "/wording"), Map.of("choice.wording", "mine"));
        assertThat(said(chosen)).isEqualTo("The claim is saved.");
        assertThat(cast.stored("wording", claim)).isEqualTo("The bridge cost about 14,000 crowns.");
        assertThat(cast.stored("claimant_name", claim)).isEqualTo("the council");
        assertThat(cast.stored("claimant_role", claim)).isEqualTo("of the town");
    }

    @Test
    void theirsOrWordsOfOnesOwnCanBeChosenAndAnotherSaveMeanwhileIsAnotherChoice() throws Exception {
        long claim = cast.openClaim(anna.actor());
        Element form = form(open(boris, "/claims/" + claim + "/edit"), "/wording");
        reword(anna, claim, "First.", Kind.EVENT, null);
        Element choice = form(conflict(send(boris, form, Map.of("wording", "Mine."))), "/wording");
        reword(anna, claim, "Second.", Kind.EVENT, null);

        Document again = conflict(send(boris, choice, Map.of("choice.wording", "own", "own.wording", "Both of us.")));
        assertThat(again.select("textarea[name=own.wording]").val()).isEqualTo("Both of us.");
        assertThat(again.select("input[name=theirs.wording]").val()).isEqualTo("Second.");

        said(send(boris, form(again, "/wording"), Map.of("choice.wording", "theirs")));
        assertThat(cast.stored("wording", claim)).isEqualTo("Second.");
        said(send(boris, form(again, "/wording"), Map.of("choice.wording", "own", "own.wording", "All three.")));
        assertThat(cast.stored("wording", claim)).isEqualTo("All three.");
    }

    @Test
    void aFormThatDoesNotSayWhatItShowsOverwritesNothing() throws Exception {
        long claim = cast.openClaim(anna.actor());
        reword(anna, claim, "What Anna wrote.", Kind.EVENT, null);
        Element form = form(open(boris, "/claims/" + claim + "/edit"), "/wording");
        form.select("[name=base]").remove();

        Document page = conflict(send(boris, form, Map.of("wording", "From a page of last week.")));

        assertThat(cast.stored("wording", claim)).isEqualTo("What Anna wrote.");
        assertThat(page.select("textarea[name=own.wording]").val()).isEqualTo("From a page of last week.");
        said(send(boris, form(page, "/wording"), Map.of("choice.wording", "mine")));
        assertThat(cast.stored("wording", claim)).isEqualTo("From a page of last week.");
    }

    @Test
    void evidenceIsJoinedByFieldAndARemovedPieceIsRefusedWithWhatWasTyped() throws Exception {
        long claim = cast.claimInReview(anna.actor());
        cast.attach(anna.actor(), claim, "https://archive.example/" + claim);
        long piece = jdbc.sql("select id from evidence where claim_id = :id")
                .param("id", claim)
                .query(Long.class)
                .single();
        String edit = "/claims/" + claim + "/evidence/" + piece;
        Element hers = form(open(anna, edit + "/edit"), edit);
        Element his = form(open(boris, edit + "/edit"), edit);

        said(send(anna, hers, Map.of("note", "Page 4.", "stance", "CONTEXT")));
        assertThat(said(send(boris, his, Map.of("quotedPassage", "The sum is 14,000."))))
                .isEqualTo("Saved together with what Reviewer A changed meanwhile: stance, note.");
        assertThat(jdbc.sql("select stance || '|' || quoted_passage || '|' || note from evidence where id = :id")
                        .param("id", piece)
                        .query(String.class)
                        .single())
                .isEqualTo("context|The sum is 14,000.|Page 4.");

        Document page =
                conflict(send(boris, his, Map.of("stance", "REFUTES", "note", "Page 5.", "quotedPassage", "Other.")));
        assertThat(page.select(".conflict h2").eachText()).containsExactly("stance", "quoted passage", "note");

        evidence.remove(anna.actor(), claim, piece, null);
        MvcResult refused = send(boris, his, Map.of("note", "Typed after it was gone."));
        Document form = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(form.select(".errors").text()).contains("Reviewer A removed this evidence");
        assertThat(form.select("[name=note]").val()).isEqualTo("Typed after it was gone.");
    }

    @Test
    void twoWindowsOfOneDraftAreJoinedButNotPublishedUnseen() throws Exception {
        long claim = cast.claimInReview(anna.actor());
        cast.attach(anna.actor(), claim, "https://archive.example/" + claim);
        reviews.draft(anna.actor(), claim, null, new VerdictText(cast.rating("true"), "The bill says so."));
        Element first = form(open(anna, "/claims/" + claim), "/draft");
        Element second = form(open(anna, "/claims/" + claim), "/draft");

        String other = Long.toString(cast.rating("false"));
        said(send(anna, first, Map.of("ratingId", other)));
        MvcResult published = send(anna, second, Map.of("explanation", "The bill says no.", "publish", "true"));
        assertThat(said(published)).contains("rating", "Look it over");
        assertThat(cast.stored("state", claim)).isEqualTo("in_review");

        Document page = conflict(send(anna, first, Map.of("explanation", "The bill is lost.")));
        assertThat(page.select("[data-error-text]").text()).startsWith("You changed the same in another window");
        assertThat(page.select(".conflict h2").eachText()).containsExactly("explanation");
    }

    @Test
    void correctionsOfTwoPeopleAreJoinedByField() throws Exception {
        long claim = cast.publishedClaim(anna.actor());
        Element form = form(open(boris, "/claims/" + claim + "/correction"), "/correction");
        reviews.correct(
                anna.actor(),
                claim,
                cast.revision(claim),
                new VerdictText(cast.rating("true"), "The archive holds the bill."),
                new Wording("The bridge cost 14,000 crowns.", Kind.EVENT, null, null),
                CorrectionKind.RATING,
                "a second paper");

        MvcResult saved = send(
                boris,
                form,
                Map.of("explanation", "The archive holds the bill of 1911.", "kind", "TYPO", "reason", "the year"));

        assertThat(said(saved)).isEqualTo("Saved together with what Reviewer A changed meanwhile: rating.");
        assertThat(jdbc.sql("select r.code || '|' || v.explanation || '|' || v.correction_kind from verdict v"
                                + " join rating r on r.id = v.rating_id where v.claim_id = :id")
                        .param("id", claim)
                        .query(String.class)
                        .single())
                .isEqualTo("true|The archive holds the bill of 1911.|typo");

        Document page = conflict(send(
                boris,
                form,
                Map.of(
                        "ratingId",
                        Long.toString(cast.rating("false")),
                        "wording",
                        "The bridge cost 15,000 crowns.",
                        "kind",
                        "RATING",
                        "reason",
                        "another paper")));
        assertThat(page.select(".conflict h2").eachText()).containsExactly("rating");
        assertThat(page.select(".conflict-sides").text()).contains("Mostly true", "True", "False");
        said(send(boris, form(page, "/correction"), Map.of("choice.ratingId", "mine")));
        assertThat(cast.stored("wording", claim)).isEqualTo("The bridge cost 15,000 crowns.");
    }

    @Test
    void aDraftThatIsTooLongOrNobodysStaysInItsFormWithTheErrorBesideIt() throws Exception {
        long claim = cast.claimInReview(anna.actor());
        Element form = form(open(anna, "/claims/" + claim), "/draft");
        String tooLong = "typed " + "x".repeat(20_000);

        MvcResult refused = send(anna, form, Map.of("explanation", tooLong, "ratingId", "99999999"));
        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(page.select("textarea[name=explanation]").val()).isEqualTo(tooLong);
        assertThat(page.select("#explanation-error").text()).contains("20000");

        MvcResult unknown = send(anna, form, Map.of("explanation", "Typed words.", "ratingId", "99999999"));
        assertThat(unknown.getResponse().getStatus()).isEqualTo(409);
        page = Jsoup.parse(unknown.getResponse().getContentAsString());
        assertThat(page.select("#verdict .errors").text()).isNotEmpty();
        assertThat(page.select("textarea[name=explanation]").val()).isEqualTo("Typed words.");

        reviews.release(anna.actor(), claim);
        reviews.take(boris.actor(), claim);
        MvcResult notMine = send(anna, form, Map.of("explanation", "Typed for nothing."));
        page = Jsoup.parse(notMine.getResponse().getContentAsString());
        assertThat(page.select("#verdict .errors").text()).contains("Somebody else has taken this claim");
        assertThat(page.select("textarea[name=explanation]").val()).isEqualTo("Typed for nothing.");
    }
}
