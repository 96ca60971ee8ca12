package org.claimtrail.moderation;

import java.util.Arrays;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One thing at a claim that can be hidden.
 *
 * @param item the number of the evidence, the comment or the account; 0 for wording and reasoning, of which there is one
 */
public record Place(long claimId, Part part, long item) {

    /**
     * As a form or an address names it: {@code wording}, {@code reasoning}, or {@code evidence-}, {@code comment-},
     * {@code name-} and a number.
     *
     * @throws Refused where it is none of these
     */
    public static Place named(long claimId, String name) {
        int mark = name.indexOf('-');
        String word = mark < 0 ? name : name.substring(0, mark);
        String number = mark < 0 ? "0" : name.substring(mark + 1);
        return Arrays.stream(Part.values())
                .filter(part -> part.code().equals(word))
                .filter(part -> (part == Part.WORDING || part == Part.REASONING) == (mark < 0))
                .filter(part -> number.matches("\\d{1,18}"))
                .findFirst()
                .map(part -> new Place(claimId, part, Long.parseLong(number)))
                .orElseThrow(() -> new Refused("moderation.refused.target"));
    }

    /** The name that {@link #named} reads. */
    public String name() {
        return part == Part.WORDING || part == Part.REASONING ? part.code() : part.code() + "-" + item;
    }

    /** The name under which the history keeps that it is hidden. */
    String fact() {
        return "hiding." + part.code() + (part == Part.WORDING || part == Part.REASONING ? "" : "." + item);
    }

    @Nullable
    Long evidenceId() {
        return part == Part.EVIDENCE ? item : null;
    }

    @Nullable
    Long commentId() {
        return part == Part.COMMENT ? item : null;
    }

    @Nullable
    Long personId() {
        return part == Part.NAME ? item : null;
    }

    /** What a decision on it is about. */
    Target target() {
        return new Target(claimId, evidenceId(), commentId(), null);
    }
}
