package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrail.splitting.Attribution;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.SplitterSettings;

/**
 * PolNeAR: news articles with who said what, as brat standoff files. Where several people annotated an article, the
 * first in the order of file names counts.
 */
final class PolNear implements DataSet {

    private static final String SET = "polnear-dev";
    private static final String TEXTS = "text";
    private static final String ANNOTATIONS = "attributions";
    private static final String TEXT_ENDING = ".txt";
    private static final double CONTENT_GOAL = 0.80;
    private static final double SOURCE_GOAL = 0.70;

    @Override
    public boolean isIn(Path folder) {
        return Files.isDirectory(folder.resolve(TEXTS)) && Files.isDirectory(folder.resolve(ANNOTATIONS));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        AttributionScore score = score(folder);
        return List.of(
                Figure.atLeast(SET, "content characters F1", score.content.f1(), CONTENT_GOAL),
                Figure.plain(SET, "content characters precision", score.content.precision()),
                Figure.plain(SET, "content characters recall", score.content.recall()),
                Figure.atLeast(SET, "source head right", score.sources.recall(), SOURCE_GOAL),
                Figure.plain(SET, "cue overlap recall", score.cues.recall()));
    }

    private static AttributionScore score(Path folder) throws IOException {
        AttributionScore score = new AttributionScore();
        for (Path file : files(folder.resolve(TEXTS), TEXT_ENDING)) {
            String name = file.getFileName().toString();
            String article = name.substring(0, name.length() - TEXT_ENDING.length());
            List<Path> annotations = files(folder.resolve(ANNOTATIONS), ".ann").stream()
                    .filter(annotation -> isOf(annotation, article))
                    .toList();
            if (!annotations.isEmpty()) {
                String text = Files.readString(file);
                score.add(text, BratFile.read(annotations.get(0)), found(text));
            }
        }
        return score;
    }

    private static List<Attribution> found(String text) {
        return ClaimSplitter.standard().split(text, SplitterSettings.defaults()).sentences().stream()
                .flatMap(sentence -> sentence.attributions().stream())
                .toList();
    }

    /** Whether the annotation's name is the article's and an annotator's after an underscore. */
    private static boolean isOf(Path annotation, String article) {
        String name = annotation.getFileName().toString();
        int annotator = name.lastIndexOf('_');
        return annotator > 0 && name.substring(0, annotator).equals(article);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
