package org.claimtrail.proof;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.history.Hash;
import org.jspecify.annotations.Nullable;

/** Follows a log and its checkpoints from the first to the last, and notes the first thing that does not fit. */
final class LogCheck {

    private final Findings findings;
    private final RightEdge edge = new RightEdge();
    private final List<Pin> awaited;
    private final boolean withArticles;
    private Hash outside = Hash.ZERO;
    private @Nullable Checkpoint last;
    private boolean failed;

    /** @param withArticles whether what checkpoints say of articles is at hand */
    LogCheck(Findings findings, List<Pin> pins, boolean withArticles) {
        this.findings = findings;
        this.awaited = new ArrayList<>(pins);
        this.withArticles = withArticles;
    }

    long size() {
        return edge.size();
    }

    boolean failed() {
        return failed;
    }

    void misfit(Misfit misfit) {
        if (!failed) {
            findings.add(misfit);
        }
        failed = true;
    }

    void leaf(long position, Hash hash, RightEdge.Completed completed) {
        if (position != edge.size()) {
            misfit(new Misfit(
                    "position " + edge.size(), "the log has a gap", "position " + edge.size(), "position " + position));
        }
        edge.add(hash, completed);
    }

    void checkpoint(Checkpoint found, Outside.Changes changed) {
        String place = "checkpoint " + found.number();
        int number = last == null ? 1 : last.number() + 1;
        Hash previous = last == null ? Hash.ZERO : last.hash();
        long before = last == null ? 0 : last.size();
        outside = Outside.after(outside, changed);
        if (found.number() != number) {
            misfit(new Misfit("checkpoint " + number, "number", Integer.toString(number), "" + found.number()));
        } else if (!found.previous().equals(previous)) {
            misfit(new Misfit(
                    place,
                    "hash of the one before",
                    previous.hex(),
                    found.previous().hex()));
        } else if (found.size() != edge.size()) {
            misfit(new Misfit(
                    place, "number of revisions that it covers", "" + found.size(), edge.size() + " in the log"));
        } else if (!found.root().equals(edge.root())) {
            String range = found.size() == before
                    ? "no revision is new in it"
                    : "its new revisions are at positions %d to %d".formatted(before, found.size() - 1);
            misfit(new Misfit(
                    place,
                    "root over revisions (" + range + ")",
                    found.root().hex(),
                    edge.root().hex()));
        } else if (withArticles && !found.outside().equals(outside)) {
            misfit(new Misfit(
                    place, "digest of articles and erasures", found.outside().hex(), outside.hex()));
        } else if (!found.hash().equals(found.sealed())) {
            misfit(new Misfit(place, "hash", found.sealed().hex(), found.hash().hex()));
        }
        check(found);
        last = found;
        findings.newest = found;
    }

    private void check(Checkpoint found) {
        for (Pin pin : List.copyOf(awaited)) {
            Integer number = pin.number();
            if (pin.hash().equals(found.hash()) && (number == null || number == found.number())) {
                awaited.remove(pin);
            } else if (number != null && number == found.number()) {
                awaited.remove(pin);
                findings.add(new Misfit(
                        pin.place(),
                        "hash known from outside",
                        pin.hash().hex(),
                        found.hash().hex()));
            }
        }
    }

    /** @param rest how many revisions follow in the log after the last checkpoint */
    void end(long rest) {
        Checkpoint newest = last;
        if (rest > 0) {
            misfit(new Misfit(
                    "position " + edge.size(),
                    "the log goes on after the last checkpoint",
                    "nothing",
                    rest + " revisions"));
        }
        awaited.forEach(pin -> findings.add(new Misfit(
                pin.place(),
                "checkpoint known from outside",
                pin.hash().hex(),
                newest == null ? "no checkpoint" : "none; the newest is %d".formatted(newest.number()))));
    }
}
