package org.claimtrail.splitting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code src/test/resources/splitting}: a text for one phenomenon and, section by section, what is to be
 * found in it. A section that is missing expects nothing to be found; the section "attributions" is compared only where
 * the file has it.
 */
record CorpusCase(String name, LocalDate published, String text, Map<String, List<String>> expected) {

    private static final Path FOLDER = Path.of("src/test/resources/splitting");
    private static final String SECTION = "--- ";
    private static final String ATTRIBUTIONS = "attributions";

    static List<CorpusCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(CorpusCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusCase read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            LocalDate published = LocalDate.parse(lines.get(0).substring("published: ".length()));
            Map<String, List<String>> sections = new LinkedHashMap<>();
            List<String> section = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith(SECTION)) {
                    section = new ArrayList<>();
                    sections.put(line.substring(SECTION.length()), section);
                } else {
                    section.add(line);
                }
            }
            String text = String.join("\n", sections.getOrDefault("text", List.of()));
            sections.remove("text");
            return new CorpusCase(file.getFileName().toString(), published, text, sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the splitter finds, written as the file writes it. */
    Map<String, List<String>> found() {
        Split split = ClaimSplitter.standard().split(text, new SplitterSettings(published, 0.5));
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<SplitSentence> sentences = split.sentences();
        put(found, "sentences", sentences.stream().map(s -> slice(s.start(), s.end())));
        put(
                found,
                "claims",
                sentences.stream().flatMap(s -> s.claims().stream()).map(CorpusCase::line));
        put(found, "boilerplate", split.boilerplate().stream().map(b -> b.kind() + " | " + slice(b.start(), b.end())));
        put(
                found,
                "quantities",
                sentences.stream().flatMap(s -> s.quantities().stream()).map(this::line));
        if (expected.containsKey(ATTRIBUTIONS)) {
            put(
                    found,
                    ATTRIBUTIONS,
                    sentences.stream().flatMap(s -> s.attributions().stream()).map(this::line));
        }
        put(
                found,
                "times",
                sentences.stream()
                        .flatMap(s -> s.times().stream())
                        .map(t -> slice(t.start(), t.end()) + " | " + t.value()));
        return found;
    }

    private static void put(Map<String, List<String>> sections, String name, Stream<String> lines) {
        List<String> list = lines.toList();
        if (!list.isEmpty()) {
            sections.put(name, list);
        }
    }

    private static String line(Candidate claim) {
        String speaker = claim.speaker() == null ? "" : " | " + claim.speaker();
        return claim.kind().code() + " | " + claim.text() + speaker;
    }

    private String line(Quantity quantity) {
        String value = quantity.value() != null
                ? number(quantity.value())
                : number(quantity.low()) + ".." + number(quantity.high());
        String unit = quantity.unit() == null ? "-" : quantity.unit();
        return slice(quantity.start(), quantity.end()) + " | " + quantity.comparator() + " " + value + " " + unit;
    }

    /** "source | cue | content ... content", "-" for a source or cue that is not there. */
    private String line(Attribution attribution) {
        String content = attribution.content().stream().map(this::slice).collect(Collectors.joining(" ... "));
        return slice(attribution.source()) + " | " + slice(attribution.cue()) + " | " + content;
    }

    private String slice(@Nullable Span span) {
        return span == null ? "-" : slice(span.start(), span.end());
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        return value == Math.rint(value) ? String.valueOf(value.longValue()) : String.valueOf(value);
    }

    /** A line break within is written "⏎". */
    private String slice(int start, int end) {
        return Slices.of(text, start, end).replace('\n', '⏎');
    }

    @Override
    public String toString() {
        return name;
    }
}
