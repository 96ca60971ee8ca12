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

    /** "Britain dispatched missiles": after a name and before a noun phrase a form in "-ed" is the verb. */
    private static boolean isMistakenAdjective(List<Token> words, int at) {
        Token word = words.get(at);
        Token before = words.get(at - 1);
        return word.is(Token.Tag.ADJ)
                && word.lower().endsWith("ed")
                && word.text().indexOf('-') < 0
                && (before.is(Token.Tag.PROPN) || before.is(Token.Tag.PRON) && at == 1)
                && words.get(at + 1).is(Token.Tag.NOUN, Token.Tag.ADJ, Token.Tag.DET, Token.Tag.ADP, Token.Tag.PROPN);
    }

    /** A capital inside a sentence of small letters marks a name, and so does one before a verb that needs a subject. */
    private static boolean isMistakenVerb(List<Token> words, int at) {
        Token word = words.get(at);
        Token next = words.get(at + 1);
        if (!word.is(Token.Tag.VERB) || !word.isCapitalised() || next.isCapitalised()) {
            return false;
        }
        if (at > 0) {
            return !words.get(at - 1).isPunctuation() || words.get(at - 1).isComma();
        }
        Token verb = next.is(Token.Tag.ADV) && words.size() > 2 ? words.get(2) : next;
        return verb.is(Token.Tag.VERB)
                && !verb.lower().endsWith("ing")
                && !word.lower().endsWith("ing")
                && !word.lower().endsWith("ed");
    }

    /** "The report shows that …": between a noun and what only an object or a clause begins with. */
    private static boolean isMistakenNoun(Lexicon lexicon, List<Token> words, int at) {
        Token word = words.get(at);
        Token before = words.get(at - 1);
        boolean nominal = before.is(Token.Tag.NOUN, Token.Tag.PROPN, Token.Tag.PRON) && !before.isWord("'s")
                || before.isCapitalised() && at == 1;
        boolean afterPreposition = at == 2
                && words.get(0).is(Token.Tag.ADP)
                && !lexicon.has("subordinator", words.get(0).lower());
        if (!nominal
                || afterPreposition
                || word.isCapitalised()
                || !word.is(Token.Tag.NOUN, Token.Tag.ADJ)
                || !Cues.isVerb(lexicon, word)) {
            return false;
        }
        Token next = words.get(at + 1);
        boolean clause =
                next.is(Token.Tag.DET, Token.Tag.PRON, Token.Tag.PROPN, Token.Tag.SCONJ) || next.isWord("that");
        boolean infinitive =
                next.isWord("to") && at + 2 < words.size() && words.get(at + 2).is(Token.Tag.VERB);
        boolean inflected = word.lower().endsWith("s") || word.lower().endsWith("ed");
        boolean named = before.is(Token.Tag.PROPN) && next.is(Token.Tag.NOUN, Token.Tag.ADJ);
        return inflected && (clause || infinitive || named)
                || next.isWord("that") && before.lower().endsWith("s");
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
            for (int i = 1; i + 1 < tagged.size(); i++) {
                if (isMistakenAdjective(tagged, i)) {
                    tagged.set(i, tagged.get(i).tagged(Token.Tag.VERB));
                }
            }
            for (int i = 0; i + 1 < tagged.size(); i++) {
                if (i > 0 && isMistakenNoun(lexicon, tagged, i)) {
                    tagged.set(i, tagged.get(i).tagged(Token.Tag.VERB));
                }
                if (isMistakenVerb(tagged, i)) {
                    tagged.set(i, tagged.get(i).tagged(Token.Tag.PROPN));
                }
            }
            return tagged;
        }
    }
}
