package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.Split;
import org.claimtrail.splitting.SplitterSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An article annotated by hand: {@code gold.json} and the text it names. */
final class GoldArticle implements DataSet {

    private static final String GOLD = "gold.json";

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(GOLD));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        GoldScore score = score(folder);
        String set = folder.toAbsolutePath().normalize().getFileName().toString();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atMost(set, "gates broken", score.broken.size(), 0));
        figures.add(Figure.atLeast(set, "sentence ends F1", score.ends.f1(), 1));
        figures.add(Figure.atLeast(set, "check-worthy macro-F1", score.checkworthy.macroF1(), 0.82));
        figures.add(Figure.atLeast(
                set, "check-worthy precision", score.checkworthy.of(true).precision(), 0.85));
        figures.add(Figure.plain(set, "check-worthy average precision", score.checkworthy.averagePrecision()));
        figures.add(Figure.atLeast(set, "claims F1", score.claims.f1(), 0.70));
        figures.add(Figure.plain(set, "claims precision", score.claims.precision()));
        figures.add(Figure.plain(set, "claims recall", score.claims.recall()));
        figures.add(Figure.atLeast(set, "high-priority claims found", score.high.recall(), 21.0 / 23));
        figures.add(Figure.atMost(set, "must-find claims missed", score.mustFindMissed.size(), 0));
        figures.add(Figure.atLeast(set, "speakers right", score.speakers.recall(), 37.0 / 43));
        figures.add(Figure.atLeast(set, "quantities right", score.quantities.recall(), 1));
        figures.add(Figure.atLeast(set, "times right", score.times.recall(), 12.0 / 13));
        return figures;
    }

    /** Splits the article as of its day of reference and compares. */
    static GoldScore score(Path folder) throws IOException {
        JsonNode gold = JsonMapper.shared().readTree(Files.readString(folder.resolve(GOLD)));
        String text = Files.readString(folder.resolve(gold.get("file").asString()));
        LocalDate published = LocalDate.parse(gold.get("reference_date").asString());
        Split split = ClaimSplitter.standard()
                .split(
                        text,
                        new SplitterSettings(
                                published, SplitterSettings.defaults().threshold()));
        return new GoldScore(gold, split);
    }
}
