package org.claimtrail.claim;

import java.time.Instant;
import java.util.List;
import org.claimtrail.history.Merge;
import org.claimtrail.history.Revision;
import org.claimtrail.history.Since;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else saved another value of the same field first. Carries what both wrote, so that a page can show it and
 * nothing is lost. Answered with 409.
 */
public class StaleEdit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long claimId;
    private final int head;
    private final transient List<Field> fields;

    /**
     * One field of the form that came too late, also of those that do not conflict.
     *
     * @param by who changed what is stored since the form was opened; null where nobody did
     * @param byId that person's account
     */
    public record Field(
            Merge.Field values,
            @Nullable String by,
            @Nullable Long byId,
            @Nullable Instant at) {

        static Field of(Merge.Field values, Since since) {
            Revision last = since.touching(values.facts());
            return last == null
                    ? new Field(values, null, null, null)
                    : new Field(values, last.actorName(), last.actorId(), last.at());
        }

        public String name() {
            return values.name();
        }
    }

    /** @param part what was edited: {@code wording}, {@code draft}, {@code evidence} or {@code correction} */
    private StaleEdit(long claimId, String part, int head, List<Field> fields) {
        super(part + " of claim " + claimId);
        this.claimId = claimId;
        this.head = head;
        this.fields = List.copyOf(fields);
    }

    /**
     * Refuses two saves that cannot be joined.
     *
     * @param part what was edited: {@code wording}, {@code draft}, {@code evidence} or {@code correction}
     * @throws StaleEdit where a field has a conflict
     */
    public static void refuseConflicts(long claimId, String part, Since since, Merge merge) {
        if (merge.conflicts()) {
            List<Field> fields =
                    merge.fields().stream().map(field -> Field.of(field, since)).toList();
            throw new StaleEdit(claimId, part, since.head(), fields);
        }
    }

    public long claimId() {
        return claimId;
    }

    /** The number of the claim's newest revision: what a form that shows this conflict was opened at. */
    public int head() {
        return head;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The fields that need a choice. */
    public List<Field> conflicts() {
        return fields.stream().filter(field -> field.values().conflict()).toList();
    }
}
