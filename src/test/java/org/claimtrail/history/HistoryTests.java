package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Dismissal;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Wording;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.EvidenceBook;
import org.claimtrail.review.Restorations;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.VerdictText;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@WholeApplication
class HistoryTests {

    @Autowired
    Cast cast;

    @Autowired
    Claims claims;

    @Autowired
    Reviews reviews;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    Restorations restorations;

    @Autowired
    Moderation moderation;

    @Autowired
    History history;

    /** As the owner of the tables: the program itself may not even try. */
    final JdbcTemplate jdbc = PostgresForTests.owner();

    @Autowired
    MockMvc mvc;

    @Test
    void eachVerbIsOneRowWithItsActorReasonAndChange() {
        Cast.Person admin = cast.admin();
        long claim = cast.claimInReview(admin.actor());
        claims.reword(
                admin.actor(),
                claim,
                cast.revision(claim),
                new Wording("The bridge cost 14,000 crowns in 1911.", Kind.QUANTITY, "the mayor", null));
        cast.attach(admin.actor(), claim, "https://archive.example/" + claim);
        reviews.draft(admin.actor(), claim, null, new VerdictText(cast.rating("mostly_true"), "The bill says so."));
        reviews.publish(admin.actor(), claim);
        reviews.correct(
                admin.actor(),
                claim,
                cast.revision(claim),
                new VerdictText(cast.rating("true"), "The bill says so, and the archive too."),
                new Wording("The bridge cost 14,000 crowns in 1911.", Kind.QUANTITY, "the mayor", null),
                CorrectionKind.TYPO,
                "a second paper was found");
        moderation.hide(admin.actor(), claim, true, "a name stands in it");
        moderation.hide(admin.actor(), claim, false, "the name is gone");
        moderation.lock(admin.actor(), claim, true, "quarrel");
        moderation.lock(admin.actor(), claim, false, "quarrel over");
        restorations.restore(admin.actor(), claim, 6, "the second paper is forged");
        moderation.withdraw(admin.actor(), claim, "both papers are forged");

        List<Revision> rows = history.timeline(claim);
        assertThat(rows)
                .extracting(Revision::action)
                .containsExactly(
                        "marked",
                        "taken",
                        "reworded",
                        "evidence_attached",
                        "drafted",
                        "published_without_second_review",
                        "corrected",
                        "hidden",
                        "shown",
                        "locked",
                        "unlocked",
                        "restored",
                        "withdrawn");
        assertThat(rows)
                .extracting(Revision::actorId)
                .containsOnly(admin.actor().id());
        Revision corrected = rows.get(6);
        assertThat(corrected.reason()).isEqualTo("a second paper was found");
        assertThat(corrected.before().get("verdict.rating")).isEqualTo("Mostly true");
        assertThat(corrected.after().get("verdict.rating")).isEqualTo("True");
        assertThat(corrected.after().get("verdict.correction")).isEqualTo("rating");
        assertThat(history.at(claim, 12).get("verdict.rating")).isEqualTo("Mostly true");
        assertThat(history.at(claim, 12).get("verdict.explanation")).isEqualTo("The bill says so.");
        assertThat(history.at(claim, 1).get("verdict.rating")).isNull();
        assertThat(History.lastTouched(rows)).extractingByKey("wording").isEqualTo(rows.get(2));
        assertThat(history.firstBroken(claim)).isEmpty();
    }

    @Test
    void doingTheSameAgainAddsNoRow() {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.publishedClaim(reviewer.actor());
        int rows = history.timeline(claim).size();
        reviews.publish(reviewer.actor(), claim);
        cast.attach(reviewer.actor(), claim, "https://archive.example/" + claim + "?utm_source=x#top", "again");
        assertThat(history.timeline(claim)).hasSize(rows);
    }

    @Test
    void restoresEvidenceThatWasRemovedAndAttachedAgainSince() {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.claimInReview(reviewer.actor());
        String address = "https://archive.example/again/" + claim;
        cast.attach(reviewer.actor(), claim, address);
        Long first = jdbc.queryForList("select id from evidence where claim_id = ?", Long.class, claim)
                .get(0);
        evidence.remove(reviewer.actor(), claim, first, null);
        cast.attach(reviewer.actor(), claim, address);
        restorations.restore(reviewer.actor(), claim, 3, "the first piece was the right one");
        assertThat(jdbc.queryForList("select id from evidence where claim_id = ? and not removed", Long.class, claim))
                .containsExactly(first);
        assertThat(history.firstBroken(claim)).isEmpty();
    }

    @Test
    void sealsEachRowAsItsDescriptionSays() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer Ä “B”");
        long claim = cast.openClaim(reviewer.actor());
        claims.dismiss(reviewer.actor(), claim, Dismissal.DUPLICATE, "same as the one before 🕊");
        Revision row = history.timeline(claim).get(1);
        assertThat(row.seal().salt()).matches("[0-9a-f]{32}");
        String[] fields = {
            "2",
            row.seal().salt(),
            row.previousHash().hex(),
            Long.toString(claim),
            "2",
            Long.toString(reviewer.actor().accountId()),
            null,
            row.at().toString(),
            "dismissed",
            "same as the one before 🕊",
            "1",
            "state",
            "open",
            "3",
            "dismissal",
            "duplicate",
            "dismissal.note",
            "same as the one before 🕊",
            "state",
            "dismissed"
        };
        assertThat(row.hash().hex()).isEqualTo(sha256(netstrings(fields)));
        assertThat(history.timeline(claim).get(0).seal().salt())
                .isNotEqualTo(row.seal().salt());
    }

    /** The example of docs/history.md. */
    @Test
    void rowsThatWereSealedBeforeThereWereSaltsKeepTheirHashes() {
        Revision first = new Revision(
                1,
                1,
                null,
                "Claimtrail",
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                "proposed",
                null,
                Facts.NONE,
                Facts.builder()
                        .with("state", "proposed")
                        .with("wording", "14,000 were killed.")
                        .build(),
                Hash.ZERO,
                Seal.FIRST,
                Hash.parse("eec185bd2a98f8252909b299c6ad539674376471b7dcb0edd59614ee26bf08b7"));
        Revision second = new Revision(
                1,
                2,
                7L,
                "Zoë",
                Instant.parse("2026-01-02T04:00:00Z"),
                "accepted",
                null,
                Facts.builder().with("state", "proposed").build(),
                Facts.builder().with("state", "open").build(),
                first.hash(),
                Seal.FIRST,
                Hash.parse("67164db66aea3a603e39fb5d1cc031288c6bec8bb3e221532bbfd952f340f9b9"));
        assertThat(HashChain.firstBroken(List.of(first, second), 2, second.hash()))
                .isEmpty();
    }

    @Test
    void aNameCanBeTakenOutAndTheChainStillFits() {
        Cast.Person reviewer = cast.reviewer("Reviewer whose name goes");
        long claim = cast.publishedClaim(reviewer.actor());
        withoutTriggers("update revision set actor_name = 'Former reviewer 1', after ="
                + " case when after ? 'verdict.reviewer' then jsonb_set(after, '{verdict.reviewer}', '\"Former reviewer 1\"')"
                + " else after end where claim_id = " + claim);
        assertThat(history.timeline(claim))
                .extracting(Revision::toString)
                .noneMatch(row -> row.contains("whose name goes"));
        assertThat(history.firstBroken(claim)).isEmpty();
    }

    @Test
    void aRowSealedOverANameThatWasTakenOutKeepsItsPlaceInTheChain() {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.claimInReview(reviewer.actor());
        Hash previous = Hash.ZERO;
        for (Revision row : history.timeline(claim)) {
            Revision old = new Revision(
                    claim,
                    row.number(),
                    row.actorId(),
                    row.actorName(),
                    row.at(),
                    row.action(),
                    row.reason(),
                    row.before(),
                    row.after(),
                    previous,
                    Seal.FIRST,
                    Hash.ZERO);
            String hash = HashChain.seal(old).hex();
            withoutTriggers("update revision set seal = 1, salt = null, hash = decode('" + hash
                    + "', 'hex'), previous_hash = decode('" + previous.hex() + "', 'hex') where claim_id = " + claim
                    + " and number = " + row.number());
            previous = Hash.parse(hash);
        }
        jdbc.update("alter table chain_head disable trigger user");
        jdbc.update("update chain_head set hash = decode(?, 'hex') where claim_id = ?", previous.hex(), claim);
        jdbc.update("alter table chain_head enable trigger user");
        assertThat(history.firstBroken(claim)).isEmpty();
        withoutTriggers("update revision set actor_name = 'Former reviewer 1' where claim_id = " + claim);
        assertThat(history.firstBroken(claim)).contains(1);
        withoutTriggers("update revision set name_erased = true where claim_id = " + claim);
        assertThat(history.firstBroken(claim)).isEmpty();
        withoutTriggers("delete from revision where number = 1 and claim_id = " + claim);
        assertThat(history.firstBroken(claim)).contains(1);
    }

    private static String netstrings(@Nullable String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            if (field == null) {
                text.append("-,");
            } else {
                text.append(field.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(field)
                        .append(',');
            }
        }
        return text.toString();
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update revision set reason = 'x'",
                "delete from revision",
                "truncate revision cascade",
                "truncate revision, chain_head cascade",
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update moderation_entry set reason = 'x'",
                "delete from moderation_entry",
                "truncate moderation_entry cascade",
                "update article_revision set text = 'x'",
                "delete from article_revision",
                "update rating set label = 'x'",
                "truncate rating cascade",
                "truncate rating_scale cascade",
                "delete from chain_head",
                "update chain_head set number = number - 1"
            })
    void theDatabaseItselfRefuses(String statement) {
        Cast.Person admin = cast.admin();
        long claim = cast.openClaim(admin.actor());
        moderation.lock(admin.actor(), claim, true, "so that there is an entry");
        assertThatThrownBy(() -> jdbc.execute(statement))
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?s).*(only grows|only moves on).*");
    }

    @Test
    void theDatabaseRefusesARowThatDoesNotFollowTheLast() {
        long claim = cast.openClaim(cast.admin().actor());
        String copy =
                "insert into revision select claim_id, %d, actor_id, actor_name, at, action, reason, before, after,"
                        + " decode(repeat('ab', 32), 'hex'), decode(md5(random()::text) || md5(random()::text), 'hex')"
                        + " from revision where claim_id = %d and number = 1";
        assertThatThrownBy(() -> jdbc.execute(copy.formatted(2, claim))).hasMessageContaining("does not follow");
        assertThatThrownBy(() -> jdbc.execute(copy.formatted(7, claim))).hasMessageContaining("does not follow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update revision set after = jsonb_set(after, '{wording}', '\"something else\"') where claim_id = %d and number = 1",
                "update revision set actor_id = (select min(id) from account) where claim_id = %d and number = 2",
                "update revision set salt = decode(repeat('ab', 16), 'hex') where claim_id = %d and number = 2",
                "update revision set seal = 1, salt = null where claim_id = %d and number = 2",
                "update revision set name_erased = true, reason = 'a better reason' where claim_id = %d and number = 3",
                "update revision set reason = 'a better reason' where claim_id = %d and number = 3",
                "update revision set at = at - interval '1 day' where claim_id = %d and number = 2",
                "delete from revision where claim_id = %d and number = 2",
                "delete from revision where claim_id = %d and number = 3",
                "delete from revision where claim_id = %d",
                "update revision set number = number + 10 where claim_id = %1$d and number in (2, 3);"
                        + "update revision set number = 15 - number where claim_id = %1$d and number in (12, 13)"
            })
    void noticesAChainThatWasTamperedWithBehindTheProgramsBack(String tampering) throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.claimInReview(admin.actor());
        moderation.lock(admin.actor(), claim, true, "the reason");
        assertThat(history.firstBroken(claim)).isEmpty();
        withoutTriggers(tampering.formatted(claim));
        assertThat(history.firstBroken(claim)).isPresent();
        if (!history.timeline(claim).isEmpty()) {
            String page = mvc.perform(get("/claims/" + claim + "/history").with(user(admin.user())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(Jsoup.parse(page).text()).contains("does not fit the chain");
        }
    }

    @Test
    void noticesARowThatWasChangedAndSealedAgain() {
        Cast.Person admin = cast.admin();
        long claim = cast.claimInReview(admin.actor());
        Revision row = history.timeline(claim).get(0);
        Facts forged = Facts.builder().with("wording", "something else").build();
        Hash hash = HashChain.seal(new Revision(
                claim,
                1,
                row.actorId(),
                row.actorName(),
                row.at(),
                row.action(),
                null,
                row.before(),
                forged,
                row.previousHash(),
                row.seal(),
                Hash.ZERO));
        withoutTriggers("update revision set after = '{\"wording\": \"something else\"}', hash = decode('" + hash.hex()
                + "', 'hex') where claim_id = " + claim + " and number = 1");
        assertThat(history.firstBroken(claim)).contains(2);
    }

    /** What somebody does who owns the tables. */
    private void withoutTriggers(String statement) {
        jdbc.execute("alter table revision disable trigger user");
        try {
            jdbc.execute(statement);
        } finally {
            jdbc.execute("alter table revision enable trigger user");
        }
    }
}
