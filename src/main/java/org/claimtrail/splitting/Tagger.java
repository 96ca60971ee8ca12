package org.claimtrail.splitting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.postag.POSTaggerME;

/**
 * Parts of speech from OpenNLP, with the words whose part of speech is not in doubt set from the lexicon. The model is
 * shared; the tagger that OpenNLP builds on it is not thread-safe, so each split takes its own {@link Session}.
 */
final class Tagger {

    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    /** One hypothesis instead of three: a third of the time, and the same tag for all but one word in some hundreds. */
    private static final int BEAM = 1;
    /** OpenNLP copies the whole sequence at each step; this keeps the work in proportion to the length. */
    private static final int CHUNK = 120;

    private static final int MAX_WORD_CHARS = 40;

    private final POSModel model;
    private final Lexicon lexicon;

    private Tagger(POSModel model, Lexicon lexicon) {
        this.model = model;
        this.lexicon = lexicon;
    }

    static Tagger load(Lexicon lexicon) {
        try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("model is not on the class path: " + MODEL);
            }
            POSModel published = new POSModel(in);
            MaxentModel weights = published.getArtifact("pos.model");
            POSTaggerFactory factory = published.getFactory();
            return new Tagger(new POSModel("en", weights, BEAM, Map.of(), factory), lexicon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Session session() {
        return new Session(new POSTaggerME(model), lexicon);
    }

    static final class Session {

        private final POSTaggerME tagger;
        private final Lexicon lexicon;

        private Session(POSTaggerME tagger, Lexicon lexicon) {
            this.tagger = tagger;
            this.lexicon = lexicon;
        }

        List<Token> tag(List<Token> tokens) {
            List<Token> tagged = new ArrayList<>(tokens.size());
            for (int from = 0; from < tokens.size(); from += CHUNK) {
                List<Token> chunk = tokens.subList(from, Math.min(tokens.size(), from + CHUNK));
                String[] words = new String[chunk.size()];
                for (int i = 0; i < words.length; i++) {
                    String word = chunk.get(i).text();
                    words[i] = word.length() > MAX_WORD_CHARS ? word.substring(0, MAX_WORD_CHARS) : word;
                }
                String[] tags = tagger.tag(words);
                for (int i = 0; i < words.length; i++) {
                    Token token = chunk.get(i);
                    tagged.add(token.tagged(lexicon.tag(token, Token.Tag.of(tags[i]))));
                }
            }
            TagRepairs.apply(lexicon, tagged);
            return tagged;
        }
    }
}
