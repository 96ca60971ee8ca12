package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.Split;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;

/**
 * The GUM corpus: sentences in CoNLL-U, of articles that lie as text in a folder beside it. A sentence end is the number
 * of characters before it, white space not counted, so that the two texts may differ in white space. Left out are:
 *
 * <ul>
 *   <li>an annotated sentence that the article does not hold after the one before it, and what the splitter finds in a
 *       stretch of the article without annotated sentences;
 *   <li>an annotated end inside a line without a mark that ends sentences: GUM takes apart words that a page has put in
 *       one line, such as a row of categories; here text is split at marks and line breaks only.
 * </ul>
 */
final class SentenceEnds implements DataSet {

    private static final String SET = "gum";
    private static final String TEXT = "# text = ";
    private static final String ARTICLES = "../articles";
    private static final Pattern MARKED = Pattern.compile("[.!?…][\\p{P}\\p{S}]{0,5}$");

    @Override
    public boolean isIn(Path folder) throws IOException {
        return Files.isDirectory(folder.resolve(ARTICLES)) && !corpus(folder).isEmpty();
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        Counts ends = new Counts();
        for (Path sentences : corpus(folder)) {
            count(ends, sentences, Files.readString(article(folder, sentences)));
        }
        return List.of(
                Figure.atLeast(SET, "sentence ends F1", ends.f1(), 0.99),
                Figure.plain(SET, "sentence ends precision", ends.precision()),
                Figure.plain(SET, "sentence ends recall", ends.recall()));
    }

    private static List<Path> corpus(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".conllu"))
                    .sorted()
                    .toList();
        }
    }

    /** GUM_news_nasa.conllu is the article gum-gum-news-nasa.txt. */
    private static Path article(Path folder, Path sentences) {
        String name = sentences.getFileName().toString().replace(".conllu", "");
        return folder.resolve(ARTICLES)
                .resolve("gum-" + name.toLowerCase(Locale.ROOT).replace('_', '-') + ".txt");
    }

    private static void count(Counts ends, Path sentences, String article) throws IOException {
        List<String> annotated = Files.readAllLines(sentences).stream()
                .filter(line -> line.startsWith(TEXT))
                .map(line -> squeezed(line.substring(TEXT.length())))
                .toList();
        String text = squeezed(article);
        Set<Integer> gold = new TreeSet<>();
        Set<Integer> found = ends(article);
        Set<Integer> lineEnds = lineEnds(article);
        int at = 0;
        for (String sentence : annotated) {
            int start = text.indexOf(sentence, at);
            if (start >= 0) {
                withoutBetween(found, at, start);
                at = start + sentence.length();
                if (MARKED.matcher(sentence).find() || lineEnds.contains(at)) {
                    gold.add(at);
                }
            }
        }
        withoutBetween(found, at, text.length() + 1);
        int both = (int) gold.stream().filter(found::contains).count();
        ends.right(both);
        ends.wrong(found.size() - both);
        ends.missed(gold.size() - both);
    }

    private static void withoutBetween(Set<Integer> ends, int from, int to) {
        ends.removeIf(end -> end > from && end < to);
    }

    private static Set<Integer> ends(String article) {
        Split split = ClaimSplitter.standard().split(article, SplitterSettings.defaults());
        return split.sentences().stream()
                .map(SplitSentence::end)
                .map(end -> squeezed(article.substring(0, article.offsetByCodePoints(0, end)))
                        .length())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> lineEnds(String article) {
        Set<Integer> ends = new TreeSet<>();
        int before = 0;
        for (String line : article.split("\\R")) {
            before += squeezed(line).length();
            ends.add(before);
        }
        return ends;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
