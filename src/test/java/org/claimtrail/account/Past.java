package org.claimtrail.account;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.claimtrail.Cast;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.HashChain;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.history.Seal;
import org.claimtrail.moderation.Appeals;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.Interests;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.VerdictText;
import org.claimtrail.setting.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Work of every kind that somebody did at the desk of {@link ErasureDesk}, so that their name stands everywhere. */
@TestComponent
class Past {

    @Autowired
    Cast cast;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    Interests interests;

    @Autowired
    Comments comments;

    @Autowired
    Moderation moderation;

    @Autowired
    Appeals appeals;

    @Autowired
    Settings settings;

    @Autowired
    SecondFactors factors;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    private final JsonMapper json = JsonMapper.builder().build();

    /** Returns a claim with a public verdict of this admin, in rows of both formats. */
    long of(Account person, Cast.Person other, Cast.Person admin) throws Exception {
        Actor actor = person.actor();
        String name = actor.name();
        cast.article(actor, "The mill burned in 1904.");
        long old = cast.publishedClaim(actor);
        firstFormat(old);
        long claim = cast.publishedClaim(actor);
        cast.correct(actor, claim, "half_true", "It holds half of it.", CorrectionKind.RATING, "half is missing");
        interests.declare(actor, claim, "I live beside the bridge.");
        moderation.raise(actor, cast.publishedClaim(other.actor()), Problem.WRONG, "half of what?");
        long said = comments.write(actor, claim, new NewComment("I have the bill.", null, null, null));
        long asked = comments.write(other.actor(), claim, new NewComment("@" + name + ", is it so?", said, null, null));
        comments.edit(other.actor(), claim, asked, 0, "Ask @" + name + ".");
        comments.write(
                other.actor(), claim, new NewComment("@" + name.toUpperCase() + ", is it so?", said, null, null));
        differ(other.actor(), actor, other.actor());
        differ(actor, other.actor(), actor);
        moderation.lock(actor, cast.publishedClaim(other.actor()), true, "wait for the archive");
        moderation.lock(admin.actor(), claim, true, "wait for the court");
        appeals.appeal(
                actor,
                jdbc.sql("select max(id) from moderation_entry")
                        .query(Long.class)
                        .single(),
                "The court has spoken.");
        moderation.lock(admin.actor(), claim, false, "it has");
        moderation.suspend(admin.actor(), person.id(), "away");
        moderation.reinstate(admin.actor(), person.id(), "back");
        settings.propose(actor, settings.current().version(), new BigDecimal("0.60"));
        factors.require(actor, true);
        factors.require(admin.actor(), false);
        return claim;
    }

    /** Two different ratings, and a decision between them. */
    private void differ(Actor first, Actor second, Actor decides) {
        long claim = cast.claimInReview(first);
        cast.attach(first, claim, "https://archive.example/" + claim);
        reviews.draft(first, claim, null, new VerdictText(cast.rating("true"), "A bill, page 3."));
        seconds.submit(first, claim);
        seconds.rate(second, claim, new VerdictText(cast.rating("false"), "Another bill."));
        String agreed = decides.equals(first) ? "false" : "true";
        seconds.adjudicate(decides, claim, new VerdictText(cast.rating(agreed), "Both bills."), "two bills");
    }

    /** Seals the claim's rows as they were before there were salts. */
    private void firstFormat(long claim) throws Exception {
        JdbcTemplate owner = ErasureDesk.owner();
        owner.execute("alter table revision disable trigger user; alter table chain_head disable trigger user");
        Hash previous = Hash.ZERO;
        for (Revision r : history.timeline(claim)) {
            TreeMap<String, String> taken = new TreeMap<>(r.before().values());
            if (r.number() == 2) {
                taken.put("verdict.adjudicator", r.actorName());
            }
            Revision anew = new Revision(
                    r.claimId(),
                    r.number(),
                    r.actorId(),
                    r.actorName(),
                    r.at(),
                    r.action(),
                    r.reason(),
                    new Facts(taken),
                    r.after(),
                    previous,
                    Seal.FIRST,
                    Hash.ZERO);
            Hash hash = HashChain.seal(anew);
            owner.update(
                    "update revision set seal = 1, salt = null, before = cast(? as jsonb), previous_hash = ?, hash = ?"
                            + " where claim_id = ? and number = ?",
                    json.writeValueAsString(taken),
                    previous.bytes(),
                    hash.bytes(),
                    claim,
                    r.number());
            owner.update("update chain_head set hash = ? where claim_id = ?", hash.bytes(), claim);
            previous = hash;
        }
        owner.execute("alter table revision enable trigger user; alter table chain_head enable trigger user");
    }
}
