package org.claimtrail.claim;

import jakarta.persistence.Converter;
import java.util.EnumSet;
import java.util.Set;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** Where a claim is on its way. The table of moves is {@link ClaimVerb}; docs/claim-workflow.md tells it in words. */
public enum ClaimState implements Coded {
    /** The splitter found it; nobody decided yet. */
    PROPOSED,
    /** Accepted for checking; anybody may take it. */
    OPEN,
    /** Not to be checked, with a reason; can be taken up again. */
    DISMISSED,
    /** Somebody is checking it. */
    IN_REVIEW,
    /** Its draft verdict waits for the rating of another reviewer, or for somebody to decide between the two. */
    SECOND_REVIEW,
    /** Its verdict is public. */
    PUBLISHED,
    /** Its verdict is public and was changed since, with a reason that readers see. */
    CORRECTED,
    /** Its verdict was taken back; readers see a notice. Nothing can be done with it any more. */
    WITHDRAWN;

    /** Those whose verdict visitors read. */
    public static final Set<ClaimState> PUBLIC = EnumSet.of(PUBLISHED, CORRECTED);

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<ClaimState> {
        ToCode() {
            super(ClaimState.class);
        }
    }
}
