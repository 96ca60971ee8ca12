package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strings that programs stumble over, through every form: each is stored and shown as it was typed, and none runs.
 * {@code -Dhostile.strings=FILE} tries those of a JSON file with a list of strings too.
 */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-database")
class NaughtyStringTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** After so many the claim is another, so that its history does not grow long. */
    private static final int OFTEN = 20;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Cast.@Nullable Person admin;
    private long claim;
    private long open;
    private long verdict;
    private long article;
    private int tried;

    static Stream<String> strings() throws IOException {
        Stream<String> own = Files.readAllLines(Path.of("src/test/resources/hostile/strings.txt")).stream()
                .filter(line -> !line.startsWith("# "))
                .map(NaughtyStringTests::unescaped);
        String more = System.getProperty("hostile.strings", "");
        return more.isEmpty()
                ? own
                : Stream.concat(own, List.of(JSON.readValue(Path.of(more), String[].class)).stream());
    }

    private static String unescaped(String line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader("k=\\\n" + (line.startsWith(" ") ? "\\" : "") + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return one.getProperty("k");
    }

    @BeforeEach
    void aClaimOfEachKind() {
        if (tried++ % OFTEN == 0) {
            Cast.Person person = cast.admin();
            admin = person;
            claim = cast.claimInReview(person.actor());
            cast.attach(person.actor(), claim, "https://archive.example/naughty/" + claim);
            open = cast.openClaim(person.actor());
            verdict = cast.publishedClaim(person.actor());
            article = Long.parseLong(cast.stored("article_id", claim));
        }
    }

    @ParameterizedTest
    @MethodSource("strings")
    void isStoredAndShownAsItIsAndNeverRuns(String text) throws Exception {
        String kept = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        articleDetails(text, kept);
        wording(text, kept);
        evidence(text, kept);
        draft(text, kept);
        correction(text, kept);
        comment(text, kept);
        lock(text, kept);
        dismissal(text, kept);
        keptText(text);
        search(text, kept);
        importing(text);
        if (text.contains("<") || text.contains("{") || text.contains("@")) {
            joining(text, kept);
        }
    }

    private void articleDetails(String text, String kept) throws Exception {
        MockHttpServletResponse answer = send(post("/articles/" + article)
                .param("version", String.valueOf(one("select version from article where id = " + article)))
                .param("title", text)
                .param("publisher", text)
                .param("author", text));
        if (taken(answer, kept, 200)) {
            for (String column : List.of("title", "publisher", "author")) {
                assertThat(one("select " + column + " from article where id = " + article))
                        .isEqualTo(kept);
            }
            shown(kept, "/articles/" + article, "/articles", "/claims?article=" + article);
        }
    }

    private void wording(String text, String kept) throws Exception {
        MockHttpServletResponse answer = send(post("/claims/" + claim + "/wording")
                .param("base", Integer.toString(cast.revision(claim)))
                .param("wording", text)
                .param("kind", "EVENT")
                .param("claimantName", text)
                .param("claimantRole", text));
        if (taken(answer, kept, 200)) {
            for (String column : List.of("wording", "claimant_name", "claimant_role")) {
                assertThat(cast.stored(column, claim)).isEqualTo(kept);
            }
            shown(
                    kept,
                    "/claims/" + claim,
                    "/claims/" + claim + "/edit",
                    "/claims/" + claim + "/history",
                    "/claims?article=" + article);
        }
    }

    private void evidence(String text, String kept) throws Exception {
        String id = one("select id from evidence where claim_id = " + claim);
        MockHttpServletResponse answer = send(post("/claims/" + claim + "/evidence/" + id)
                .param("base", Integer.toString(cast.revision(claim)))
                .param("title", text)
                .param("publisher", text)
                .param("stance", "REFUTES")
                .param("quotedPassage", text)
                .param("note", text));
        if (taken(answer, kept, 200)) {
            assertThat(one("select quoted_passage from evidence where id = " + id))
                    .isEqualTo(kept);
            assertThat(one("select note from evidence where id = " + id)).isEqualTo(kept);
            assertThat(one("select s.title from source s join evidence e on e.source_id = s.id where e.id = " + id))
                    .isEqualTo(kept);
            shown(kept, "/claims/" + claim, "/claims/" + claim + "/evidence/" + id + "/edit");
        }
    }

    private void draft(String text, String kept) throws Exception {
        MockHttpServletResponse answer = send(post("/claims/" + claim + "/draft")
                .param("base", Integer.toString(cast.revision(claim)))
                .param("ratingId", Long.toString(cast.rating("half_true")))
                .param("explanation", text));
        if (taken(answer, kept, 20_000)) {
            assertThat(one("select explanation from verdict where claim_id = " + claim))
                    .isEqualTo(kept);
            shown(kept, "/claims/" + claim);
        }
    }

    private void correction(String text, String kept) throws Exception {
        String rating = tried % 2 == 0 ? "true" : "false";
        MockHttpServletResponse answer = send(post("/claims/" + verdict + "/correction")
                .param("base", Integer.toString(cast.revision(verdict)))
                .param("ratingId", Long.toString(cast.rating(rating)))
                .param("explanation", text)
                .param("wording", text)
                .param("kind", "RATING")
                .param("reason", text));
        if (taken(answer, kept, 2_000)) {
            assertThat(one("select explanation from verdict where claim_id = " + verdict))
                    .isEqualTo(kept);
            assertThat(one("select note from correction where claim_id = " + verdict + " order by id desc limit 1"))
                    .isEqualTo(kept);
            shown(kept, "/verdicts/" + verdict, "/verdicts/" + verdict + "/history", "/corrections", "/verdicts");
            String json = read("/verdicts/" + verdict + "/claimreview.jsonld");
            assertThat(JSON.readTree(json).findValuesAsString("claimReviewed")).contains(kept);
        }
    }

    private void comment(String text, String kept) throws Exception {
        MockHttpServletResponse answer =
                send(post("/claims/" + claim + "/comments").param("comment", text));
        if (taken(answer, kept, 5_000)) {
            // The same words sent twice are one comment.
            assertThat(jdbc.sql("select text from comment where claim_id = :claim")
                            .param("claim", claim)
                            .query(String.class)
                            .list())
                    .contains(kept);
            shown(kept, "/claims/" + claim + "/discussion");
        }
    }

    private void lock(String text, String kept) throws Exception {
        MockHttpServletResponse answer = send(post("/claims/" + open + "/lock").param("reason", text));
        if (taken(answer, kept, 2_000)) {
            assertThat(one("select reason from moderation_entry where claim_id = " + open
                            + " order by id desc limit 1"))
                    .isEqualTo(kept);
            shown(kept, "/moderation", "/claims/" + open);
            send(delete("/claims/" + open + "/lock").param("reason", "done"));
        }
    }

    private void dismissal(String text, String kept) throws Exception {
        MockHttpServletResponse answer = send(post("/claims/" + open + "/dismissal")
                .param("why", "not_checkable")
                .param("note", text));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(one("select dismissal_note from claim where id = " + open)).isEqualTo(blank(kept) ? null : kept);
        HarmlessPage.of(read("/claims/" + open));
        send(delete("/claims/" + open + "/dismissal"));
    }

    private void keptText(String text) throws Exception {
        MockHttpServletResponse answer = send(put("/kept-texts/draft-" + claim)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsBytes(Map.of("value", text, "typedIn", "here"))));
        assertThat(answer.getStatus()).isEqualTo(204);
        String found = read("/kept-texts?key=draft-" + claim);
        assertThat(JSON.readTree(found).path("draft-" + claim).path("value").asString())
                .isEqualTo(text);
        send(delete("/kept-texts/draft-" + claim));
    }

    private void search(String text, String kept) throws Exception {
        for (String list : List.of("/claims", "/verdicts", "/articles")) {
            MockHttpServletResponse answer = mvc.perform(
                            get(list).param("q", text).with(user(person().user())))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(list).isEqualTo(200);
            HarmlessPage page = HarmlessPage.of(answer.getContentAsString());
            if (!list.equals("/articles") && !blank(kept) && kept.length() <= 200) {
                assertThat(page.shows(kept))
                        .as("%s shows what was searched", list)
                        .isTrue();
            }
        }
    }

    private void importing(String text) throws Exception {
        String whole = text + "\n" + UUID.randomUUID();
        MockHttpServletResponse answer = send(
                post("/articles").param("how", "paste").param("text", whole).param("title", "Naughty"));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(one("select text from article_revision order by id desc limit 1"))
                .isEqualTo(whole.replace("\r\n", "\n").replace('\r', '\n'));
        HarmlessPage.of(read(Objects.requireNonNull(answer.getRedirectedUrl()).replaceFirst("[?#].*", "")));
    }

    private void joining(String text, String kept) throws Exception {
        String secret = accounts.invite(person().actor(), Role.REVIEWER);
        String email = "n" + UUID.randomUUID() + "@desk.example";
        MockHttpServletResponse answer = mvc.perform(post("/invitations/" + secret)
                        .param("name", text)
                        .param("email", email)
                        .param("password", Cast.PASSWORD)
                        .param("passwordAgain", Cast.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse();
        HarmlessPage.of(answer.getContentAsString());
        if (answer.getStatus() == 302) {
            assertThat(one("select name from account where email = '" + email + "'"))
                    .isEqualTo(kept);
            HarmlessPage.of(read("/accounts"));
        } else {
            assertThat(HarmlessPage.of(answer.getContentAsString()).shows(kept)).isTrue();
        }
    }

    /** Whether the form was taken, which it is unless it holds nothing to read or too much. */
    private static boolean taken(MockHttpServletResponse answer, String kept, int max) throws Exception {
        boolean fits = !blank(kept) && kept.codePointCount(0, kept.length()) <= max;
        if (fits) {
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        } else {
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(500);
            HarmlessPage.of(answer.getContentAsString());
        }
        return fits;
    }

    private static boolean blank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private void shown(String text, String... pages) throws Exception {
        for (String page : pages) {
            assertThat(HarmlessPage.of(read(page)).shows(text))
                    .as("%s shows it", page)
                    .isTrue();
        }
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user(person().user())))
                .andReturn()
                .getResponse();
    }

    private String read(String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(address).with(user(person().user())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private Cast.Person person() {
        return Objects.requireNonNull(admin);
    }

    private @Nullable String one(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getString(1)).optional().orElse(null);
    }
}
