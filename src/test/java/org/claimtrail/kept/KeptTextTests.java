package org.claimtrail.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed is kept on the server for its writer, until it is saved. */
@WholeApplication
class KeptTextTests {

    private static final String KEY = "draft-7-explanation";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Cast.Person anna;

    @BeforeEach
    void aReviewer() {
        anna = cast.reviewer("Reviewer A");
    }

    private int keep(Cast.Person who, String key, @Nullable String value, String window) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("base", 3, "typedIn", window));
        body.put("value", value);
        return mvc.perform(put("/kept-texts/" + key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body))
                        .with(csrf())
                        .with(user(who.user())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private JsonNode kept(Cast.Person who, String... keys) throws Exception {
        return json.readTree(mvc.perform(get("/kept-texts").param("key", keys).with(user(who.user())))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void whatWasTypedLastComesBackToItsWriterAndToNobodyElse() throws Exception {
        assertThat(keep(anna, KEY, "The bill says", "w1")).isEqualTo(204);
        assertThat(keep(anna, KEY, "The bill \"says\" 🕊️\nso", "w1")).isEqualTo(204);

        JsonNode found = kept(anna, KEY, "draft-8-explanation");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(KEY).get("value").asString()).isEqualTo("The bill \"says\" 🕊️\nso");
        assertThat(found.get(KEY).get("base").asInt()).isEqualTo(3);
        assertThat(found.get(KEY).get("age").asLong()).isBetween(0L, 60_000L);
        assertThat(kept(anna, "draft-*").size()).isEqualTo(1);
        assertThat(kept(anna, "%", "draft-7%", "*").size()).isZero();

        assertThat(kept(cast.reviewer("Reviewer B"), KEY).size()).isZero();
        assertThat(kept(cast.admin(), "draft-*").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Draft-7", "draft_7", "draft.7", "draft-*"})
    void aKeyOfAnotherFormIsRefused(String key) throws Exception {
        assertThat(keep(anna, key, "words", "w1")).isEqualTo(400);
    }

    @Test
    void whatCannotBeStoredIsRefused() throws Exception {
        assertThat(keep(anna, KEY, "🕊".repeat(20_000), "w1")).isEqualTo(204);
        assertThat(keep(anna, KEY, "x".repeat(20_001), "w1")).isEqualTo(400);
        assertThat(keep(anna, KEY, "a\0b", "w1")).isEqualTo(400);
        assertThat(keep(anna, KEY, null, "w1")).isEqualTo(400);
        assertThat(keep(anna, KEY, "words", "a window")).isEqualTo(400);
        assertThat(keep(anna, "k".repeat(101), "words", "w1")).isEqualTo(400);
    }

    @Test
    void theNewestTwoHundredOfAPersonAreKeptForThirtyDays() throws Exception {
        jdbc.sql("insert into kept_text (account_id, key, value, typed_in, saved_at)"
                        + " select :account, 'old-' || n, 'x', 'w1', now() - n * interval '1 minute'"
                        + " from generate_series(1, 210) n")
                .param("account", anna.actor().id())
                .update();
        Cast.Person boris = cast.reviewer("Reviewer B");
        jdbc.sql("insert into kept_text (account_id, key, value, typed_in, saved_at)"
                        + " values (:account, 'older', 'x', 'w1', now() - interval '31 days')")
                .param("account", boris.actor().id())
                .update();

        keep(anna, KEY, "new", "w1");

        assertThat(kept(anna, "old-*", KEY).size()).isEqualTo(200);
        assertThat(kept(anna, "old-199", KEY).size()).isEqualTo(2);
        assertThat(kept(anna, "old-200").size()).isZero();
        assertThat(kept(boris, "older").size()).isZero();
    }

    @Test
    void aSaveForgetsWhatItsWindowTypedAndNotWhatAnotherTypedSince() throws Exception {
        long claim = cast.claimInReview(anna.actor());
        String explanation = "draft-" + claim + "-explanation";
        List<String> left = new ArrayList<>();
        for (String[] typed : new String[][] {
            {"w1", "an older state of it"}, {"w2", "The bill says so.\nIt does."}, {"w2", "something else"}
        }) {
            keep(anna, explanation, typed[1], typed[0]);
            keep(anna, "wording-" + claim + "-text", "of another form", "w1");
            mvc.perform(post("/claims/" + claim + "/draft")
                    .param("explanation", "The bill says so.\r\nIt does.")
                    .param("base", Integer.toString(cast.revision(claim)))
                    .param("typedIn", "w1")
                    .with(csrf())
                    .with(user(anna.user())));
            kept(anna, explanation, "wording-" + claim + "-text")
                    .properties()
                    .forEach(entry -> left.add(entry.getValue().get("value").asString()));
        }
        assertThat(left).containsExactly("of another form", "of another form", "something else", "of another form");
    }

    @Test
    void aRefusedSaveForgetsNothing() throws Exception {
        long claim = cast.claimInReview(anna.actor());
        String key = "draft-" + claim + "-explanation";
        keep(anna, key, "typed", "w1");
        mvc.perform(post("/claims/" + claim + "/draft")
                .param("explanation", "typed")
                .param("ratingId", "99999999")
                .param("typedIn", "w1")
                .with(csrf())
                .with(user(anna.user())));
        assertThat(kept(anna, key).size()).isEqualTo(1);
    }

    @Test
    void aTextCanBeDiscarded() throws Exception {
        keep(anna, KEY, "typed", "w1");
        mvc.perform(
                delete("/kept-texts/" + KEY).param("typedIn", "w2").with(csrf()).with(user(anna.user())));
        assertThat(kept(anna, KEY).size()).isEqualTo(1);
        mvc.perform(delete("/kept-texts/" + KEY).with(csrf()).with(user(anna.user())));
        assertThat(kept(anna, KEY).size()).isZero();
    }

    @Test
    void whatCannotBeKeptWithoutASessionIsNotShownAfterSigningIn() throws Exception {
        var answer = mvc.perform(delete("/kept-texts/" + KEY)
                        .header("Sec-Fetch-Site", "same-origin")
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in");
    }
}
