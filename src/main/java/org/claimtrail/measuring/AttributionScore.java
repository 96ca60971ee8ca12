package org.claimtrail.measuring;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.claimtrail.measuring.BratFile.Annotated;
import org.claimtrail.splitting.Attribution;
import org.claimtrail.splitting.Span;
import org.jspecify.annotations.Nullable;

/**
 * Attributions found against annotated ones, summed over articles.
 *
 * <p>Content: the set of characters, white space left out, that stand in any content annotated against those that stand
 * in any content found; contents inside one another count once.
 *
 * <p>Source: of the annotated attributions that have one, those are right whose partner's source span contains the head
 * of the annotated source. The partner is the attribution found that shares most content characters, of several the one
 * with the shortest content. The head is the last word of the source up to the first " of ", " in ", ",", " who ",
 * " at " or " from ", so the last name of a name, without "'s".
 *
 * <p>Cue: of the annotated cues, those that overlap a cue found.
 */
final class AttributionScore {

    private static final Pattern AFTER_FIRST_PHRASE = Pattern.compile(" of | in |,| who | at | from ");

    final Counts content = new Counts();
    final Counts sources = new Counts();
    final Counts cues = new Counts();

    void add(String text, List<Annotated> annotated, List<Attribution> found) {
        int[] characters = text.codePoints().toArray();
        BitSet gold = new BitSet();
        annotated.forEach(attribution -> gold.or(characters(characters, attribution.content())));
        BitSet all = new BitSet();
        found.forEach(attribution -> all.or(characters(characters, attribution.content())));
        int both = common(gold, all);
        content.right(both);
        content.wrong(all.cardinality() - both);
        content.missed(gold.cardinality() - both);
        for (Annotated attribution : annotated) {
            if (!attribution.source().isEmpty()) {
                boolean right = isSourceRight(characters, attribution, found);
                sources.right(right ? 1 : 0);
                sources.missed(right ? 0 : 1);
            }
            if (!attribution.cue().isEmpty()) {
                boolean right = found.stream().anyMatch(other -> overlaps(attribution.cue(), other.cue()));
                cues.right(right ? 1 : 0);
                cues.missed(right ? 0 : 1);
            }
        }
    }

    private static boolean isSourceRight(int[] characters, Annotated annotated, List<Attribution> found) {
        BitSet gold = characters(characters, annotated.content());
        Function<Attribution, Integer> shared = other -> common(gold, characters(characters, other.content()));
        Comparator<Attribution> shortest = Comparator.comparingInt(
                other -> -characters(characters, other.content()).cardinality());
        Span head = head(characters, annotated.source().get(0));
        return found.stream()
                .filter(other -> shared.apply(other) > 0)
                .max(Comparator.comparing(shared).thenComparing(shortest))
                .map(Attribution::source)
                .filter(source -> source.start() <= head.start() && head.end() <= source.end())
                .isPresent();
    }

    private static Span head(int[] characters, Span source) {
        String words = new String(characters, source.start(), source.end() - source.start());
        String first = AFTER_FIRST_PHRASE.split(words, 2)[0].stripTrailing();
        if (first.endsWith("'s") || first.endsWith("’s")) {
            first = first.substring(0, first.length() - 2);
        }
        int end = source.start() + first.codePointCount(0, first.length());
        int start = end;
        while (start > source.start() && !Character.isWhitespace(characters[start - 1])) {
            start--;
        }
        return new Span(start, end);
    }

    private static boolean overlaps(List<Span> annotated, @Nullable Span found) {
        return found != null
                && annotated.stream().anyMatch(span -> span.start() < found.end() && found.start() < span.end());
    }

    private static BitSet characters(int[] characters, List<Span> spans) {
        BitSet set = new BitSet();
        for (Span span : spans) {
            for (int i = span.start(); i < Math.min(span.end(), characters.length); i++) {
                if (!Character.isWhitespace(characters[i]) && !Character.isSpaceChar(characters[i])) {
                    set.set(i);
                }
            }
        }
        return set;
    }

    private static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }
}
