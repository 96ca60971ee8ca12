package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The English development set of CheckThat! 2024 task 1: sentences of debates, check-worthy or not. */
final class CheckThat implements DataSet {

    private static final String FILE = "CT24_checkworthy_english_dev.tsv";
    private static final String SET = "checkthat2024 dev";

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        Decisions decided =
                LabelledLines.read(folder.resolve(FILE), 1, 1, 2, "Yes").decided();
        Counts yes = decided.of(true);
        return List.of(
                Figure.atLeast(SET, "F1 of yes", yes.f1(), 0.89),
                Figure.plain(SET, "precision of yes", yes.precision()),
                Figure.plain(SET, "recall of yes", yes.recall()),
                Figure.plain(SET, "macro-F1", decided.macroF1()),
                Figure.plain(SET, "average precision", decided.averagePrecision()));
    }
}
