package org.claimtrail.moderation;

import java.util.Locale;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;

/** One thing that can be flagged and decided on: a claim with its verdict, a piece of evidence, a comment, an account. */
public record Target(
        @Nullable Long claimId,
        @Nullable Long evidenceId,
        @Nullable Long commentId,
        @Nullable Long accountId) {

    /** What kind of thing it is. */
    public enum Kind {
        CLAIM,
        EVIDENCE,
        COMMENT,
        ACCOUNT;

        /** As messages and addresses have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Target claim(long id) {
        return new Target(id, null, null, null);
    }

    public static Target evidence(long claimId, long id) {
        return new Target(claimId, id, null, null);
    }

    public static Target comment(long claimId, long id) {
        return new Target(claimId, null, id, null);
    }

    public static Target account(long id) {
        return new Target(null, null, null, id);
    }

    /**
     * What a form names on the page of a claim.
     *
     * @param about empty or {@code claim}; or {@code evidence-}, {@code comment-}, {@code account-} and a number
     * @throws Refused where it is none of these
     */
    static Target named(long claimId, String about) {
        if (about.isEmpty() || about.equals("claim")) {
            return claim(claimId);
        }
        int mark = about.indexOf('-');
        String number = about.substring(mark + 1);
        if (mark < 0 || !number.matches("\\d{1,18}")) {
            throw new Refused("moderation.refused.target");
        }
        long id = Long.parseLong(number);
        return switch (about.substring(0, mark)) {
            case "evidence" -> evidence(claimId, id);
            case "comment" -> comment(claimId, id);
            case "account" -> account(id);
            default -> throw new Refused("moderation.refused.target");
        };
    }

    /** The evidence or the comment, as a thing that can be hidden; null for a claim or an account. */
    @Nullable
    Place place() {
        if (claimId == null) {
            return null;
        }
        if (evidenceId != null) {
            return new Place(claimId, Part.EVIDENCE, evidenceId);
        }
        return commentId == null ? null : new Place(claimId, Part.COMMENT, commentId);
    }

    public Kind kind() {
        if (accountId != null) {
            return Kind.ACCOUNT;
        }
        if (commentId != null) {
            return Kind.COMMENT;
        }
        return evidenceId != null ? Kind.EVIDENCE : Kind.CLAIM;
    }
}
