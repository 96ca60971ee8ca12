package org.claimtrail.moderation;

import java.util.List;
import org.claimtrail.support.Coded;

/** What an admin decided. To keep things as they are is a decision too. */
public enum Decision implements Coded {
    KEPT,
    CORRECTED,
    HIDDEN,
    SHOWN,
    LOCKED,
    UNLOCKED,
    WITHDRAWN,
    SUSPENDED,
    REINSTATED,
    UPHELD,
    REVERSED,
    BULK_HIDDEN,
    BULK_SHOWN,
    /** A person was deleted, by an admin or by themselves. */
    ERASED;

    /** Whether it takes something from somebody, who may appeal against it. */
    public boolean appealable() {
        return this == HIDDEN || this == LOCKED || this == SUSPENDED;
    }

    /** What an admin can decide on a case about such a thing. */
    public static List<Decision> on(Target.Kind kind) {
        return switch (kind) {
            case CLAIM -> List.of(KEPT, CORRECTED, HIDDEN, LOCKED);
            case EVIDENCE -> List.of(KEPT, CORRECTED, HIDDEN);
            case COMMENT -> List.of(KEPT, HIDDEN);
            case ACCOUNT -> List.of(KEPT, SUSPENDED);
        };
    }
}
