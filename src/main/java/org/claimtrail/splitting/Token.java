package org.claimtrail.splitting;

import java.util.Locale;

/**
 * A word, number or mark.
 *
 * @param start UTF-16 index in the text, 0-based
 * @param end UTF-16 index after the last
 * @param text its characters, with straight quotation marks and apostrophes
 * @param lower the same in lower case
 * @param tag part of speech
 */
record Token(int start, int end, String text, String lower, Tag tag) {

    /** Universal parts of speech. */
    enum Tag {
        ADJ,
        ADP,
        ADV,
        AUX,
        CCONJ,
        DET,
        INTJ,
        NOUN,
        NUM,
        PART,
        PRON,
        PROPN,
        PUNCT,
        SCONJ,
        SYM,
        VERB,
        X;

        static Tag of(String code) {
            for (Tag tag : values()) {
                if (code.startsWith(tag.name())) {
                    return tag;
                }
            }
            return X;
        }
    }

    static Token untagged(int start, int end, String text) {
        return new Token(start, end, text, text.toLowerCase(Locale.ROOT), Tag.X);
    }

    Token tagged(Tag newTag) {
        return new Token(start, end, text, lower, newTag);
    }

    boolean is(Tag... tags) {
        for (Tag candidate : tags) {
            if (tag == candidate) {
                return true;
            }
        }
        return false;
    }

    boolean isWord(String word) {
        return lower.equals(word);
    }

    boolean isQuote() {
        return text.equals("\"");
    }

    boolean isComma() {
        return text.equals(",");
    }

    boolean isPunctuation() {
        int first = text.codePointAt(0);
        return !Character.isLetterOrDigit(first)
                && first != '\''
                && "%$#&+".indexOf(first) < 0
                && Character.getType(first) != Character.CURRENCY_SYMBOL
                && tag != Tag.SYM;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
