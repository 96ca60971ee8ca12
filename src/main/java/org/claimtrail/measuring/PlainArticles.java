package org.claimtrail.measuring;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrail.splitting.Candidate;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.Span;
import org.claimtrail.splitting.SplitterSettings;

/**
 * Articles as plain text, for what must hold of any text: changes that do not touch its words move the claims and do
 * nothing else to them ({@link HarmlessChange}), and the time taken is short and grows as the text does.
 */
final class PlainArticles implements DataSet {

    private static final List<String> COMPANIONS = List.of("metadata.jsonl", "gold.json");
    private static final int WARM_UP_RUNS = 3;
    private static final int RUNS = 7;
    private static final int TIMES_LONGER = 10;
    private static final double NANOS = 1e9;

    private final ClaimSplitter splitter = ClaimSplitter.standard();

    @Override
    public boolean isIn(Path folder) throws IOException {
        return COMPANIONS.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)))
                && !texts(folder).isEmpty();
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        String set = folder.toAbsolutePath().normalize().getFileName().toString();
        List<String> texts = texts(folder);
        String all = String.join("\n\n", texts);
        double once = seconds(all);
        double longer = seconds((all + "\n\n").repeat(TIMES_LONGER));
        double thousands = all.strip().split("\\s+").length / 1000.0;
        return List.of(
                Figure.atLeast(set, "robustness", robustness(texts), 1),
                Figure.atLeast(set, "same sentences when hard-wrapped", wrapping(texts), 0.95),
                Figure.atMost(set, "seconds for 1,000 words", once / thousands, 0.10),
                Figure.atMost(set, "time for 10 times the text / time", longer / once, 11));
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    /** Share of the pairs of text and change whose claims have the same words and the same, moved, passages. */
    private double robustness(List<String> texts) {
        int held = 0;
        for (String text : texts) {
            List<Candidate> claims = claims(text);
            for (HarmlessChange change : HarmlessChange.ALL) {
                HarmlessChange.Changed changed = change.of(text);
                held += isSame(claims, claims(changed.text()), changed) ? 1 : 0;
            }
        }
        return (double) held / (texts.size() * HarmlessChange.ALL.size());
    }

    /** Share of the pairs of text and width that keep all sentences ({@link Wrapping}). */
    private static double wrapping(List<String> texts) {
        long kept = texts.stream()
                .mapToLong(text -> Wrapping.WIDTHS.stream()
                        .filter(width -> Wrapping.isHarmless(text, width))
                        .count())
                .sum();
        return (double) kept / (texts.size() * Wrapping.WIDTHS.size());
    }

    private List<Candidate> claims(String text) {
        return splitter.split(text, SplitterSettings.defaults()).sentences().stream()
                .flatMap(sentence -> sentence.claims().stream())
                .toList();
    }

    static boolean isSame(List<Candidate> before, List<Candidate> after, HarmlessChange.Changed changed) {
        List<String> words = before.stream().map(Candidate::text).toList();
        List<Span> moved = before.stream()
                .flatMap(claim -> claim.spans().stream())
                .map(changed::moved)
                .toList();
        return words.equals(after.stream().map(Candidate::text).toList())
                && moved.equals(
                        after.stream().flatMap(claim -> claim.spans().stream()).toList());
    }

    /** Median of a few runs after others to warm up: processor time of the one thread, whatever else runs. */
    private double seconds(String text) {
        for (int i = 0; i < WARM_UP_RUNS; i++) {
            splitter.split(text, SplitterSettings.defaults());
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            splitter.split(text, SplitterSettings.defaults());
            seconds[i] = (threads.getCurrentThreadCpuTime() - start) / NANOS;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }
}
