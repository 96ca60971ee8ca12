package org.claimtrail.history;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimtrail.account.Actor;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the history of claims and reads it. Every change of a claim records itself here in its own transaction. */
@Service
public class History {

    private final RevisionRepository revisions;
    private final EntityManager entities;
    private final Clock clock;

    History(RevisionRepository revisions, EntityManager entities, Clock clock) {
        this.revisions = revisions;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Adds a row at the end of the claim's chain, unless nothing changed.
     *
     * @param before all facts of the parts that may have changed, before
     * @param after the same facts, after
     * @return whether a row was added
     * @throws Refused where it would change what an admin has hidden
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean record(
            long claimId, Actor actor, String action, @Nullable String reason, Facts before, Facts after) {
        Facts gone = before.without(after);
        Facts set = after.without(before);
        if (gone.values().isEmpty() && set.values().isEmpty()) {
            return false;
        }
        if (revisions.hidden(claimId).touched(gone, set).isPresent()) {
            throw new Refused("history.refused.hidden");
        }
        entities.flush();
        RevisionRepository.Head head =
                revisions.lockHead(claimId).orElseThrow(() -> new NotFound("history of claim", claimId));
        revisions.addNext(next(head, claimId, actor, action, reason, gone, set));
        return true;
    }

    /** Begins the chains of new claims: for each claim the facts it starts with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Actor actor, String action, Map<Long, Facts> claims) {
        entities.flush();
        RevisionRepository.Head none = new RevisionRepository.Head(0, Hash.ZERO);
        List<Revision> firsts = new ArrayList<>(claims.size());
        claims.forEach((claimId, facts) -> firsts.add(next(none, claimId, actor, action, null, Facts.NONE, facts)));
        revisions.addFirst(firsts);
    }

    private Revision next(
            RevisionRepository.Head head,
            long claimId,
            Actor actor,
            String action,
            @Nullable String reason,
            Facts before,
            Facts after) {
        int number = head.number() + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Revision unsealed = new Revision(
                claimId,
                number,
                actor.id(),
                actor.name(),
                at,
                action,
                reason,
                before,
                after,
                head.hash(),
                Seal.fresh(),
                Hash.ZERO);
        return unsealed.with(HashChain.seal(unsealed));
    }

    /** All revisions of a claim, oldest first, with a notice in place of what an admin has hidden. */
    @Transactional(readOnly = true)
    public List<Revision> timeline(long claimId) {
        return revisions.hidden(claimId).over(whole(claimId));
    }

    private List<Revision> whole(long claimId) {
        return revisions.upTo(claimId, Integer.MAX_VALUE);
    }

    /**
     * Refuses a form that would show, or change, what an admin has hidden.
     *
     * @param fact a name such as {@code wording}
     */
    @Transactional(readOnly = true)
    public void refuseHidden(long claimId, String fact) {
        if (revisions.hidden(claimId).hides(fact)) {
            throw new Refused("history.refused.hidden");
        }
    }

    /**
     * What was true of the claim after this revision.
     *
     * @throws NotFound where the claim has no such revision
     */
    @Transactional(readOnly = true)
    public Facts at(long claimId, int number) {
        List<Revision> until = revisions.upTo(claimId, number);
        if (number < 1 || until.size() != number) {
            throw new NotFound("revision of claim " + claimId, number);
        }
        return fold(until);
    }

    /**
     * What happened since a form was opened that shows this revision.
     *
     * @param number the newest revision when the form was opened; null where it does not say
     */
    @Transactional(readOnly = true)
    public Since since(long claimId, @Nullable Integer number) {
        return Since.of(whole(claimId), number);
    }

    /** What is true after these revisions, which start with the first. */
    public static Facts fold(List<Revision> revisions) {
        TreeMap<String, String> values = new TreeMap<>();
        for (Revision r : revisions) {
            values.keySet().removeAll(r.before().values().keySet());
            values.putAll(r.after().values());
        }
        return new Facts(values);
    }

    /** For each name, the revision that touched it last. */
    public static SortedMap<String, Revision> lastTouched(List<Revision> revisions) {
        TreeMap<String, Revision> last = new TreeMap<>();
        revisions.forEach(r -> r.touched().forEach(name -> last.put(name, r)));
        return last;
    }

    /** The number of the first revision of the claim that does not fit its chain, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Integer> firstBroken(long claimId) {
        RevisionRepository.Head head =
                revisions.head(claimId).orElseThrow(() -> new NotFound("history of claim", claimId));
        return HashChain.firstBroken(whole(claimId), head.number(), head.hash());
    }
}
