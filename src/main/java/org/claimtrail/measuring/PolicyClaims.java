package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PoliClaim: sentences of political speeches, with a verifiable claim or without. */
final class PolicyClaims implements DataSet {

    private static final String FILE = "policlaim_train_gold.tsv";
    private static final String SET = "policlaim";

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        Decisions decided =
                LabelledLines.read(folder.resolve(FILE), 0, 0, 1, "1").decided();
        return List.of(
                Figure.plain(SET, "F1 of yes", decided.of(true).f1()),
                Figure.plain(SET, "macro-F1", decided.macroF1()),
                Figure.plain(SET, "average precision", decided.averagePrecision()));
    }
}
