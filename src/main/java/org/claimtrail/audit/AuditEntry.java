package org.claimtrail.audit;

import java.time.Instant;
import java.util.SortedMap;

/** One line of the audit log. */
public record AuditEntry(
        long id, Instant at, String actorName, String action, String subject, SortedMap<String, String> details) {}
