package org.claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.history.Hash;
import org.claimtrail.history.History;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.EvidenceBook;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.VerdictText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A desk of its own, in which nobody tampered but these tests. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({VerifyTests.OwnSchema.class, Cast.class})
class VerifyTests {

    private static final String SCHEMA = "verified_desk";
    private static final List<String> TABLES = List.of(
            "revision",
            "chain_head",
            "revision_log",
            "log_node",
            "checkpoint",
            "checkpoint_article",
            "claim",
            "verdict",
            "evidence",
            "article",
            "correction");

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnSchema {

        @Bean
        JdbcConnectionDetails ownSchema() throws Exception {
            PostgresForTests.Database server = PostgresForTests.database();
            try (Connection connection = server.connect()) {
                connection.createStatement().execute("create schema if not exists " + SCHEMA);
            }
            return desk();
        }
    }

    private static PostgresForTests.Database desk() throws Exception {
        PostgresForTests.Database server = PostgresForTests.database();
        String url = server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA;
        return new PostgresForTests.Database(url, server.user(), server.password());
    }

    private static long claim;
    /** The place in the log of the claim's first revision: those that the sample article proposes are before. */
    private static long first;

    @Autowired
    Cast cast;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    History history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    @BeforeEach
    void aDeskWithAHistory() {
        Cast.Person admin = cast.admin();
        if (claim != 0) {
            cast.claimInReview(admin.actor());
            checkpoints.take();
            return;
        }
        claim = cast.publishedClaim(admin.actor());
        checkpoints.take();
        first = jdbc.queryForList(
                        "select position from revision_log where claim_id = ? and number = 1", Long.class, claim)
                .get(0);
        cast.correct(
                admin.actor(), claim, "half_true", "It holds half of it.", CorrectionKind.RATING, "half is missing");
        long second = cast.claimInReview(admin.actor());
        cast.attach(admin.actor(), second, "https://archive.example/second/" + second);
        reviews.draft(admin.actor(), second, null, new VerdictText(cast.rating("true"), "A bill, page 3."));
        seconds.submit(admin.actor(), second);
        seconds.rate(
                cast.reviewer("Reviewer B").actor(), second, new VerdictText(cast.rating("true"), "The bill it is."));
        Long piece = jdbc.queryForObject("select max(id) from evidence", Long.class);
        evidence.remove(admin.actor(), claim, evidenceOf(claim), "the wrong page");
        assertThat(piece).isNotNull();
        checkpoints.take();
        cast.claimInReview(admin.actor());
        checkpoints.take();
    }

    private long evidenceOf(long of) {
        cast.attach(cast.admin().actor(), of, "https://archive.example/third/" + of, "another page");
        return jdbc.queryForList("select max(id) from evidence where claim_id = ?", Long.class, of)
                .get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.claimtrail.proof.Tamperings#ofTheDatabase")
    void namesTheFirstRowThatDoesNotFit(String what, String statements, String expected) throws Exception {
        String[] printed = new String[1];
        int status = behindTheProgramsBack(statements, List.of(), printed);
        assertThat(printed[0]).as(what).contains("DOES NOT FIT: ").contains(numbered(expected));
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aDeskThatNobodyTamperedWithFitsAndKnowsItsCheckpoints() throws Exception {
        String[] printed = new String[1];
        Checkpoint newest = checkpoints.take();
        List<Pin> pins = List.of(
                new Pin(1, checkpoints.find(1).hash()), Pin.parse(newest.hash().hex()));
        assertThat(behindTheProgramsBack("", pins, printed)).as(printed[0]).isZero();
        assertThat(printed[0])
                .contains(newest.size() + " revisions of ", "everything fits", newest.number() + ":" + newest.hash());
    }

    @Test
    void whatIsNewerThanTheNewestCheckpointIsCountedAndNotAMisfit() throws Exception {
        long newer = cast.openClaim(cast.admin().actor());
        String[] printed = new String[1];
        assertThat(behindTheProgramsBack("", List.of(), printed)).as(printed[0]).isZero();
        Long waiting = jdbc.queryForObject("select count(*) from revision_to_log", Long.class);
        assertThat(printed[0]).contains("newer than the newest checkpoint: " + waiting + " revisions, 1 articles");
        assertThat(waiting).isPositive();
        assertThat(newer).isPositive();
    }

    /** Somebody who owns the tables and computes all of it anew is found by whoever kept a checkpoint. */
    @Test
    void aHistoryThatWasComputedAnewIsFoundByACheckpointKnownFromOutside() throws Exception {
        Checkpoint known = checkpoints.take();
        String[] printed = new String[1];
        assertThat(behindTheProgramsBack("/* reseal */ /* anew */", List.of(), printed))
                .as(printed[0])
                .isZero();
        assertThat(behindTheProgramsBack(
                        "/* reseal */ /* anew */", List.of(new Pin(known.number(), known.hash())), printed))
                .isEqualTo(1);
        assertThat(printed[0])
                .contains("checkpoint %d: hash known from outside: expected %s"
                        .formatted(known.number(), known.hash().hex()));
    }

    @Test
    void theCommandReachesTheConfiguredDatabaseAndNothingElse() throws Exception {
        checkpoints.take();
        PostgresForTests.Database desk = desk();
        Printed printed = command(
                "--spring.datasource.url=" + desk.url(),
                "--spring.datasource.username=" + desk.user(),
                "--spring.datasource.password=" + desk.password());
        assertThat(printed.text()).contains("everything fits");
        assertThat(printed.status()).isZero();
        assertThat(command("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void theCommandSaysWhatItCannotRead() throws Exception {
        assertThat(command("no-such.csv")).isEqualTo(new Printed(2, "verify: the file cannot be read: no-such.csv\n"));
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\r\n1,2\r\n");
        assertThat(command(other.toString()).text()).contains("this is no revisions.csv of a desk");
        assertThat(command("--head", "12:xyz").text()).contains("--head needs NUMBER:HASH");
        assertThat(command("--what").text()).contains("usage: verify");
        assertThat(command("one", "two").status()).isEqualTo(2);
    }

    record Printed(int status, String text) {}

    static Printed command(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = new VerifyCommand(out, out).execute(List.of(args));
        return new Printed(status, bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    /** Runs statements as the owner of the tables, with triggers off, verifies, and takes all of it back. */
    private int behindTheProgramsBack(String statements, List<Pin> pins, String[] printed) throws Exception {
        try (Connection connection = desk().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            if (statements.contains("reseal")) {
                Tampering.reseal(connection, history.timeline(claim));
            }
            if (statements.contains("anew")) {
                Tampering.checkpointsAnew(connection);
            }
            if (!statements.isBlank()) {
                statement.execute(numbered(statements));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            int status = new VerifyCommand(out, out).database(connection, pins);
            printed[0] = bytes.toString(StandardCharsets.UTF_8);
            connection.rollback();
            return status;
        }
    }

    private String numbered(String template) {
        String text = template;
        Checkpoint newest = checkpoints.newest().orElseThrow();
        Long last = jdbc.queryForList("select claim_id from revision_log order by position desc limit 1", Long.class)
                .get(0);
        for (int i = 0; i < 10; i++) {
            text = text.replace(":at" + i, Long.toString(first + i));
        }
        return text.replace(":claim", Long.toString(claim))
                .replace(":last", last.toString())
                .replace(":newest", Integer.toString(newest.number()))
                .replace(":end", Long.toString(newest.size() - 1));
    }

    // ---- files ----

    private byte[] export(String address, Cast.Person reader) throws Exception {
        MvcResult started = mvc.perform(get(address).with(user(reader.user()))).andReturn();
        started.getAsyncResult();
        var answer = mvc.perform(asyncDispatch(started)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.claimtrail.proof.Tamperings#ofAFile")
    void namesTheFirstRowOfAFileThatDoesNotFit(String what, String expected) throws Exception {
        Cast.Person admin = cast.admin();
        byte[] csv = export("/revisions.csv", admin);
        byte[] tampered = Tampering.file(csv, what, claim, first);
        assertThat(tampered).isNotEqualTo(csv);
        Printed onCsv =
                command(Files.write(folder.resolve("revisions.csv"), tampered).toString());
        assertThat(onCsv.text()).contains("DOES NOT FIT: ").contains(numbered(expected));
        assertThat(onCsv.status()).isEqualTo(1);
        byte[] zip = Tampering.zip(export("/history.zip", admin), tampered);
        Printed onZip = command(Files.write(folder.resolve("history.zip"), zip).toString());
        assertThat(onZip.text()).contains("DOES NOT FIT: ").contains(numbered(expected));
        assertThat(onZip.status()).isEqualTo(1);
    }

    @Test
    void filesFitAndAreTheSameBytesAgainAndAShortenedOneIsFoundByItsHead() throws Exception {
        Cast.Person admin = cast.admin();
        for (String address : List.of("/revisions.csv", "/history.zip")) {
            byte[] first = export(address, admin);
            assertThat(export(address, admin)).isEqualTo(first);
            Path file = Files.write(folder.resolve(address.substring(1)), first);
            Checkpoint newest = checkpoints.newest().orElseThrow();
            Printed printed = command("--head", newest.number() + ":" + newest.hash(), file.toString());
            assertThat(printed.text()).contains("everything fits", newest.size() + " revisions of ");
            assertThat(printed.status()).isZero();
            assertThat(command("--head", newest.number() + ":" + Hash.ZERO, file.toString())
                            .status())
                    .isEqualTo(1);
        }
        byte[] csv = export("/revisions.csv", admin);
        Checkpoint newest = checkpoints.newest().orElseThrow();
        Path shorter = Files.write(folder.resolve("shorter.csv"), Tampering.file(csv, "removed end", claim, first));
        assertThat(command(shorter.toString()).status()).isZero();
        Printed printed = command("--head", newest.number() + ":" + newest.hash(), shorter.toString());
        assertThat(printed.text()).contains("checkpoint known from outside");
        assertThat(printed.status()).isEqualTo(1);
    }

    @Test
    void aDraftIsWithheldFromAllButItsAuthorAndTheFileStillFits() throws Exception {
        Cast.Person author = cast.reviewer("Reviewer A");
        Cast.Person other = cast.reviewer("Reviewer C");
        long drafted = cast.claimInReview(author.actor());
        reviews.draft(
                author.actor(), drafted, null, new VerdictText(cast.rating("false"), "=SUM(A1) is kept for me.\r\n"));
        byte[] own = export("/revisions.csv", author);
        byte[] others = export("/revisions.csv", other);
        assertThat(new String(own, StandardCharsets.UTF_8)).contains("is kept for me");
        assertThat(new String(others, StandardCharsets.UTF_8)).doesNotContain("is kept for me");
        assertThat(command(Files.write(folder.resolve("own.csv"), own).toString())
                        .text())
                .contains("everything fits")
                .doesNotContain("withheld");
        assertThat(command(Files.write(folder.resolve("others.csv"), others).toString())
                        .text())
                .contains("everything fits", "1 revisions withheld");
        assertThat(Tampering.cells(others)).noneMatch(cell -> cell.matches("(?s)[=+@\t\r-].*"));
    }
}
