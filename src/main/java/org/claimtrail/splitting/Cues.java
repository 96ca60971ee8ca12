package org.claimtrail.splitting;

/** Tells by which words speech and thought are reported. */
final class Cues {

    private Cues() {}

    /** Whether the word is a form of a verb that reports. */
    static boolean isVerb(Lexicon lexicon, Token token) {
        return isForm(lexicon, "statement verb", token.lower()) || isForm(lexicon, "attitude verb", token.lower());
    }

    /** Whether the list has the word or a form that it may be an inflection of. */
    static boolean isForm(Lexicon lexicon, String list, String word) {
        return lexicon.has(list, word) || Inflection.bases(word).stream().anyMatch(base -> lexicon.has(list, base));
    }
}
