package org.claimtrail.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Wording;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.VerdictText;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@WholeApplication
class ExportTests {

    /** What spreadsheets, parsers and readers of CSV stumble over. */
    private static final List<String> AWKWARD = List.of(
            "=1+1",
            "+49 30 1234",
            "-5 degrees",
            "@reader",
            "\"quoted\", with commas; and; semicolons",
            "two\nlines",
            "emoji 🕊️ and 👩‍🚀",
            "right \u202eto left\u202c and \u200f mark",
            "\u2028line separator and \ufeff mark",
            "null",
            "'apostrophe",
            "Ünïcödé — “curly” ‚low‘ …");

    @Autowired
    Cast cast;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Reviews reviews;

    @Autowired
    Articles articles;

    @Autowired
    Moderation moderation;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void holdsTheColumnsOfTheSchemaAndWhatIsStored() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer, \"A\"");
        long claim = cast.publishedClaim(reviewer.actor());
        NamedCsvRecord row = row(read("/verdicts.csv?article=" + cast.stored("article_id", claim)), claim);
        assertThat(row.getHeader()).containsExactlyElementsOf(VerdictCsv.COLUMNS);
        assertThat(row.getField("schema_version")).isEqualTo("1");
        assertThat(row.getField("claim_text")).isEqualTo("The bridge cost 14,000 crowns.");
        assertThat(row.getField("anchor_exact")).isEqualTo("cost 14,000 crowns");
        assertThat(row.getField("anchor_start")).isEqualTo("30");
        assertThat(row.getField("anchor_end")).isEqualTo("48");
        assertThat(row.getField("rating_code")).isEqualTo("mostly_true");
        assertThat(row.getField("rating_value")).isEqualTo("4");
        assertThat(row.getField("rating_best")).isEqualTo("5");
        assertThat(row.getField("rating_worst")).isEqualTo("1");
        assertThat(row.getField("first_reviewer")).isEqualTo("Reviewer, \"A\"");
        assertThat(row.getField("second_reviewer")).isEmpty();
        assertThat(row.getField("status")).isEqualTo("published");
        assertThat(row.getField("sources_count")).isEqualTo("1");
        assertThat(row.getField("claim_revision")).isEqualTo("5");
        assertThat(row.getField("claim_url")).isEqualTo("http://localhost/verdicts/" + claim);
    }

    @Test
    void keepsEveryCharacter() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        for (String text : AWKWARD) {
            long claim = cast.publishedClaim(reviewer.actor());
            correct(reviewer, claim, "half_true", text, text);
            String query = "article=" + cast.stored("article_id", claim);
            NamedCsvRecord plain = row(read("/verdicts.csv?" + query), claim);
            assertThat(plain.getField("claim_text")).isEqualTo(text);
            assertThat(plain.getField("rating_explanation")).isEqualTo(text);
            byte[] sheet = read("/verdicts.csv?profile=spreadsheet&" + query);
            assertThat(new String(sheet, StandardCharsets.UTF_8)).startsWith("\uFEFFschema_version");
            NamedCsvRecord guarded = row(sheet, claim);
            assertThat(guarded.getField("schema_version")).isEqualTo("1s");
            String expected = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            assertThat(guarded.getField("claim_text")).isEqualTo(expected);
        }
    }

    @Test
    void everyLineEndsWithCrLfAndSealsItsOtherCells() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.publishedClaim(reviewer.actor());
        String file =
                new String(read("/verdicts.csv?article=" + cast.stored("article_id", claim)), StandardCharsets.UTF_8);
        String[] lines = file.split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[2]).isEmpty();
        int last = lines[1].lastIndexOf(',');
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(lines[1].substring(0, last).getBytes(StandardCharsets.UTF_8));
        assertThat(lines[1].substring(last + 1)).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void theSameHistoryGivesTheSameBytesAndEveryChangeAnotherHead() throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        long article = Long.parseLong(cast.stored("article_id", claim));
        String address = "/verdicts.csv?article=" + article;
        byte[] first = read(address);
        assertThat(read(address)).isEqualTo(first);
        String head = row(first, claim).getField("history_head");

        articles.describe(admin.actor(), article, 0, new ArticleDetails("Another title", null, null, null, null));
        NamedCsvRecord described = row(read(address), claim);
        assertThat(described.getField("article_title")).isEqualTo("Another title");
        assertThat(described.getField("history_head")).isNotEqualTo(head);

        cast.openClaim(admin.actor());
        assertThat(row(read(address), claim).getField("history_head")).isNotEqualTo(described.getField("history_head"));
    }

    @Test
    void holdsOnlyWhatIsPublic() throws Exception {
        Cast.Person admin = cast.admin();
        long published = cast.publishedClaim(admin.actor());
        long hidden = cast.publishedClaim(admin.actor());
        moderation.hide(admin.actor(), hidden, true, "a name stands in it");
        long withdrawn = cast.publishedClaim(admin.actor());
        moderation.withdraw(admin.actor(), withdrawn, "its source was forged");
        long inReview = cast.claimInReview(admin.actor());
        reviews.draft(admin.actor(), inReview, null, new VerdictText(cast.rating("true"), "a draft nobody sees yet"));
        String file = new String(read("/verdicts.csv"), StandardCharsets.UTF_8);
        List<String> ids = CsvReader.builder().ofNamedCsvRecord(file).stream()
                .map(row -> row.getField("claim_id"))
                .toList();
        assertThat(ids)
                .contains(Long.toString(published))
                .doesNotContain(Long.toString(hidden), Long.toString(withdrawn), Long.toString(inReview))
                .isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));
        assertThat(file).doesNotContain("a draft nobody sees yet");
    }

    @Test
    void takesTheFiltersOfTheListAndNamesThemInTheFileAndInTheAuditLog() throws Exception {
        Cast.Person one = cast.reviewer("Reviewer One");
        Cast.Person two = cast.reviewer("Reviewer Two");
        long first = cast.publishedClaim(one.actor());
        long second = cast.publishedClaim(two.actor());
        correct(two, second, "false", "It cost 41,000.", "The bridge cost 14,000 crowns.");
        String query = "?rating=false&status=corrected&reviewer=" + two.actor().id() + "&from=2020-01-01&to=2099-12-31";
        MockHttpServletResponse answer = answer("/verdicts.csv" + query, one);
        List<String> ids =
                CsvReader.builder().ofNamedCsvRecord(answer.getContentAsString(StandardCharsets.UTF_8)).stream()
                        .map(row -> row.getField("claim_id"))
                        .toList();
        assertThat(ids).containsExactly(Long.toString(second)).doesNotContain(Long.toString(first));
        assertThat(answer.getHeader("Content-Disposition"))
                .contains("verdicts_rating-false_reviewer-" + two.actor().id()
                        + "_from-2020-01-01_to-2099-12-31_status-corrected.csv");
        assertThat(jdbc.sql("select actor_name || ' ' || (details->>'rows') || ' ' || (details->>'rating')"
                                + " from audit_entry where action = 'exported' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Reviewer One 1 false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-13-01", "status=open", "article=the-first", "reviewer=me"})
    void refusesAFilterThatIsNoneOfItsKindInsteadOfLeavingItOut(String query) throws Exception {
        for (String page : List.of("/verdicts.csv?", "/verdicts?")) {
            MockHttpServletResponse answer =
                    mvc.perform(get(page + query)).andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentAsString())
                    .contains(query.substring(0, query.indexOf('=')), query.substring(query.indexOf('=') + 1));
        }
    }

    @Test
    void theHeadIsTheNewestCheckpointWhateverTheAddressOfTheDesk() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.publishedClaim(reviewer.actor());
        String query = "/verdicts.csv?article=" + cast.stored("article_id", claim);
        MvcResult started = mvc.perform(
                        get(query).header("Host", "other.example").with(request -> {
                            request.setServerName("other.example");
                            return request;
                        }))
                .andReturn();
        started.getAsyncResult();
        NamedCsvRecord other = row(
                mvc.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsByteArray(), claim);
        NamedCsvRecord here = row(read(query), claim);
        assertThat(other.getField("claim_url")).isNotEqualTo(here.getField("claim_url"));
        assertThat(other.getField("history_head"))
                .isEqualTo(here.getField("history_head"))
                .isEqualTo(checkpoints.newest().orElseThrow().hash().hex());
    }

    @Test
    void feedsNameTheNewestCheckpoint() throws Exception {
        cast.publishedClaim(cast.reviewer("Reviewer A").actor());
        Checkpoint newest = checkpoints.take();
        for (String feed : List.of("/verdicts.atom", "/corrections.atom")) {
            String xml = mvc.perform(get(feed)).andReturn().getResponse().getContentAsString();
            assertThat(Jsoup.parse(xml, Parser.xmlParser()).select("feed > history|checkpoint"))
                    .singleElement()
                    .satisfies(named -> {
                        assertThat(named.attr("number")).isEqualTo(Integer.toString(newest.number()));
                        assertThat(named.text()).isEqualTo(newest.hash().hex());
                    });
        }
    }

    private void correct(Cast.Person reviewer, long claim, String rating, String explanation, String wording) {
        reviews.correct(
                reviewer.actor(),
                claim,
                cast.revision(claim),
                new VerdictText(cast.rating(rating), explanation),
                new Wording(wording, Kind.EVENT, null, null),
                CorrectionKind.RATING,
                "for the test");
    }

    private byte[] read(String address) throws Exception {
        return answer(address, null).getContentAsByteArray();
    }

    private MockHttpServletResponse answer(String address, Cast.@Nullable Person reader) throws Exception {
        var request = reader == null ? get(address) : get(address).with(user(reader.user()));
        MvcResult started = mvc.perform(request).andReturn();
        started.getAsyncResult();
        MockHttpServletResponse answer =
                mvc.perform(asyncDispatch(started)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/csv");
        return answer;
    }

    private static NamedCsvRecord row(byte[] file, long claim) {
        return CsvReader.builder()
                .allowExtraFields(false)
                .allowMissingFields(false)
                .detectBomHeader(true)
                .ofNamedCsvRecord(new ByteArrayInputStream(file))
                .stream()
                .filter(row -> row.getField("claim_id").equals(Long.toString(claim)))
                .findFirst()
                .orElseThrow();
    }
}
