package org.claimtrail.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.claimtrail.splitting.CheckworthinessTrainer.Example;
import org.claimtrail.support.TabSeparated;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labelled sentences and leaves out those held out. */
final class Examples {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int COLUMNS = 3;

    private final HeldOut heldOut;
    private int skipped;

    Examples(HeldOut heldOut) {
        this.heldOut = heldOut;
    }

    /** How many sentences were left out so far. */
    int skipped() {
        return skipped;
    }

    /**
     * Sentences in the form of CheckThat! 2024: a line of column names, then lines of id, sentence and Yes or No, parted
     * by tabs; a sentence may stand in quotation marks, those inside it doubled.
     */
    List<Example> debates(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (List<String> row : TabSeparated.rows(file).stream().skip(1).toList()) {
            if (row.size() != COLUMNS) {
                throw new IOException(file + " has a line without " + COLUMNS + " columns");
            }
            add(examples, row.get(1), row.get(2).strip().equals("Yes"));
        }
        return examples;
    }

    /**
     * Sentences of articles: JSON lines with {@code article}, {@code text} and {@code checkworthy}. Lines of one article
     * stand together, in its order.
     */
    List<List<Example>> articles(Path file) throws IOException {
        List<List<Example>> articles = new ArrayList<>();
        String last = null;
        for (String line : Files.readAllLines(file)) {
            JsonNode row = row(file, line);
            String article = row.path("article").asString("");
            if (!article.equals(last) || article.isEmpty()) {
                articles.add(new ArrayList<>());
                last = article;
            }
            String text = LINE_END.matcher(row.get("text").asString()).replaceAll(" ");
            add(
                    articles.get(articles.size() - 1),
                    text.strip(),
                    row.get("checkworthy").asBoolean());
        }
        return articles;
    }

    private static JsonNode row(Path file, String line) throws IOException {
        try {
            JsonNode row = JsonMapper.shared().readTree(line);
            if (row.path("text").isString() && row.path("checkworthy").isBoolean()) {
                return row;
            }
        } catch (JacksonException e) {
            throw new IOException(file + " has a line that is no JSON", e);
        }
        throw new IOException(file + " has a line without text and checkworthy");
    }

    private void add(List<Example> examples, String text, boolean checkworthy) {
        if (heldOut.has(text)) {
            skipped++;
        } else if (!text.isBlank()) {
            examples.add(new Example(text, checkworthy));
        }
    }
}
