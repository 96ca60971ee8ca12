package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;
import org.claimtrail.support.TabSeparated;

/** Sentences with a yes or a no each, read as {@code split --lines} reads them. */
final class LabelledLines {

    private final List<String> sentences = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();

    /**
     * Reads a file of {@link TabSeparated} rows.
     *
     * @param skip rows to leave out at the head
     * @param text index of the sentence in a row
     * @param label index of its label
     * @param yes the label that means check-worthy
     */
    static LabelledLines read(Path file, int skip, int text, int label, String yes) throws IOException {
        LabelledLines lines = new LabelledLines();
        for (List<String> row : TabSeparated.rows(file).stream().skip(skip).toList()) {
            if (row.size() > Math.max(text, label)) {
                lines.sentences.add(row.get(text));
                lines.labels.add(row.get(label).strip().equals(yes));
            }
        }
        return lines;
    }

    Decisions decided() {
        String text = sentences.stream()
                .map(sentence -> sentence.replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
        List<SplitSentence> split = ClaimSplitter.standard().splitLines(text, SplitterSettings.defaults());
        Decisions decisions = new Decisions();
        for (int i = 0; i < labels.size(); i++) {
            decisions.add(
                    labels.get(i), split.get(i).checkworthy(), split.get(i).score());
        }
        return decisions;
    }
}
