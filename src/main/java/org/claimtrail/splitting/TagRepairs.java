package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.Token.Tag;

/** Corrects parts of speech that the words around them rule out; each rule looks a few words to either side. */
final class TagRepairs {

    private static final int MAX_MODIFIERS = 4;

    private final Lexicon lexicon;
    private final List<Token> words;

    private TagRepairs(Lexicon lexicon, List<Token> words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    static void apply(Lexicon lexicon, List<Token> words) {
        TagRepairs repairs = new TagRepairs(lexicon, words);
        for (int i = 1; i + 1 < words.size(); i++) {
            if (repairs.isMistakenAdjective(i)) {
                words.set(i, words.get(i).tagged(Tag.VERB));
            } else if (repairs.isPartOfName(i) || repairs.isMonth(i)) {
                words.set(i, words.get(i).tagged(Tag.PROPN));
            } else if (repairs.isPluralAfterAll(i) || repairs.isSource(i)) {
                words.set(i, words.get(i).tagged(Tag.NOUN));
            }
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            if (i > 0 && repairs.isMistakenNoun(i)) {
                words.set(i, words.get(i).tagged(Tag.VERB));
            }
            if (repairs.isMistakenVerb(i)) {
                words.set(i, words.get(i).tagged(Tag.PROPN));
            }
        }
        repairs.findOnlyVerb();
    }

    /** "Britain dispatched missiles": after a name and before a noun phrase a form in "-ed" is the verb. */
    private boolean isMistakenAdjective(int at) {
        Token word = words.get(at);
        Token before = words.get(at - 1);
        return word.is(Tag.ADJ, Tag.ADP)
                && word.lower().endsWith("ed")
                && word.text().indexOf('-') < 0
                && (before.is(Tag.PROPN)
                        || before.is(Tag.PRON) && at == 1
                        || before.is(Tag.NOUN) && words.get(at + 1).is(Tag.ADJ, Tag.DET))
                && words.get(at + 1).is(Tag.NOUN, Tag.ADJ, Tag.DET, Tag.ADP, Tag.PROPN);
    }

    /** A capital inside a sentence of small letters marks a name, and so does one before a verb that needs a subject. */
    private boolean isMistakenVerb(int at) {
        Token word = words.get(at);
        Token next = words.get(at + 1);
        if (!word.is(Tag.VERB) || !word.isCapitalised() || next.isCapitalised()) {
            return false;
        }
        if (at > 0) {
            return !words.get(at - 1).isPunctuation() || words.get(at - 1).isComma();
        }
        Token verb = next.is(Tag.ADV) && words.size() > 2 ? words.get(2) : next;
        return verb.is(Tag.VERB)
                && !verb.lower().endsWith("ing")
                && !word.lower().endsWith("ing")
                && !word.lower().endsWith("ed");
    }

    /** "The report shows that …": between a noun and what only an object or a clause begins with. */
    private boolean isMistakenNoun(int at) {
        Token word = words.get(at);
        Token before = words.get(at - 1);
        boolean nominal =
                before.is(Tag.NOUN, Tag.PROPN, Tag.PRON) && !before.isWord("'s") || before.isCapitalised() && at == 1;
        boolean afterPreposition = at == 2
                && words.get(0).is(Tag.ADP)
                && !lexicon.has("subordinator", words.get(0).lower());
        if (!nominal
                || afterPreposition
                || word.isCapitalised()
                || !word.is(Tag.NOUN, Tag.ADJ)
                || !Cues.isVerb(lexicon, word)) {
            return false;
        }
        Token next = words.get(at + 1);
        boolean clause = next.is(Tag.DET, Tag.PRON, Tag.PROPN, Tag.SCONJ) || next.isWord("that");
        boolean infinitive =
                next.isWord("to") && at + 2 < words.size() && words.get(at + 2).is(Tag.VERB);
        boolean inflected = word.lower().endsWith("s") || word.lower().endsWith("ed");
        boolean named = before.is(Tag.PROPN) && next.is(Tag.NOUN, Tag.ADJ);
        return inflected && (clause || infinitive || named)
                || next.isWord("that") && before.lower().endsWith("s");
    }

    /** "of Northern Command said", "the Baltic, …": capitalised words inside a sentence that name something. */
    private boolean isPartOfName(int at) {
        Token word = words.get(at);
        Token before = words.get(at - 1);
        boolean mark = before.isPunctuation()
                && !(before.isComma() && words.get(at + 1).is(Tag.PROPN));
        if (!word.isCapitalised() || mark || word.text().length() == 1) {
            return false;
        }
        boolean verb = word.is(Tag.VERB) && (before.is(Tag.PROPN) || !before.isCapitalised());
        boolean place = word.is(Tag.ADJ)
                && before.isWord("the")
                && !words.get(at + 1).is(Tag.NOUN, Tag.ADJ, Tag.PROPN, Tag.NUM, Tag.CCONJ, Tag.VERB);
        return verb || place;
    }

    /** "In May", "May 9": not the auxiliary. */
    private boolean isMonth(int at) {
        Token word = words.get(at);
        return word.text().equals("May")
                && (words.get(at - 1).is(Tag.ADP, Tag.NUM) || words.get(at + 1).is(Tag.NUM));
    }

    /** "all other member states": what looks like a verb in "-s" is the noun that a plural determiner waits for. */
    private boolean isPluralAfterAll(int at) {
        Token word = words.get(at);
        if (!word.is(Tag.VERB) || !word.lower().endsWith("s") || word.lower().endsWith("ss")) {
            return false;
        }
        for (int i = at - 1; i >= 0 && at - i <= MAX_MODIFIERS; i--) {
            Token token = words.get(i);
            if (lexicon.has("plural determiner", token.lower())) {
                return true;
            }
            if (!token.is(Tag.ADJ, Tag.PROPN, Tag.NOUN)
                    || token.lower().endsWith("s") && token.text().length() > 2) {
                return false;
            }
        }
        return false;
    }

    /** ", reports said": before a verb of speech it is who speaks. */
    private boolean isSource(int at) {
        Token word = words.get(at);
        return word.is(Tag.VERB)
                && word.lower().endsWith("s")
                && words.get(at - 1).isPunctuation()
                && lexicon.has("speech only", words.get(at + 1).lower());
    }

    /** "The primary represents 84 delegates": a sentence without a verb has it where a noun in "-s" meets a new phrase. */
    private void findOnlyVerb() {
        if (words.stream().anyMatch(word -> word.is(Tag.VERB, Tag.AUX))
                || words.isEmpty()
                || !words.get(words.size() - 1).isPunctuation()) {
            return;
        }
        for (int i = 2; i + 2 < words.size(); i++) {
            Token word = words.get(i);
            boolean form = word.lower().endsWith("s") || word.lower().endsWith("ed");
            if (word.is(Tag.NOUN)
                    && form
                    && !word.isCapitalised()
                    && words.get(i - 1).is(Tag.NOUN, Tag.ADJ, Tag.PROPN)
                    && words.get(i + 1).is(Tag.NUM, Tag.DET)) {
                words.set(i, word.tagged(Tag.VERB));
                return;
            }
        }
    }
}
