package org.claimtrail.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.claimtrail.account.Actor;
import org.claimtrail.article.Articles;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides on claims before they are reviewed. Each verb is one transaction and one row in the claim's history. */
@Service
public class Claims {

    private final ClaimRepository claims;
    private final Articles articles;
    private final History history;
    private final Clock clock;

    Claims(ClaimRepository claims, Articles articles, History history, Clock clock) {
        this.claims = claims;
        this.articles = articles;
        this.history = history;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void propose(List<Proposal> proposals) {
        Instant now = clock.instant();
        List<Claim> stored = claims.saveAll(
                proposals.stream().map(p -> Claim.proposed(p, now)).toList());
        Map<Long, Facts> first = new LinkedHashMap<>();
        stored.forEach(claim -> first.put(claim.id(), claim.facts()));
        history.begin(Actor.CLAIMTRAIL, "proposed", first);
    }

    /**
     * Makes a claim of words that stand in the article. The same words at the same place, marked twice, are one claim.
     *
     * @param quote the words and which of the places that have them is meant
     * @throws Refused where the words are not there, or not so many times
     */
    @Transactional
    public Claim mark(Actor actor, long articleId, Quote quote, @Nullable String wording) {
        claims.lockArticle(articleId).orElseThrow(() -> new NotFound("article", articleId));
        Articles.Text revision = articles.newestText(articleId);
        CodePoints text = new CodePoints(revision.text());
        PassageSpan span = quote.place(text);
        for (Claim there : claims.findAtPassage(revision.revisionId(), span.startAt(), span.endAt())) {
            return marked(actor, there, wording);
        }
        Wording words = new Wording(
                wording == null ? span.exact().replaceAll("\\s+", " ").strip() : wording, Kind.EVENT, null, null);
        Claim claim =
                claims.save(Claim.marked(articleId, revision.revisionId(), words, List.of(span), clock.instant()));
        history.begin(actor, "marked", Map.of(claim.id(), claim.facts()));
        return claim;
    }

    /** A passage that is a claim already: a proposal is accepted, in the words that were typed for it. */
    private Claim marked(Actor actor, Claim there, @Nullable String wording) {
        Wording stored = there.wording();
        boolean other = wording != null && !wording.equals(stored.text());
        if (there.state() == ClaimState.PROPOSED) {
            return change(actor, there.id(), "accepted", null, claim -> {
                claim.accept(clock.instant());
                if (wording != null && other) {
                    Wording words = new Wording(wording, stored.kind(), stored.claimantName(), stored.claimantRole());
                    claim.reword(words, clock.instant());
                }
            });
        }
        if (other) {
            throw new Refused("claim.refused.marked-already", String.valueOf(there.id()), stored.text());
        }
        return there;
    }

    @Transactional
    public Claim accept(Actor actor, long id) {
        return change(actor, id, "accepted", null, claim -> {
            // Two reviewers who accept the same claim agree: the second one's request finds it done.
            if (claim.state() != ClaimState.OPEN) {
                claim.accept(clock.instant());
            }
        });
    }

    @Transactional
    public Claim undoAccept(Actor actor, long id) {
        return change(actor, id, "acceptance_undone", null, claim -> claim.undoAccept(clock.instant()));
    }

    @Transactional
    public Claim dismiss(Actor actor, long id, Dismissal why, @Nullable String note) {
        return change(actor, id, "dismissed", note, claim -> {
            if (claim.state() != ClaimState.DISMISSED) {
                claim.dismiss(why, note, clock.instant());
            }
        });
    }

    @Transactional
    public Claim reconsider(Actor actor, long id) {
        return change(actor, id, "reconsidered", null, claim -> claim.reconsider(clock.instant()));
    }

    /**
     * Changes the wording, the kind or the claimant.
     *
     * @param version the wording's version that was edited
     * @throws StaleEdit where another version is stored by now and the wording differs from what is there
     */
    @Transactional
    public Claim reword(Actor actor, long id, int version, Wording words) {
        return change(actor, id, "reworded", null, claim -> {
            if (claim.wordingVersion() != version && !claim.wording().equals(words)) {
                throw new StaleEdit(id, "wording", claim.wordingVersion(), differences(claim.wording(), words));
            }
            claim.reword(words, clock.instant());
        });
    }

    /** The fields of the two wordings, as a form names them. */
    public static List<StaleEdit.Field> differences(Wording theirs, Wording mine) {
        return List.of(
                new StaleEdit.Field("wording", theirs.text(), mine.text()),
                new StaleEdit.Field("kind", theirs.kind().code(), mine.kind().code()),
                new StaleEdit.Field(
                        "claimantName",
                        Objects.requireNonNullElse(theirs.claimantName(), ""),
                        Objects.requireNonNullElse(mine.claimantName(), "")),
                new StaleEdit.Field(
                        "claimantRole",
                        Objects.requireNonNullElse(theirs.claimantRole(), ""),
                        Objects.requireNonNullElse(mine.claimantRole(), "")));
    }

    private Claim change(Actor actor, long id, String action, @Nullable String reason, Consumer<Claim> verb) {
        Claim claim = lockForWork(id);
        Facts before = claim.facts();
        verb.accept(claim);
        history.record(id, actor, action, reason, before, claim.facts());
        return claim;
    }

    /**
     * The claim, held against every other change until the transaction ends, for work on it.
     *
     * @throws Refused where an admin locked it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Claim lockForWork(long id) {
        Claim claim = lock(id);
        if (claim.locked()) {
            throw new Refused("claim.refused.locked");
        }
        return claim;
    }

    /** The claim, held against every other change until the transaction ends; also one that an admin locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Claim lock(long id) {
        return claims.lockById(id).orElseThrow(() -> new NotFound("claim", id));
    }
}
