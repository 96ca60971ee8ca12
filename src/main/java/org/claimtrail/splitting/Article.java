package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text with their words, and the people it names. */
final class Article {

    /** A line of prose and its sentences. */
    record Line(Boilerplates.Line line, List<Passage> sentences) {}

    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final Tagger.Session tagger;
    private final String text;
    private final List<Sentence> sentences = new ArrayList<>();
    private final People people;

    Article(Lexicon lexicon, Tokenizer tokenizer, Tagger.Session tagger, String text) {
        this.lexicon = lexicon;
        this.tokenizer = tokenizer;
        this.tagger = tagger;
        this.text = text;
        this.people = new People(lexicon);
    }

    void read(List<Line> lines) {
        for (Line line : lines) {
            boolean quoted = false;
            for (Passage passage : line.sentences()) {
                int from = Math.max(passage.start(), Math.min(line.line().proseStart(), passage.end()));
                List<Token> tokens = tokenizer.tokens(text, from, passage.end());
                boolean readable =
                        tokens.size() <= Sentence.MAX_WORDS && !line.line().aside();
                Sentence sentence = new Sentence(text, passage, readable ? tagger.tag(tokens) : tokens, quoted);
                sentence.readable = readable;
                quoted = sentence.endsQuoted;
                sentences.add(sentence);
                if (readable) {
                    people.read(sentence.words);
                    sentence.tags = SpeechTag.in(lexicon, sentence);
                    sentence.tag = sentence.tags.isEmpty() ? null : sentence.tags.get(0);
                }
            }
        }
    }

    String text() {
        return text;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    People people() {
        return people;
    }
}
