package org.claimtrail.review.web;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.history.Facts;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/** Says the names and values of facts in words, and knows which of them are public. */
final class FactNames {

    private static final Pattern EVIDENCE = Pattern.compile("evidence\\.(\\d+)\\.(\\w+)");
    private static final Map<String, String> CODES = Map.of(
            "state", "state.",
            "kind", "claim.kind.",
            "dismissal", "claim.dismissal.",
            "verdict.correction", "review.correction.");
    private static final Set<String> TECHNICAL = Set.of("passage.offsets", "verdict.published");
    private static final Set<String> DESK_ONLY =
            Set.of("assignee", "due", "hidden", "locked", "dismissal", "dismissal.note", "state");

    /** What begins so is for the desk: who may have declared an interest, and the second rating before the decision. */
    private static final Pattern DESK_ONLY_GROUP = Pattern.compile("(interest|second|hiding)\\..*");

    private static final String INTEREST = "interest.";

    private FactNames() {}

    static boolean shown(String name) {
        return !TECHNICAL.contains(name);
    }

    static boolean shownToVisitors(String name) {
        return shown(name)
                && !DESK_ONLY.contains(name)
                && !DESK_ONLY_GROUP.matcher(name).matches();
    }

    static String label(String name, Sentences sentences) {
        Matcher evidence = EVIDENCE.matcher(name);
        if (evidence.matches()) {
            return sentences.say("history.field.evidence." + evidence.group(2), evidence.group(1));
        }
        if (name.startsWith(INTEREST)) {
            return sentences.say("history.field.interest");
        }
        if (name.startsWith("hiding.")) {
            String[] part = name.split("\\.");
            return sentences.say("history.field.hiding." + part[1], part.length < 3 ? "" : part[2]);
        }
        return sentences.say("history.field." + name);
    }

    /** The value in words; empty where there is none. */
    static String value(String name, @Nullable String value, Map<Long, String> people, Sentences sentences) {
        if (value == null) {
            return "";
        }
        if (name.equals("assignee")) {
            return people.getOrDefault(Long.valueOf(value), value);
        }
        if (name.startsWith(INTEREST)) {
            // Earlier revisions have the person's name in the value.
            String who = people.getOrDefault(Long.valueOf(name.substring(INTEREST.length())), "") + ": ";
            return value.startsWith(who) ? value : who + value;
        }
        if (name.equals("hidden") || name.equals("locked") || name.equals("verdict.second-agreed")) {
            return sentences.say("history.yes");
        }
        if (name.endsWith(".stance")) {
            return sentences.say("review.stance." + value);
        }
        if (name.startsWith("hiding.")) {
            return sentences.say("moderation.ground." + value);
        }
        String prefix = CODES.get(name);
        return prefix == null ? value : sentences.say(prefix + value);
    }

    /** The facts that readers of a public verdict see. */
    static Facts forVisitors(Facts facts) {
        Facts.Builder builder = Facts.builder();
        facts.values().forEach((name, value) -> {
            if (shownToVisitors(name)) {
                builder.with(name, value);
            }
        });
        return builder.build();
    }
}
