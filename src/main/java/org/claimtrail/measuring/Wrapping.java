package org.claimtrail.measuring;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.Split;
import org.claimtrail.splitting.SplitterSettings;

/** Whether a text keeps its sentences when its lines, each a paragraph, are wrapped and parted by blank lines. */
final class Wrapping {

    static final List<Integer> WIDTHS = List.of(60, 72, 80);

    private Wrapping() {}

    /** Whether the sentences are the same, white space aside, at a width. */
    static boolean isHarmless(String text, int width) {
        String plain = text.lines()
                .map(Wrapping::normal)
                .filter(line -> !line.isEmpty())
                .collect(paragraphs());
        String wrapped = plain.lines().map(line -> wrapped(line, width)).collect(Collectors.joining("\n"));
        return sentences(plain).equals(sentences(wrapped));
    }

    private static Collector<CharSequence, ?, String> paragraphs() {
        return Collectors.joining("\n\n");
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String wrapped(String line, int width) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ")) {
            boolean fits = column + 1 + word.length() <= width;
            if (column > 0) {
                wrapped.append(fits ? ' ' : '\n');
            }
            column = (column > 0 && fits ? column + 1 : 0) + word.length();
            wrapped.append(word);
        }
        return wrapped.toString();
    }

    private static List<String> sentences(String text) {
        Split split = ClaimSplitter.standard().split(text, SplitterSettings.defaults());
        return split.sentences().stream()
                .map(s -> text.substring(text.offsetByCodePoints(0, s.start()), text.offsetByCodePoints(0, s.end())))
                .map(Wrapping::normal)
                .toList();
    }
}
