package org.claimtrail.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What changed between two texts, word by word. */
public final class WordDiff {

    /** A number, a word, a run of white space, or one other character as a reader sees it: together they are the whole text. */
    private static final Pattern TOKEN =
            Pattern.compile("\\d+(?:[.,:/-]\\d+)*%?|[\\p{L}\\p{N}\\p{M}_]+|\\s+|\\X", Pattern.DOTALL);

    /** Above this many words on either side the texts are shown as replaced whole: comparing takes their product. */
    private static final int MAX_TOKENS = 20_000;

    private WordDiff() {}

    /** How a segment of text came to be. */
    public enum Type {
        SAME,
        ADDED,
        REMOVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A run of text of one type. */
    public record Segment(Type type, String text) {}

    /** The segments that tell how one text became the other; those not added are the old text, those not removed the new. */
    public static List<Segment> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        List<Segment> segments = new ArrayList<>();
        if (old.size() > MAX_TOKENS || now.size() > MAX_TOKENS) {
            add(segments, Type.REMOVED, List.of(before));
            add(segments, Type.ADDED, List.of(after));
            return segments;
        }
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            Chunk<String> source = delta.getSource();
            add(segments, Type.SAME, old.subList(done, source.getPosition()));
            add(segments, Type.REMOVED, source.getLines());
            add(segments, Type.ADDED, delta.getTarget().getLines());
            done = source.getPosition() + source.size();
        }
        add(segments, Type.SAME, old.subList(done, old.size()));
        return segments;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(r -> r.group()).toList();
    }

    private static void add(List<Segment> segments, Type type, List<String> tokens) {
        String text = String.join("", tokens);
        if (!text.isEmpty()) {
            segments.add(new Segment(type, text));
        }
    }
}
