package org.claimtrail.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are wanted; null for all.
 *
 * @param who the name of a person as it stood then, in any case
 * @param from first day, in UTC
 * @param to last day
 */
public record AuditFilter(
        @Nullable AuditKind kind,
        @Nullable String action,
        @Nullable String who,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
