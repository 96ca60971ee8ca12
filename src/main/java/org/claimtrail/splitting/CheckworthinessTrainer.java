package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Makes the file of weights from labelled sentences; the same sentences always give the same bytes. */
public final class CheckworthinessTrainer {

    /**
     * A sentence with its label.
     *
     * @param text the sentence, without line ends
     * @param checkworthy whether it holds a claim worth checking
     */
    public record Example(String text, boolean checkworthy) {}

    private static final int FOLDS = 5;
    private static final double PULL_OF_REPORTS = 4;
    private static final double PULL_OF_SPEECHES = 1;

    private final Lexicon lexicon = Lexicon.load();
    private final Tagger tagger = Tagger.load(lexicon);

    /**
     * @param speeches sentences spoken in debates and the like, each on its own
     * @param reports sentences of news articles, an article a list, in their order
     * @return the file's text
     */
    public String train(List<Example> speeches, List<List<Example>> reports) {
        List<Collection<String>> features = features(speeches);
        boolean[] labels = labels(speeches);
        Map<String, Double> wording = MarginTrainer.train(features, labels);
        CheckworthinessModel words = new CheckworthinessModel(Map.of(), wording);
        Map<Register, double[]> weights = new EnumMap<>(Register.class);
        weights.put(
                Register.SPEECH,
                fit(alone(speeches), crossed(speeches, features, labels), Register.SPEECH, PULL_OF_SPEECHES));
        weights.put(Register.REPORT, fit(reports, words::wording, Register.REPORT, PULL_OF_REPORTS));
        return new CheckworthinessModel(weights, wording).written();
    }

    private static List<List<Example>> alone(List<Example> examples) {
        return examples.stream().map(List::of).toList();
    }

    private static boolean[] labels(List<Example> examples) {
        boolean[] labels = new boolean[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = examples.get(i).checkworthy();
        }
        return labels;
    }

    private List<Collection<String>> features(List<Example> examples) {
        Tokenizer tokenizer = new Tokenizer(lexicon);
        Tagger.Session session = tagger.session();
        List<Collection<String>> features = new ArrayList<>();
        for (Example example : examples) {
            List<Token> tokens =
                    tokenizer.tokens(example.text(), 0, example.text().length());
            features.add(WordingFeatures.of(session.tag(tokens)));
        }
        return features;
    }

    /** For each sentence what a model says that was trained without it: one that was trained with it knows too well. */
    private static ToDoubleFunction<Sentence> crossed(
            List<Example> examples, List<Collection<String>> features, boolean[] labels) {
        List<CheckworthinessModel> without = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Collection<String>> some = new ArrayList<>();
            List<Boolean> someLabels = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (fold(examples.get(i).text()) != fold) {
                    some.add(features.get(i));
                    someLabels.add(labels[i]);
                }
            }
            boolean[] flags = new boolean[some.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = someLabels.get(i);
            }
            without.add(new CheckworthinessModel(Map.of(), MarginTrainer.train(some, flags)));
        }
        return sentence -> without.get(fold(sentence.text)).wording(sentence);
    }

    private static int fold(String text) {
        return Math.floorMod(text.hashCode(), FOLDS);
    }

    private double[] fit(
            List<List<Example>> texts, ToDoubleFunction<Sentence> wording, Register register, double pull) {
        List<double[][]> claims = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (List<Example> text : texts) {
            Observer observer = new Observer(wording);
            List<Sentence> sentences = sentences(text, observer, register);
            for (int i = 0; i < sentences.size(); i++) {
                List<double[]> seen = observer.seen.get(sentences.get(i));
                if (seen != null) {
                    claims.add(seen.toArray(double[][]::new));
                    labels.add(text.get(i).checkworthy());
                }
            }
        }
        boolean[] flags = new boolean[labels.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = labels.get(i);
        }
        return new FeatureTrainer(claims, flags, CheckworthinessModel.byHand(), pull).weights();
    }

    private List<Sentence> sentences(List<Example> examples, Observer observer, Register register) {
        String text = examples.stream().map(Example::text).collect(Collectors.joining("\n"));
        Article article = new Article(lexicon, new Tokenizer(lexicon), tagger.session(), text);
        List<Article.Line> lines = new ArrayList<>();
        int start = 0;
        for (Example example : examples) {
            Passage line = new Passage(start, start + example.text().length());
            lines.add(new Article.Line(new Boilerplates.Line(line, start, false), List.of(line)));
            start = line.end() + 1;
        }
        article.read(lines);
        Findings findings = new Findings(lexicon, article, observer, register, OffsetMap.of(text), null, 1);
        article.sentences().forEach(findings::in);
        return article.sentences();
    }

    /** Scores nothing and remembers what it was shown. */
    private static final class Observer implements CheckworthinessScorer {

        private final ToDoubleFunction<Sentence> wording;
        private final Map<Sentence, List<double[]>> seen = new IdentityHashMap<>();

        private Observer(ToDoubleFunction<Sentence> wording) {
            this.wording = wording;
        }

        @Override
        public double wording(Sentence sentence) {
            return wording.applyAsDouble(sentence);
        }

        @Override
        public double score(Sentence sentence, Register register, ClaimFeatures claim) {
            seen.computeIfAbsent(sentence, s -> new ArrayList<>()).add(Feature.all(claim));
            return 0;
        }
    }
}
