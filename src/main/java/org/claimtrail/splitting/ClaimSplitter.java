package org.claimtrail.splitting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into sentences and proposes the claims in them. The same text and settings always give the same
 * result, in time proportional to the text's length. Safe for use by several threads.
 */
public final class ClaimSplitter {

    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final Tagger tagger;
    private final SentenceScanner scanner;
    private final CheckworthinessScorer scorer;

    private ClaimSplitter(Lexicon lexicon, Tagger tagger, CheckworthinessScorer scorer) {
        this.lexicon = lexicon;
        this.tagger = tagger;
        this.scorer = scorer;
        this.tokenizer = new Tokenizer(lexicon);
        this.scanner = new SentenceScanner(lexicon);
    }

    /** The splitter with the word lists and models of this program, read once. */
    public static ClaimSplitter standard() {
        return Standard.SPLITTER;
    }

    private static final class Standard {
        private static final ClaimSplitter SPLITTER = load();

        private static ClaimSplitter load() {
            Lexicon lexicon = Lexicon.load();
            return new ClaimSplitter(lexicon, Tagger.load(lexicon), CheckworthinessModel.load());
        }
    }

    /**
     * Splits a text: at line ends first, then at sentence ends.
     *
     * @return all offsets are code points of {@code text}
     */
    public Split split(String text, SplitterSettings settings) {
        OffsetMap offsets = OffsetMap.of(text);
        Boilerplates boilerplates = Boilerplates.of(text);
        List<Boilerplate> boilerplate = new ArrayList<>();
        for (Boilerplates.Found found : boilerplates.found()) {
            boilerplate.add(new Boilerplate(offsets.at(found.start()), offsets.at(found.end()), found.kind()));
        }
        List<Article.Line> lines = new ArrayList<>();
        for (Boilerplates.Line line : boilerplates.lines()) {
            lines.add(new Article.Line(line, scanner.sentences(text, line.passage())));
        }
        Article article = new Article(lexicon, tokenizer, tagger.session(), text);
        article.read(lines);
        LocalDate published = settings.published();
        if (published == null) {
            published = boilerplates.dateLine();
        }
        return new Split(
                offsets.length(),
                boilerplate,
                sentences(
                        article, Register.of(lexicon, article.sentences()), offsets, published, settings.threshold()));
    }

    /**
     * Takes each line of a text as one sentence that is not split further; an empty line is one without claims.
     *
     * @return one sentence a line, its offsets code points counted within the line
     */
    public List<SplitSentence> splitLines(String text, SplitterSettings settings) {
        List<Article> lines = new ArrayList<>();
        Tagger.Session session = tagger.session();
        for (String line : text.lines().toList()) {
            Passage passage = new Passage(0, line.length()).trimmed(line);
            Article article = new Article(lexicon, tokenizer, session, line);
            List<Passage> one = passage.isEmpty() ? List.of() : List.of(passage);
            article.read(List.of(new Article.Line(new Boilerplates.Line(passage, passage.start(), false), one)));
            lines.add(article);
        }
        Register register = Register.of(
                lexicon,
                lines.stream().flatMap(line -> line.sentences().stream()).toList());
        List<SplitSentence> result = new ArrayList<>();
        for (Article line : lines) {
            List<SplitSentence> sentences =
                    sentences(line, register, OffsetMap.of(line.text()), settings.published(), settings.threshold());
            result.add(sentences.isEmpty() ? nothing() : sentences.get(0));
        }
        return result;
    }

    private static SplitSentence nothing() {
        return new SplitSentence(
                0, 0, false, 0, List.of(), NotCheckable.FRAGMENT, List.of(), List.of(), List.of(), List.of());
    }

    private List<SplitSentence> sentences(
            Article article, Register register, OffsetMap offsets, @Nullable LocalDate published, double threshold) {
        List<SplitSentence> result = new ArrayList<>();
        Findings findings = new Findings(lexicon, article, scorer, register, offsets, published, threshold);
        for (Sentence sentence : article.sentences()) {
            result.add(findings.in(sentence));
        }
        return result;
    }
}
