package org.claimtrail.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was verified, and the first misfit of each kind of check. */
public final class Findings {

    private final List<Misfit> misfits = new ArrayList<>();
    long claims;
    long revisions;
    long linksOnly;
    long withheld;
    long notYetLogged;
    long articles;
    long articlesNotYetLogged;

    @Nullable
    Checkpoint newest;

    void add(Misfit misfit) {
        misfits.add(misfit);
    }

    public boolean fits() {
        return misfits.isEmpty();
    }

    /** One a line: what was counted, and what does not fit. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%d revisions of %d claims, %d checkpoints, %d articles"
                .formatted(revisions, claims, newest == null ? 0 : newest.number(), articles));
        if (linksOnly > 0) {
            lines.add(
                    "%d revisions of format 1 whose name was erased: links checked, content not".formatted(linksOnly));
        }
        if (withheld > 0) {
            lines.add("%d revisions withheld: links checked, content not".formatted(withheld));
        }
        if (notYetLogged + articlesNotYetLogged > 0) {
            lines.add("newer than the newest checkpoint: %d revisions, %d articles"
                    .formatted(notYetLogged, articlesNotYetLogged));
        }
        if (newest != null) {
            lines.add("newest checkpoint %d:%s of %s"
                    .formatted(newest.number(), newest.hash().hex(), newest.at()));
        }
        misfits.forEach(misfit -> lines.add("DOES NOT FIT: " + misfit));
        lines.add(misfits.isEmpty() ? "everything fits" : "%d of the checks failed".formatted(misfits.size()));
        return lines;
    }
}
