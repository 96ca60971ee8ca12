package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WholeApplication
class ScaleTests {

    private static final String[] FIRST = {"Right,ordered,3", "Shaky,ordered,2", "Wrong,ordered,1", "Joke,unordered,"};

    @Autowired
    Cast cast;

    @Autowired
    Reviews reviews;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oldVerdictsStayAsTheyAreWhenTheirScaleIsRenamedAndReordered() throws Exception {
        Cast.Person admin = cast.admin();
        assertThat(save(admin, "keep", "0", false, FIRST).getStatus()).isEqualTo(302);
        long claim = cast.claimInReview(admin.actor());
        cast.attach(admin.actor(), claim, "https://archive.example/scale/" + claim);
        reviews.draft(admin.actor(), claim, -1, new VerdictText(rating("keep", "shaky"), "The bill is torn."));
        reviews.publish(admin.actor(), claim);
        String page = strip(read("/verdicts/" + claim));
        String data = read("/verdicts/" + claim + "/claimreview.jsonld");
        String csv = read("/verdicts.csv?article=" + cast.stored("article_id", claim));
        assertThat(page).contains("Right", "Shaky", "Wrong");
        assertThat(data).contains("\"ratingValue\":2,\"bestRating\":3");

        MockHttpServletResponse saved =
                save(admin, "keep", "1", true, "Doubtful,ordered,3", "Right,ordered,2", "False,ordered,1");
        assertThat(saved.getStatus()).isEqualTo(302);

        assertThat(codes("keep", 2)).isEqualTo("shaky/Doubtful/3 right/Right/2 wrong/False/1");
        assertThat(strip(read("/verdicts/" + claim))).isEqualTo(page);
        assertThat(read("/verdicts/" + claim + "/claimreview.jsonld")).isEqualTo(data);
        assertThat(read("/verdicts.csv?article=" + cast.stored("article_id", claim)))
                .isEqualTo(csv);
        assertThat(desk(admin, "/claims/" + claim + "/correction").getContentAsString())
                .contains("Shaky", "Doubtful", "(keep/1)", "(keep/2)");
        retire(admin, "keep");
    }

    @Test
    void aScaleWhoseOrderAndValuesDisagreeIsRefusedWithWhatWasTyped() throws Exception {
        Cast.Person admin = cast.admin();
        MockHttpServletResponse answer = preview(admin, "odd", "0", "Right,ordered,1", "Wrong,ordered,2");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains(
                        "number 1 of 2 ordered ones, which makes its value 2", "value=\"Right\"", "rows0-value-error");
        assertThat(save(admin, "odd", "0", false, "Right,ordered,1", "Wrong,ordered,2")
                        .getStatus())
                .isEqualTo(400);
        assertThat(preview(admin, "odd", "0", "Right,ordered,", "right,ordered,")
                        .getStatus())
                .isEqualTo(400);
        assertThat(preview(admin, "odd", "0", "Right,ordered,").getStatus()).isEqualTo(400);
        assertThat(preview(admin, "desk", "0", FIRST).getContentAsString()).contains("There is a scale");
        assertThat(preview(admin, "odd", "0", "Right,ordered,", "Wrong,ordered,", "Joke,unordered,")
                        .getContentAsString())
                .contains("rating_best", "Save version 1", "data-kind=\"unordered\"");
    }

    @Test
    void theSecondToSaveSeesWhatTheFirstSet() throws Exception {
        Cast.Person admin = cast.admin();
        save(admin, "race", "0", false, FIRST);
        assertThat(save(admin, "race", "1", true, "Theirs,ordered,", "Wrong,ordered,")
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse second = save(admin, "race", "1", true, "Mine,ordered,", "Wrong,ordered,");
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("Theirs", "value=\"Mine\"");

        assertThat(rule(admin, "race", "OFF", 0).getStatus()).isEqualTo(302);
        MockHttpServletResponse stale = rule(admin, "race", "REQUIRED", 0);
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("Somebody else set this first: second review “not offered”");
        retire(admin, "race");
    }

    private MockHttpServletResponse preview(Cast.Person admin, String code, String version, String... rows)
            throws Exception {
        return send(admin, post("/scales/preview"), code, version, false, rows);
    }

    private MockHttpServletResponse save(Cast.Person admin, String code, String version, boolean coded, String... rows)
            throws Exception {
        return send(admin, post("/scales"), code, version, coded, rows);
    }

    /** Sends labels as the editor does; where they are coded, the second, first and third of the first version. */
    private MockHttpServletResponse send(
            Cast.Person admin,
            MockHttpServletRequestBuilder request,
            String code,
            String version,
            boolean coded,
            String... rows)
            throws Exception {
        String[] codes = {"shaky", "right", "wrong"};
        request.param("code", code).param("version", version).param("name", "Scale " + code);
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split(",", -1);
            request.param("rows[" + i + "].code", coded ? codes[i] : "")
                    .param("rows[" + i + "].label", cells[0])
                    .param("rows[" + i + "].kind", cells[1])
                    .param("rows[" + i + "].value", cells[2])
                    .param("rows[" + i + "].position", Integer.toString(i + 1));
        }
        return mvc.perform(request.with(user(admin.user())).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse rule(Cast.Person admin, String code, String rule, int version) throws Exception {
        return mvc.perform(post("/scales/" + code + "/rule")
                        .param("secondReview", rule)
                        .param("version", Integer.toString(version))
                        .with(user(admin.user()))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private void retire(Cast.Person admin, String code) throws Exception {
        String version = jdbc.sql("select version::text from scale_rule where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
        mvc.perform(post("/scales/" + code + "/rule")
                .param("secondReview", "OPTIONAL")
                .param("retired", "true")
                .param("version", version)
                .with(user(admin.user()))
                .with(csrf()));
    }

    private long rating(String scale, String code) {
        return jdbc.sql("select r.id from rating r join rating_scale s on s.id = r.rating_scale_id"
                        + " where s.code = :scale and r.code = :code")
                .param("scale", scale)
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private String codes(String scale, int version) {
        return jdbc.sql("""
                        select string_agg(r.code || '/' || r.label || '/' || r.value, ' ' order by r.position)
                        from rating r join rating_scale s on s.id = r.rating_scale_id
                        where s.code = :scale and s.version = :version
                        """)
                .param("scale", scale)
                .param("version", version)
                .query(String.class)
                .single();
    }

    /** The verdict itself, without the forms' tokens. */
    private static String strip(String page) {
        return page.substring(page.indexOf("<article"), page.indexOf("</article>"))
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private MockHttpServletResponse desk(Cast.Person who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who.user()))).andReturn().getResponse();
    }

    private String read(String address) throws Exception {
        MvcResult result = mvc.perform(get(address)).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult();
            result = mvc.perform(asyncDispatch(result)).andReturn();
        }
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return result.getResponse().getContentAsString();
    }
}
