package org.claimtrail.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a claim since a form was opened on it.
 *
 * @param base what was true then; null where the form does not say when, or names a revision that is not there
 * @param later the revisions since, oldest first; all of them where base is null
 * @param head the number of the newest revision
 */
public record Since(@Nullable Facts base, List<Revision> later, int head) {

    static Since of(List<Revision> timeline, @Nullable Integer number) {
        int head = timeline.size();
        if (number == null || number < 1 || number > head) {
            return new Since(null, timeline, head);
        }
        return new Since(History.fold(timeline.subList(0, number)), timeline.subList(number, head), head);
    }

    /** The last revision since that touched one of these facts. */
    public @Nullable Revision touching(List<String> facts) {
        return later.stream()
                .filter(revision -> revision.touched().stream().anyMatch(facts::contains))
                .reduce((earlier, last) -> last)
                .orElse(null);
    }
}
