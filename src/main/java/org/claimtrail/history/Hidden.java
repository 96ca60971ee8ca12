package org.claimtrail.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an admin hid at a claim, and what stands in its place.
 *
 * @param notices by part and number of the thing, such as {@code evidence.12}; the number is 0 where the claim has but one
 */
record Hidden(Map<String, String> notices) {

    private static final Set<String> REASONING =
            Set.of("verdict.explanation", "verdict.adjudication", "second.explanation");
    private static final Set<String> NAMES =
            Set.of("verdict.reviewer", "verdict.second-reviewer", "verdict.adjudicator", "second.reviewer");
    private static final Set<String> OF_EVIDENCE = Set.of("title", "publisher", "quote", "note");

    /** What a hidden piece of evidence links to in place of its source. */
    private static final String LOG = "/moderation-log";

    Hidden {
        notices = Map.copyOf(notices);
    }

    /** The name of a fact that is hidden among those that differ, where there is one. */
    Optional<String> touched(Facts before, Facts after) {
        return Stream.concat(before.values().keySet().stream(), after.values().keySet().stream())
                .filter(name -> instead(name) != null)
                .findFirst();
    }

    /** Whether this fact is hidden. */
    boolean hides(String name) {
        return instead(name) != null;
    }

    /** The revisions as they may be read. Their hashes are those over what is stored. */
    List<Revision> over(List<Revision> revisions) {
        if (notices.isEmpty()) {
            return revisions;
        }
        Map<String, String> names = names(revisions);
        List<Revision> shown = new ArrayList<>(revisions.size());
        for (Revision r : revisions) {
            String anonymous = r.actorId() == null ? null : notices.get("name." + r.actorId());
            shown.add(new Revision(
                    r.claimId(),
                    r.number(),
                    r.actorId(),
                    anonymous == null ? r.actorName() : anonymous,
                    r.at(),
                    r.action(),
                    reason(r),
                    over(r.before(), names),
                    over(r.after(), names),
                    r.previousHash(),
                    r.seal(),
                    r.hash()));
        }
        return shown;
    }

    /** The reason of a decision between two ratings is part of the verdict's reasoning. */
    private @Nullable String reason(Revision r) {
        String notice = notices.get("reasoning.0");
        return notice != null && r.reason() != null && r.touched().contains("verdict.adjudication")
                ? notice
                : r.reason();
    }

    /** What hidden people were called, and what is said instead. */
    private Map<String, String> names(List<Revision> revisions) {
        Map<String, String> names = new HashMap<>();
        for (Revision r : revisions) {
            String notice = notices.get("name." + r.actorId());
            if (notice != null) {
                names.put(r.actorName(), notice);
            }
        }
        return names;
    }

    private Facts over(Facts facts, Map<String, String> names) {
        return new Facts(facts.values().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        fact -> {
                            String notice = instead(fact.getKey());
                            if (notice == null && NAMES.contains(fact.getKey())) {
                                notice = names.get(fact.getValue());
                            }
                            return notice == null ? fact.getValue() : notice;
                        },
                        (one, other) -> one,
                        TreeMap::new)));
    }

    /** What stands in place of this fact's value; null where it is shown. */
    private @Nullable String instead(String name) {
        if (name.equals("wording")) {
            return notices.get("wording.0");
        }
        if (REASONING.contains(name)) {
            return notices.get("reasoning.0");
        }
        if (name.startsWith("interest.")) {
            return notices.get("name." + name.substring("interest.".length()));
        }
        if (name.startsWith("evidence.")) {
            int end = name.indexOf('.', "evidence.".length());
            String notice = end < 0 ? null : notices.get(name.substring(0, end));
            String field = name.substring(end + 1);
            if (notice != null && field.equals("address")) {
                return LOG;
            }
            return OF_EVIDENCE.contains(field) ? notice : null;
        }
        return null;
    }
}
