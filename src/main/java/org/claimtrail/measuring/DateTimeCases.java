package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;
import org.claimtrail.splitting.TimeExpression;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The English date and time cases of Recognizers-Text: a short text, the day it is read, and the times in it. A case is
 * right when for each expected time one of ours overlaps it and agrees with one of its resolutions
 * ({@link DateTimeAnswer}), and nothing else was found.
 */
final class DateTimeCases implements DataSet {

    private static final String FILE = "Specs/DateTime/English/DateTimeModel.json";

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        List<JsonNode> cases = Recognizers.cases(folder.resolve(FILE));
        long right = cases.stream().filter(DateTimeCases::isRight).count();
        return List.of(Figure.atLeast("recognizers", "DateTimeModel cases right", (double) right / cases.size(), 0.60));
    }

    static boolean isRight(JsonNode one) {
        List<TimeExpression> found = found(one);
        List<TimeExpression> unexpected = new ArrayList<>(found);
        for (JsonNode expected : one.path("Results")) {
            List<TimeExpression> here =
                    found.stream().filter(time -> overlaps(expected, time)).toList();
            if (here.stream().noneMatch(time -> agrees(expected, time.value()))) {
                return false;
            }
            unexpected.removeAll(here);
        }
        return unexpected.isEmpty();
    }

    private static List<TimeExpression> found(JsonNode one) {
        String line = one.path("Input").asString("").replace('\n', ' ').replace('\r', ' ');
        List<SplitSentence> split = ClaimSplitter.standard().splitLines(line, new SplitterSettings(readOn(one), 0.5));
        return split.stream().flatMap(sentence -> sentence.times().stream()).toList();
    }

    private static @Nullable LocalDate readOn(JsonNode one) {
        String reference = one.path("Context").path("ReferenceDateTime").asString("");
        return reference.isEmpty() ? null : LocalDate.parse(reference.substring(0, "2016-11-07".length()));
    }

    private static boolean overlaps(JsonNode expected, TimeExpression time) {
        return time.start() <= expected.path("End").asInt()
                && time.end() > expected.path("Start").asInt();
    }

    private static boolean agrees(JsonNode expected, String value) {
        String words = expected.path("Text").asString("");
        for (JsonNode resolution : expected.path("Resolution").path("values")) {
            if (DateTimeAnswer.of(words, resolution).agrees(value)) {
                return true;
            }
        }
        return false;
    }
}
