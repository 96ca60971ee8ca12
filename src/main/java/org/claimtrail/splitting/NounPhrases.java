package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.Token.Tag;

/** Where a noun phrase begins and ends, by parts of speech alone. */
final class NounPhrases {

    private static final int MAX_WORDS = 30;

    private NounPhrases() {}

    /** Index of the first word of the noun phrase, with its "of" and "in" parts, that ends before {@code end}. */
    static int start(Lexicon lexicon, List<Token> tokens, int end, int floor) {
        int at = end;
        int best = end;
        int crossed = 0;
        while (at > floor && end - at < MAX_WORDS) {
            Token token = tokens.get(at - 1);
            if (token.is(Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.ADJ, Tag.DET, Tag.PRON, Tag.SYM)
                            && !lexicon.has("relative", token.lower())
                    || token.isWord("'s")
                    || isModifier(tokens, at - 1)) {
                at--;
                best = at;
                if (token.is(Tag.DET) && at > floor && !tokens.get(at - 1).is(Tag.ADP, Tag.DET)) {
                    break;
                }
            } else if (token.is(Tag.ADP)
                    && at - 1 > floor
                    && (at == end || tokens.get(at - 2).is(Tag.NOUN, Tag.PROPN, Tag.NUM))
                    && (token.isWord("of") || at == end || crossed++ == 0)) {
                at--;
            } else if (token.is(Tag.ADV)
                    && at > floor + 1
                    && tokens.get(at - 2).is(Tag.CCONJ)
                    && at < end
                    && isAdjectival(tokens.get(at))) {
                at--;
            } else if (token.is(Tag.CCONJ)
                    && at - 1 > floor
                    && tokens.get(at - 2).is(Tag.ADJ)
                    && at < end
                    && isAdjectival(tokens.get(at))) {
                at--;
            } else {
                break;
            }
        }
        return best;
    }

    /** The same without its "of" and "in" parts. */
    static int simpleStart(List<Token> tokens, int end, int floor) {
        int at = end;
        while (at > floor
                && end - at < MAX_WORDS
                && (tokens.get(at - 1).is(Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.ADJ)
                        || tokens.get(at - 1).isWord("'s"))) {
            at--;
        }
        return at > floor && tokens.get(at - 1).is(Tag.DET, Tag.PRON) ? at - 1 : at;
    }

    private static boolean isAdjectival(Token token) {
        return token.is(Tag.ADJ, Tag.ADV, Tag.VERB);
    }

    private static boolean isModifier(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean beforeNominal =
                at + 1 < tokens.size() && tokens.get(at + 1).is(Tag.NOUN, Tag.ADJ, Tag.VERB, Tag.ADV, Tag.PROPN);
        boolean afterModifier = at > 0
                && (tokens.get(at - 1).is(Tag.DET, Tag.ADJ, Tag.ADV, Tag.NUM)
                        || tokens.get(at - 1).isWord("'s"));
        return token.is(Tag.VERB, Tag.ADV) && beforeNominal && afterModifier;
    }

    /** Index after the simple noun phrase that begins at {@code start}: a name, or an article and its noun. */
    static int end(List<Token> tokens, int start) {
        int at = start;
        boolean name = at < tokens.size() && tokens.get(at).is(Tag.PROPN);
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is(Tag.PROPN) && name || !name && token.is(Tag.NOUN, Tag.ADJ, Tag.NUM, Tag.PROPN)) {
                at++;
            } else if (token.is(Tag.PRON, Tag.DET) && at == start) {
                at++;
                if (token.is(Tag.PRON)) {
                    break;
                }
            } else {
                break;
            }
        }
        return at;
    }
}
