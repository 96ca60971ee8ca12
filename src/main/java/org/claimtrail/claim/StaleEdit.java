package org.claimtrail.claim;

import java.util.List;

/**
 * Somebody else saved the same thing first. Carries what both wrote, so that a page can show it and nothing is lost.
 * Answered with 409.
 */
public class StaleEdit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long claimId;
    private final String part;
    private final int currentVersion;
    private final transient List<Field> fields;

    /**
     * One field of the form that came too late.
     *
     * @param name the form field, under which what was typed can be sent again
     * @param theirs what is stored now
     * @param mine what was typed
     */
    public record Field(String name, String theirs, String mine) {
        public boolean differs() {
            return !theirs.equals(mine);
        }
    }

    /** @param part what was edited: {@code wording}, {@code draft}, {@code evidence.N} or {@code correction} */
    public StaleEdit(long claimId, String part, int currentVersion, List<Field> fields) {
        super(part + " of claim " + claimId);
        this.claimId = claimId;
        this.part = part;
        this.currentVersion = currentVersion;
        this.fields = List.copyOf(fields);
    }

    public long claimId() {
        return claimId;
    }

    public String part() {
        return part;
    }

    /** The names under which the history keeps what was edited begin with one of these. */
    public List<String> facts() {
        return switch (part) {
            case "wording" -> List.of("wording", "kind", "claimant.");
            case "draft" -> List.of("verdict.");
            case "correction" -> List.of("verdict.", "wording", "evidence.");
            default -> List.of(part + ".");
        };
    }

    public int currentVersion() {
        return currentVersion;
    }

    public List<Field> fields() {
        return fields;
    }
}
