package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.history.Revision;
import org.claimtrail.history.WordDiff;

/** What the page shows of two edits that met: theirs, mine, and a form that saves mine over theirs. */
record ConflictPage(
        long claimId,
        String part,
        String changedBy,
        Instant changedAt,
        String action,
        List<Row> rows,
        List<Map.Entry<String, String>> again) {

    private static final Set<String> LEFT_OUT = Set.of("_csrf", "version");

    /** One field that both wrote. */
    record Row(String name, String theirs, String mine, List<WordDiff.Segment> segments) {}

    ConflictPage(StaleEdit stale, Revision last, HttpServletRequest request) {
        this(
                stale.claimId(),
                stale.part().startsWith("evidence") ? "evidence" : stale.part(),
                last.actorName(),
                last.at(),
                request.getServletPath(),
                stale.fields().stream()
                        .filter(StaleEdit.Field::differs)
                        .map(f -> new Row(f.name(), f.theirs(), f.mine(), WordDiff.between(f.theirs(), f.mine())))
                        .toList(),
                again(stale, request));
    }

    private static List<Map.Entry<String, String>> again(StaleEdit stale, HttpServletRequest request) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) {
                for (String value : values) {
                    fields.add(Map.entry(name, value));
                }
            }
        });
        fields.add(Map.entry("version", Integer.toString(stale.currentVersion())));
        return fields;
    }
}
