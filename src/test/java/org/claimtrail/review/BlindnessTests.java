package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody but its author learns what a draft says before they have rated the claim themselves. Every answer of every
 * route is looked at from outside: for the words of the explanation, and for any difference that the rating makes.
 */
@WholeApplication
class BlindnessTests {

    private static final String SECRET = "the-ledger-of-the-quarry";

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
    JdbcClient jdbc;

    @Test
    void noAnswerTellsTheFirstRatingBeforeTheSecondIsGiven() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        List<Cast.Person> others = List.of(cast.reviewer("Reviewer Two"), cast.admin());
        for (boolean submitted : new boolean[] {false, true}) {
            long one = drafted(first, "true", submitted);
            long other = drafted(first, "mostly_false", submitted);
            Map<String, String> answers = everything(others, one);
            Map<String, String> otherAnswers = everything(others, other);
            assertThat(answers.values()).as("every route answers something").hasSizeGreaterThan(100);
            answers.forEach((what, answer) -> assertThat(answer).as(what).doesNotContain(SECRET));
            // The audit log and the checkpoints grow with each file that is read here.
            answers.keySet().removeIf(what -> what.contains("GET /audit") || what.contains("GET /checkpoints"));
            List<String> telling = answers.entrySet().stream()
                    .filter(answer -> !answer.getValue().equals(otherAnswers.get(answer.getKey())))
                    .map(answer ->
                            answer.getKey() + ": " + difference(answer.getValue(), otherAnswers.get(answer.getKey())))
                    .toList();
            assertThat(telling).as("submitted: " + submitted).isEmpty();
        }
    }

    @Test
    void thisCheckItselfSeesWhatTheAuthorSees() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        long claim = drafted(first, "true", true);
        Map<String, String> one = everything(first, claim);
        assertThat(one.values()).anyMatch(answer -> answer.contains(SECRET));
        long other = drafted(first, "mostly_false", true);
        assertThat(everything(first, other)).isNotEqualTo(one);
    }

    @Test
    void bothSeeBothWhenTheyDiffer() throws Exception {
        Cast.Person first = cast.reviewer("Reviewer One");
        Cast.Person second = cast.reviewer("Reviewer Two");
        long claim = drafted(first, "true", true, "The quarry’s books");
        seconds.rate(second.actor(), claim, new VerdictText(cast.rating("false"), "The quarry had closed."));
        for (Cast.Person reader : List.of(first, second)) {
            assertThat(read(MockMvcRequestBuilders.get("/claims/" + claim), reader)
                            .getContentAsString())
                    .contains("The quarry’s books say so", "The quarry had closed.");
        }
        assertThat(read(MockMvcRequestBuilders.get("/verdicts/" + claim), null).getStatus())
                .isEqualTo(404);
    }

    private static String difference(String one, @Nullable String other) {
        String[] lines = one.split("\n");
        String[] others = other == null ? new String[0] : other.split("\n");
        int at = Arrays.mismatch(lines, others);
        return (at < lines.length ? lines[at].strip() : "") + " / " + (at < others.length ? others[at].strip() : "");
    }

    private long drafted(Cast.Person first, String rating, boolean submitted) {
        return drafted(first, rating, submitted, SECRET);
    }

    private long drafted(Cast.Person first, String rating, boolean submitted, String words) {
        long article = cast.article(first.actor(), "The bridge opened in 1911 and cost 14,000 crowns.");
        long claim = claims.mark(
                        first.actor(), article, new Quote("cost 14,000 crowns", null, null), "The bridge cost 14,000.")
                .id();
        reviews.take(first.actor(), claim);
        cast.attach(first.actor(), claim, "https://archive.example/blind/" + claim);
        reviews.draft(first.actor(), claim, null, new VerdictText(cast.rating(rating), words + " say so."));
        reviews.draft(
                first.actor(),
                claim,
                cast.revision(claim),
                new VerdictText(cast.rating(rating), words + " say so, page 7."));
        if (submitted) {
            seconds.submit(first.actor(), claim);
        }
        return claim;
    }

    private Map<String, String> everything(List<Cast.Person> readers, long claim) throws Exception {
        Map<String, String> answers = everything((Cast.Person) null, claim);
        for (Cast.Person reader : readers) {
            answers.putAll(everything(reader, claim));
        }
        return answers;
    }

    /** All that a reader can get by asking, with the numbers, times and secrets of one request taken out. */
    private Map<String, String> everything(Cast.@Nullable Person reader, long claim) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        String who = reader == null ? "visitor" : reader.user().getAuthorities().size() == 2 ? "admin" : "reviewer";
        String article = cast.stored("article_id", claim);
        for (String pattern : routes()) {
            String path = pattern.startsWith("/articles") ? pattern.replace("{id}", article) : pattern;
            for (String asked : List.of("", "?article=" + article, "?view=waiting_for_me&article=" + article)) {
                if (!asked.isEmpty() && !path.equals("/claims")) {
                    continue;
                }
                String address = path.replace("{id}", Long.toString(claim))
                                .replace("{claimId}", Long.toString(claim))
                                .replace("{evidenceId}", evidence(claim))
                                .replace("{number}", "5")
                                .replaceAll("\\{\\w+}", "1")
                        + asked;
                for (String part : List.of("whole", "part")) {
                    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.GET, address);
                    MockHttpServletResponse answer =
                            read(part.equals("part") ? request.header("HX-Request", "true") : request, reader);
                    answers.put(
                            who + " GET " + pattern + asked.replace(article, "N") + " " + part, plain(answer, claim));
                }
            }
        }
        return answers;
    }

    private List<String> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().toString().contains("GET"))
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                // Its page shows a number of its own at every request.
                .filter(pattern -> !pattern.equals("/error"))
                .sorted()
                .toList();
    }

    private MockHttpServletResponse read(MockHttpServletRequestBuilder request, Cast.@Nullable Person reader)
            throws Exception {
        MockHttpServletRequestBuilder asked = request.with(csrf());
        MvcResult result = mvc.perform(reader == null ? asked : asked.with(user(reader.user())))
                .andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult();
            result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result)).andReturn();
        }
        return result.getResponse();
    }

    private String plain(MockHttpServletResponse answer, long claim) throws Exception {
        String headers = answer.getHeaderNames().stream()
                .sorted()
                .map(name -> name + ": " + answer.getHeaders(name))
                .collect(Collectors.joining("\n"));
        return (answer.getStatus() + "\n" + headers + "\n" + answer.getContentAsString())
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID")
                .replaceAll("Line [a-p]{32}", "LINE")
                .replaceAll("SESSION=[^;]+", "SESSION")
                .replaceAll("X-Request-Id: \\[\\w+]", "REQUEST")
                .replaceAll("(_csrf\" value|csrf-token\" content)=\"[^\"]*\"", "$1")
                .replaceAll("[0-9a-f]{64}", "SHA-256")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "INSTANT")
                .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "TIME")
                .replace(" selected=\"selected\"", "")
                .replaceAll("just now|(under a|\\d+) minutes?( ago)?", "WHEN")
                .replaceAll("(?<![\\w.])\\d+(?![\\w.])", "N");
    }

    private String evidence(long claim) {
        return jdbc.sql("select min(id)::text from evidence where claim_id = :claim")
                .param("claim", claim)
                .query(String.class)
                .single();
    }
}
