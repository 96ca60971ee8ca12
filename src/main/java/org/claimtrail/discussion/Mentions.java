package org.claimtrail.discussion;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds {@code @Name of a person} in a text. Of several names that fit the longest counts; case does not matter. */
final class Mentions {

    private final List<Mention> longestFirst;

    Mentions(Collection<Mention> people) {
        this.longestFirst = people.stream()
                .sorted(Comparator.comparingInt(
                        (Mention person) -> -person.name().length()))
                .toList();
    }

    /** Everybody who is named; all who bear the name where several do. */
    Set<Mention> in(String text) {
        Set<Mention> found = new LinkedHashSet<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            String name = nameAt(text, at);
            if (name != null) {
                longestFirst.stream()
                        .filter(person -> person.name().equalsIgnoreCase(name))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The name behind the at sign that stands there; null where none of these people is named. */
    @Nullable
    String nameAt(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.codePointBefore(at))) {
            return null;
        }
        for (Mention person : longestFirst) {
            String name = person.name();
            int end = at + 1 + name.length();
            boolean fits = text.regionMatches(true, at + 1, name, 0, name.length());
            if (fits && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)))) {
                return text.substring(at + 1, end);
            }
        }
        return null;
    }
}
