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
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.Arguments;
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

    /** What is done behind the program's back, and what the verifier says of it. */
    static Stream<Arguments> tamperings() {
        String reseal = "/* reseal */ ";
        String hash = "decode(repeat('ab', 32), 'hex')";
        return Stream.of(
                Arguments.of(
                        "changed row",
                        "update revision set after = jsonb_set(after, '{wording}', '\"It cost nothing.\"')"
                                + " where claim_id = :claim and number = 1",
                        "claim :claim, revision 1, position :at0: hash of what it says"),
                Arguments.of(
                        "changed reason",
                        "update revision set reason = 'no reason' where claim_id = :claim and number = 6",
                        "claim :claim, revision 6, position :at5: hash of what it says"),
                Arguments.of(
                        "another account",
                        "update revision set actor_id = (select max(id) from account) where claim_id = :claim"
                                + " and number = 2",
                        "claim :claim, revision 2, position :at1: hash of what it says"),
                Arguments.of(
                        "removed row",
                        "delete from revision where claim_id = :claim and number = 3",
                        "claim :claim, revision 3, position :at2: row"),
                Arguments.of(
                        "removed newest row",
                        "delete from revision r using chain_head h where h.claim_id = r.claim_id"
                                + " and h.number = r.number and r.claim_id = :last",
                        "claim :last, revision 2, position :end: row: expected one with hash"),
                Arguments.of(
                        "removed newest row and its head",
                        "delete from revision where claim_id = :last and number = 2;"
                                + " update chain_head h set number = 1, hash = r.hash from revision r"
                                + " where r.claim_id = h.claim_id and r.number = 1 and h.claim_id = :last",
                        "claim :last, revision 2, position :end: row: expected one with hash"),
                Arguments.of(
                        "removed newest row, its head and its place in the log",
                        "delete from revision where claim_id = :last and number = 2;"
                                + " update chain_head h set number = 1, hash = r.hash from revision r"
                                + " where r.claim_id = h.claim_id and r.number = 1 and h.claim_id = :last;"
                                + " delete from revision_log where claim_id = :last and number = 2;"
                                + " update claim set state = 'open', assignee_id = null where id = :last",
                        "checkpoint :newest: number of revisions that it covers"),
                Arguments.of(
                        "removed whole claim",
                        "delete from revision where claim_id = :last",
                        "claim :last, revision 1, position "),
                Arguments.of(
                        "swapped rows",
                        "update revision set number = number + 100 where claim_id = :claim and number in (2, 3);"
                                + " update revision set number = 105 - number where claim_id = :claim and number > 100",
                        "claim :claim, revision 2, position :at1: hash of the one before"),
                Arguments.of(
                        "swapped places in the log",
                        "update revision_log set position = position + 1000 where position in (1, 2);"
                                + " update revision_log set position = 1003 - position where position > 1000",
                        "checkpoint 1: root over revisions (its new revisions are at positions 0 to"),
                Arguments.of("recomputed chain", reseal, "claim :claim, revision 1, position :at0: hash in the log"),
                Arguments.of(
                        "recomputed chain, and its hashes in the log",
                        reseal + "update revision_log l set hash = r.hash from revision r"
                                + " where r.claim_id = l.claim_id and r.number = l.number",
                        "checkpoint 1: root over revisions"),
                Arguments.of(
                        "altered root",
                        "update checkpoint set root = " + hash + " where number = 2",
                        "checkpoint 2: root over revisions"),
                Arguments.of(
                        "altered instant of a checkpoint",
                        "update checkpoint set at = at - interval '1 day' where number = 2",
                        "checkpoint 2: hash: expected"),
                Arguments.of(
                        "altered size",
                        "update checkpoint set size = size - 1 where number = 2",
                        "checkpoint 2: root over revisions"),
                Arguments.of(
                        "altered digest of articles",
                        "update checkpoint set outside = " + hash + " where number = 2",
                        "checkpoint 2: digest of articles"),
                Arguments.of(
                        "altered chain of checkpoints",
                        "update checkpoint set previous = " + hash + " where number = 2",
                        "checkpoint 2: hash of the one before"),
                Arguments.of(
                        "removed checkpoint",
                        "delete from checkpoint_article where checkpoint = 2; delete from checkpoint where number = 2",
                        "checkpoint 2: number: expected 2, found 3"),
                Arguments.of(
                        "removed newest checkpoint",
                        "delete from checkpoint_article where checkpoint = :newest;"
                                + " delete from checkpoint where number = :newest",
                        "the log goes on after the last checkpoint"),
                Arguments.of(
                        "row that never came into the log",
                        "delete from revision_log where claim_id = :last and number = 2",
                        "claim :last, revision 2: place in the log"),
                Arguments.of(
                        "changed wording of a claim",
                        "update claim set wording = 'It cost nothing.' where id = :claim",
                        "claim :claim: wording as the claim, evidence and verdict tables have it:"
                                + " expected “The bridge cost 14,000 crowns.”, found “It cost nothing.”"),
                Arguments.of(
                        "changed verdict",
                        "update verdict set explanation = 'It holds all of it.' where claim_id = :claim",
                        "claim :claim: verdict.explanation as the"),
                Arguments.of(
                        "removed evidence",
                        "update evidence set removed = true where claim_id = :claim",
                        ".address as the claim, evidence and verdict tables have it"),
                Arguments.of(
                        "changed name",
                        "update revision set actor_name = 'Somebody Else' where claim_id = :claim and number = 3",
                        "claim :claim, revision 3: name of account "),
                Arguments.of(
                        "changed name that is marked as erased",
                        "update revision set actor_name = 'Former reviewer 7', name_erased = true"
                                + " where claim_id = :claim and number = 3",
                        "claim :claim, revision 3: mark that a name was erased: expected none, found one"),
                Arguments.of(
                        "changed name of a reviewer, in the verdict too",
                        "update revision set after = jsonb_set(after, '{verdict.reviewer}', '\"Somebody Else\"')"
                                + " where claim_id = :claim and after ->> 'verdict.reviewer' is not null;"
                                + " update verdict set first_reviewer_name = 'Somebody Else' where claim_id = :claim",
                        "name of a reviewer: expected somebody who worked on the claim, found Somebody Else"),
                Arguments.of(
                        "changed name, in the account too",
                        "update revision set actor_name = 'Former reviewer 7', name_erased = true"
                                + " where actor_id = (select min(id) from account);"
                                + " update account set name = 'Former reviewer 7', email = null, password_hash = null,"
                                + " status = 'erased' where id = (select min(id) from account)",
                        ": erasure: expected none, found erased, Former reviewer 7"),
                Arguments.of(
                        "changed article",
                        "update article set title = 'Another title' where id = (select min(id) from article);"
                                + " delete from article_to_log",
                        "digest of its details and texts"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
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

    static Stream<Arguments> fileTamperings() {
        return Stream.of(
                Arguments.of("changed row", "revision 6, position :at5: hash of what it says"),
                Arguments.of("changed name", "revision 6, position :at5: name of account "),
                Arguments.of("name marked as erased", "revision 6, position :at5: name that was erased"),
                Arguments.of("removed row", "row: expected revision 3, found revision 4"),
                Arguments.of("removed newest row", "number of revisions that it covers"),
                Arguments.of("swapped rows", "revision 3, position :at2: row: expected revision 2, found revision 3"),
                Arguments.of("swapped contents", "revision 2, position :at1: hash of"),
                Arguments.of("recomputed chain", "checkpoint 1: root over revisions"),
                Arguments.of("altered checkpoint", "checkpoint 2: root over revisions"),
                Arguments.of("altered and sealed checkpoint", "checkpoint 2: root over revisions"),
                Arguments.of("removed checkpoint", "checkpoint 2: number: expected 2, found 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fileTamperings")
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
