package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/**
 * What trails a clause after a comma: "…, killing 12 people", "…, with the city closing its schools", "…, some near the
 * port".
 *
 * @param comma index of the comma, where the clause itself ends
 * @param subject who does it, or null where it tells nothing that stands alone
 * @param verb index of the participle, or -1 where the verb is that of the clause ("…, as were two guards")
 */
record Trailing(int comma, @Nullable Piece subject, int verb) {

    private static final int MAX_SUBJECT_WORDS = 12;

    /** The first that trails a clause whose last word is before {@code end}, or null. */
    static @Nullable Trailing of(Lexicon lexicon, List<Token> words, Clause clause, int end) {
        for (int comma = clause.verb.end(); comma + 1 < end; comma++) {
            if (!words.get(comma).isComma()) {
                continue;
            }
            Token next = words.get(comma + 1);
            if (isParticiple(next)) {
                boolean fact =
                        clause.subjectEnd > clause.subjectStart && states(lexicon, words, clause.verb, comma + 1, end);
                Piece subject = new Piece(clause.subjectStart, clause.subjectEnd);
                return new Trailing(comma, fact ? subject : null, comma + 1);
            }
            if (next.isWord("with")) {
                int verb = participleAfterPhrase(words, comma + 2, end);
                if (verb > 0) {
                    Piece subject = isPast(clause.verb) ? new Piece(comma + 2, verb) : null;
                    return new Trailing(comma, subject, verb);
                }
            }
            if (isInversion(lexicon, words, comma + 1, end) && comma + 3 < end) {
                return new Trailing(comma, new Piece(comma + 3, end), -1);
            }
            if (isRemark(lexicon, words, comma + 1, end)) {
                return new Trailing(comma, null, comma + 1);
            }
        }
        return null;
    }

    private static boolean isParticiple(Token token) {
        return token.is(Tag.VERB) && token.lower().endsWith("ing") && !token.isWord("including");
    }

    private static boolean isPast(VerbGroup verb) {
        return verb.form() == Form.PAST || verb.form() == Form.PERFECT;
    }

    /** A number, a position taken, or a named or definite object of what is not merely an effect. */
    private static boolean states(Lexicon lexicon, List<Token> words, VerbGroup main, int verb, int end) {
        String participle = words.get(verb).lower();
        if (lexicon.has("stance", Inflection.past(participle))) {
            return true;
        }
        for (int i = verb + 1; i < end; i++) {
            if (words.get(i).is(Tag.NUM)) {
                return true;
            }
        }
        return isPast(main)
                && !lexicon.has("effect participle", participle)
                && verb + 2 < end
                && (words.get(verb + 1).isWord("the") || words.get(verb + 1).is(Tag.PROPN));
    }

    private static int participleAfterPhrase(List<Token> words, int from, int end) {
        for (int at = from + 1; at < end && at - from <= MAX_SUBJECT_WORDS; at++) {
            Token word = words.get(at);
            if (isParticiple(word) && words.get(at - 1).is(Tag.NOUN, Tag.PROPN)) {
                return at;
            }
            if (word.is(Tag.VERB, Tag.AUX, Tag.SCONJ, Tag.CCONJ) || word.isPunctuation()) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isRemark(Lexicon lexicon, List<Token> words, int at, int end) {
        return lexicon.has("absolute", words.get(at).lower())
                && at + 1 < end
                && words.get(at + 1).is(Tag.ADV, Tag.ADP);
    }

    /** "…, as were two guards". */
    private static boolean isInversion(Lexicon lexicon, List<Token> words, int at, int end) {
        if (!words.get(at).isWord("as") || at + 1 >= end) {
            return false;
        }
        String auxiliary = words.get(at + 1).lower();
        return lexicon.has("be", auxiliary) || lexicon.has("do", auxiliary) || lexicon.has("have", auxiliary);
    }
}
