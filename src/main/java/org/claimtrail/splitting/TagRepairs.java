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
