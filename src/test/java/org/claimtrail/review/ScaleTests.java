package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Rating scales in an admin's hands: versions are added, and what was published keeps its own. */
@WholeApplication
class ScaleTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void onlyTheDesksOwnIsOffered() {
        jdbc.sql("update scale_rule set retired = true where code <> 'desk'").update();
    }

    @Test
    void aRenamedAndReorderedScaleLeavesOldVerdictsAsTheyWere() throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Stars");
        long claim = publishedOn(code, "Good", admin);
        Map<String, String> before = published(claim);

        MockHttpServletResponse stored =
                send(form("/scales/" + code, "Stars", 1, "good|Fine|2", "poor|Poor|3", "best|Best|1"), admin);
        assertThat(stored.getContentAsString()).contains("Order and value disagree");
        stored = send(form("/scales/" + code, "Stars", 1, "best|Splendid|3", "poor|Passable|2", "good|Weak|1"), admin);
        assertThat(stored.getRedirectedUrl()).isEqualTo("/scales");

        assertThat(labels(code)).containsExactly("Splendid 3", "Passable 2", "Weak 1");
        assertThat(published(claim)).isEqualTo(before);
        assertThat(before.get("/verdicts/" + claim)).contains("Good").doesNotContain("Weak");
        assertThat(before.get("/verdicts.csv")).contains(",stars").contains(",Good,2,3,1,");
    }

    @Test
    void theDraftOfAnEarlierVersionKeepsItsLabelAmongTheChoices() throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Marks");
        long claim = publishedOn(code, "Good", admin);
        send(form("/scales/" + code, "Marks", 1, "best|Top|2", "poor|Bottom|1"), admin);

        String page = send(get("/claims/" + claim + "/correction"), admin).getContentAsString();

        assertThat(page).contains(">Good<", ">Top<", ">Bottom<").doesNotContain(">Poor<");
        assertThat(page).contains("Marks 1");
    }

    @Test
    void aScaleWhoseOrderAndValuesDisagreeIsRefusedBesideTheField() throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Grades");
        MockHttpServletResponse refused = send(
                form("/scales/" + code + "/preview", "Grades", 1, "best|Best|1", "good|Good|2", "poor|Poor|3"), admin);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains("Order and value disagree: at this place the value is 3.")
                .contains("value-error-1")
                .contains("value=\"Best\"");
        assertThat(send(form("/scales/" + code + "/preview", "Grades", 1, "best|Same|2", "good|same|1"), admin)
                        .getContentAsString())
                .contains("stands in the scale twice");
        assertThat(labels(code)).containsExactly("Best 3", "Good 2", "Poor 1");
    }

    @ParameterizedTest
    @CsvSource({
        "rows[0].value, three",
        "rows[0].value, 99999999999",
        "rows[1].place, first",
        "rows[0].kind, NONSENSE",
        "rows, nonsense",
        "version, abc",
    })
    void whatIsNoNumberOrKindIsRefusedAndStays(String field, String typed) throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Typed " + field.replaceAll("\\W", "") + typed.length());
        for (String where : List.of("/preview", "")) {
            MockHttpServletRequestBuilder form = post("/scales/" + code + where)
                    .param("name", "Typed anew")
                    .param("version", field.equals("version") ? typed : "1");
            for (int row = 0; row < 2; row++) {
                String at = "rows[" + row + "].";
                form.param(at + "label", "Label " + row)
                        .param(at + "place", field.equals(at + "place") ? typed : "" + (row + 1))
                        .param(at + "kind", field.equals(at + "kind") ? typed : "ORDERED")
                        .param(at + "value", field.equals(at + "value") ? typed : "" + (2 - row));
            }
            if (field.equals("rows")) {
                form.param("rows", typed);
            }
            MockHttpServletResponse answer = send(form, admin);
            assertThat(answer.getStatus()).as(where).isLessThan(500);
            assertThat(answer.getContentAsString()).doesNotContain("Exception");
            if (field.contains("].")) {
                assertThat(answer.getStatus()).isEqualTo(400);
                assertThat(answer.getContentAsString()).contains("Typed anew", "This value cannot be taken here.");
                assertThat(labels(code)).containsExactly("Best 3", "Good 2", "Poor 1");
            }
        }
    }

    @Test
    void thePreviewStoresNothingAndSaysWhatWillChange() throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Steps");
        String preview = send(form("/scales/" + code + "/preview", "Steps", 1, "best|Splendid|2", "good|Good|1"), admin)
                .getContentAsString();
        assertThat(preview)
                .contains("Preview of Steps", "Splendid", "Best", "Left out from now on: Poor.", "version 2");
        assertThat(labels(code)).containsExactly("Best 3", "Good 2", "Poor 1");
    }

    @Test
    void ofTwoAdminsTheSecondIsToldOfTheFirst() throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Levels");
        send(form("/scales/" + code, "Levels", 1, "best|High|2", "good|Low|1"), admin);
        MockHttpServletResponse late = send(form("/scales/" + code, "Levels", 1, "best|Up|2", "good|Down|1"), admin);
        assertThat(late.getStatus()).isEqualTo(400);
        assertThat(late.getContentAsString()).contains("made version 2 meanwhile", "value=\"Up\"");

        send(rule(code, 0, "REQUIRED", false), admin);
        assertThat(send(rule(code, 0, "OFF", false), admin).getContentAsString())
                .contains("Somebody else changed this rule meanwhile, to: Required.");
        assertThat(jdbc.sql("select second_review from scale_rule where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .isEqualTo("required");
    }

    @Test
    void aRetiredScaleIsNotOfferedAndTheLastOneStays() throws Exception {
        Cast.Person admin = cast.admin();
        String code = made(admin, "Old marks");
        send(rule(code, 0, "OPTIONAL", true), admin);
        long claim = cast.claimInReview(admin.actor());
        assertThat(send(get("/claims/" + claim), admin).getContentAsString()).doesNotContain(">Splendid of old marks<");
        jdbc.sql("update scale_rule set retired = true where code <> 'desk'").update();
        assertThat(send(rule("desk", ruleVersion(), "OPTIONAL", true), admin).getContentAsString())
                .contains("At least one scale stays in use.");
    }

    private int ruleVersion() {
        return jdbc.sql("select version from scale_rule where code = 'desk'")
                .query(Integer.class)
                .single();
    }

    private String made(Cast.Person admin, String name) throws Exception {
        send(form("/scales/new", name, 0, "|Best|3", "|Good|2", "|Poor|1"), admin);
        return jdbc.sql("select code from rating_scale where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private List<String> labels(String code) {
        return jdbc.sql("""
                        select r.label || ' ' || r.value from rating r join rating_scale s on s.id = r.rating_scale_id
                        where s.code = :code
                          and s.version = (select max(version) from rating_scale where code = :code) order by r.position
                        """).param("code", code).query(String.class).list();
    }

    private long publishedOn(String code, String label, Cast.Person who) throws Exception {
        long claim = cast.claimInReview(who.actor());
        cast.attach(who.actor(), claim, "https://archive.example/" + claim);
        long rating = jdbc.sql("""
                        select r.id from rating r join rating_scale s on s.id = r.rating_scale_id
                        where s.code = :code and r.label = :label
                        """)
                .param("code", code)
                .param("label", label)
                .query(Long.class)
                .single();
        send(
                post("/claims/" + claim + "/draft")
                        .param("base", "1")
                        .param("ratingId", Long.toString(rating))
                        .param("explanation", "The bill says so.")
                        .param("publish", "true"),
                who);
        assertThat(cast.stored("state", claim)).isEqualTo("published");
        return claim;
    }

    /** What readers and programs get of a verdict. */
    private Map<String, String> published(long claim) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String address : List.of(
                "/verdicts/" + claim,
                "/verdicts/" + claim + "/history",
                "/verdicts/" + claim + "/claimreview.jsonld")) {
            answers.put(address, plain(mvc.perform(get(address)).andReturn().getResponse()));
        }
        MvcResult csv = mvc.perform(get("/verdicts.csv")
                        .param("article", cast.stored("article_id", claim))
                        .param("profile", "data"))
                .andReturn();
        csv.getAsyncResult();
        answers.put(
                "/verdicts.csv",
                plain(mvc.perform(asyncDispatch(csv)).andReturn().getResponse()));
        return answers;
    }

    private static String plain(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("just now|\\d+ minutes? ago", "");
    }

    /** @param rows each as code, label and value, with bars between them */
    private static MockHttpServletRequestBuilder form(String address, String name, int version, String... rows) {
        MockHttpServletRequestBuilder request =
                post(address).param("name", name).param("version", Integer.toString(version));
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\\|");
            request.param("rows[" + i + "].code", cells[0])
                    .param("rows[" + i + "].place", Integer.toString(i + 1))
                    .param("rows[" + i + "].label", cells[1])
                    .param("rows[" + i + "].kind", "ORDERED")
                    .param("rows[" + i + "].value", cells[2]);
        }
        return request;
    }

    private static MockHttpServletRequestBuilder rule(String code, int version, String rule, boolean retired) {
        return post("/scales/" + code + "/rule")
                .param("version", Integer.toString(version))
                .param("rule", rule)
                .param("retired", Boolean.toString(retired));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Cast.Person who) throws Exception {
        return mvc.perform(request.with(csrf()).with(user(who.user())))
                .andReturn()
                .getResponse();
    }
}
