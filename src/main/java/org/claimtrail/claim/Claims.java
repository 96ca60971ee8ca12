package org.claimtrail.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.claimtrail.account.Actor;
import org.claimtrail.article.Articles;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.history.Meanwhile;
import org.claimtrail.history.Merge;
import org.claimtrail.history.Since;
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

    /** A claim that was changed, and what others had changed while the form was open. */
    public record Reworded(Claim claim, Meanwhile meanwhile) {}

    /**
     * Changes the wording, the kind or the claimant; joins it with what others changed since the form was opened.
     *
     * @param base the number of the claim's newest revision when the form was opened; null where it does not say
     * @throws StaleEdit where somebody changed the same field since
     */
    @Transactional
    public Reworded reword(Actor actor, long id, @Nullable Integer base, Wording words) {
        AtomicReference<Meanwhile> meanwhile = new AtomicReference<>(Meanwhile.NOTHING);
        Claim changed = change(actor, id, "reworded", null, claim -> {
            claim.require(ClaimVerb.REWORD);
            history.refuseHidden(id, "wording");
            Since since = history.since(id, base);
            Facts then = since.base();
            Merge merge = Merge.of(Wording.PARTS, then == null ? null : Wording.of(then), claim.wording(), words);
            StaleEdit.refuseConflicts(id, "wording", since, merge);
            claim.reword(Wording.joined(merge, claim.wording(), words), clock.instant());
            meanwhile.set(Meanwhile.of(actor, since, merge));
        });
        return new Reworded(changed, Objects.requireNonNull(meanwhile.get()));
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
