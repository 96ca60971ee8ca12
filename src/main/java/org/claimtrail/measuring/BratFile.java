package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.splitting.Span;

/** Attributions in the brat standoff format: spans ("T" lines) and which of them belong together ("E" lines). */
final class BratFile {

    /** One annotated attribution; each list is in the order of the text and may be empty. */
    record Annotated(List<Span> source, List<Span> cue, List<Span> content) {}

    private final Map<String, List<Span>> spans = new HashMap<>();

    private BratFile() {}

    static List<Annotated> read(Path file) throws IOException {
        BratFile brat = new BratFile();
        List<Annotated> attributions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t");
            if (line.startsWith("T")) {
                brat.spans.put(fields[0], spans(fields[1]));
            } else if (line.startsWith("E")) {
                attributions.add(new Annotated(
                        brat.of(fields[1], "Source"), brat.of(fields[1], "Cue"), brat.of(fields[1], "Content")));
            }
        }
        return attributions;
    }

    /** Reads "Content 256 377;463 616". */
    private static List<Span> spans(String field) {
        List<Span> spans = new ArrayList<>();
        for (String piece : field.substring(field.indexOf(' ') + 1).split(";")) {
            String[] ends = piece.split(" ");
            spans.add(new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        return spans;
    }

    /** The spans that an "E" line gives a role; several of one role are numbered: "Content:T3 Content2:T5". */
    private List<Span> of(String field, String role) {
        List<Span> all = new ArrayList<>();
        for (String argument : field.split(" ")) {
            int colon = argument.indexOf(':');
            String name = argument.substring(0, colon);
            if (name.startsWith(role) && name.substring(role.length()).chars().allMatch(Character::isDigit)) {
                all.addAll(spans.getOrDefault(argument.substring(colon + 1), List.of()));
            }
        }
        return all;
    }
}
