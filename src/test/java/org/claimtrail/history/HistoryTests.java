package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.claimtrail.Cast;
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

    @Autowired
    JdbcTemplate jdbc;

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
        StringBuilder text = new StringBuilder();
        for (String field : new String[] {
            row.previousHash().hex(),
            Long.toString(claim),
            "2",
            Long.toString(reviewer.actor().accountId()),
            "Reviewer Ä “B”",
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
        }) {
            text.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append(',');
        }
        byte[] expected =
                MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(row.hash().hex()).isEqualTo(HexFormat.of().formatHex(expected));
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
                "truncate moderation_entry",
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
                "update revision set actor_name = 'Somebody else' where claim_id = %d and number = 2",
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
        Hash hash = HashChain.seal(
                row.previousHash(),
                claim,
                1,
                row.actorId(),
                row.actorName(),
                row.at(),
                row.action(),
                null,
                row.before(),
                forged);
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
