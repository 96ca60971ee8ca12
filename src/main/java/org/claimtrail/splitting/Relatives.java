package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** "which …", "who …", "in which …": whom or what such a clause describes, and whether it states a fact of its own. */
final class Relatives {

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final Joints joints;

    Relatives(Lexicon lexicon, List<Token> tokens, Joints joints) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.joints = joints;
    }

    /**
     * The clause as a statement of its own, or null where it only tells which one is meant.
     *
     * @param at index of the relative word
     * @param subject whether a subject stands between it and the verb
     */
    @Nullable
    Clause of(VerbGroup verb, @Nullable Clause before, int at, boolean subject) {
        if (at == 0) {
            return null;
        }
        if (subject) {
            return insideSomething(verb, before, at);
        }
        if (isAboutWhole(verb)) {
            return null;
        }
        boolean comma = tokens.get(at - 1).isComma();
        int antecedentEnd = comma ? at - 1 : at;
        if (antecedentEnd == 0 || !comma && !isAntecedent(antecedentEnd - 1)) {
            return null;
        }
        int start = antecedentStart(at, antecedentEnd);
        boolean generic =
                lexicon.has("generic antecedent", tokens.get(antecedentEnd - 1).lower()) && !comma;
        boolean selective = !comma && !generic && isSelective(antecedentEnd);
        if (selective
                || !comma && isInsideMeasure(start)
                || !comma && !joints.hasFact(verb) && !isAside(verb, at, start)) {
            return null;
        }
        boolean inserted = start > 0 && tokens.get(start - 1).isPunctuation();
        if (generic && (before == null || !inserted)) {
            return null;
        }
        int boundary = comma ? at - 1 : inserted ? start - 1 : at;
        Clause clause = new Clause(Link.RELATIVE, dangling(boundary, start, before), start, antecedentEnd, verb);
        if (generic) {
            takeOverAntecedent(clause, java.util.Objects.requireNonNull(before), start);
        }
        clause.apart = comma;
        clause.frame = before == null ? null : before.frame;
        return clause;
    }

    /** A "who" after a name in two words describes that person alone. */
    private int antecedentStart(int at, int end) {
        boolean person = tokens.get(at).isWord("who")
                && end > 1
                && tokens.get(end - 1).is(Tag.PROPN)
                && tokens.get(end - 2).is(Tag.PROPN)
                && !lexicon.has("organisation word", tokens.get(end - 1).lower());
        if (person) {
            return NounPhrases.simpleStart(tokens, end, 0);
        }
        boolean pronoun =
                tokens.get(end - 1).is(Tag.PRON) && !tokens.get(end - 1).lower().contains("sel");
        if (pronoun || lexicon.has("indefinite person", tokens.get(end - 1).lower())) {
            return end - 1;
        }
        int start = NounPhrases.start(lexicon, tokens, end, 0);
        if (!tokens.get(at - 1).isComma()) {
            return lastIndefinite(start, end);
        }
        start = withoutPlace(start, end);
        return tokens.get(at).isWord("which") && at + 1 < tokens.size()
                ? wholeName(start, end, tokens.get(at + 1))
                : start;
    }

    /** "Varen in the Republic of Ost, which …": it is the republic. */
    private int withoutPlace(int start, int end) {
        for (int i = start + 1; i + 1 < end; i++) {
            boolean place = lexicon.has("place preposition", tokens.get(i).lower())
                    && tokens.get(i - 1).is(Tag.PROPN)
                    && tokens.get(end - 1).is(Tag.PROPN);
            if (place) {
                return i + 1;
            }
        }
        return start;
    }

    /** "aftershocks of a tremor that struck Ost": it was the tremor. */
    private int lastIndefinite(int start, int end) {
        for (int at = end - 1; at > start; at--) {
            boolean article = tokens.get(at).isWord("a") || tokens.get(at).isWord("an");
            boolean partitive =
                    at > 1 && lexicon.has("partitive", tokens.get(at - 2).lower());
            if (article && !partitive && tokens.get(at - 1).is(Tag.ADP)) {
                return at;
            }
        }
        return start;
    }

    /** "the Republic of Trinidad and Tobago, which is …": a verb in the singular shows that both are one name. */
    private int wholeName(int start, int end, Token verb) {
        boolean singular = verb.isWord("is") || verb.isWord("was") || verb.isWord("has");
        boolean joined = start > 3
                && tokens.get(start - 1).is(Tag.CCONJ)
                && tokens.get(start - 2).is(Tag.PROPN)
                && tokens.get(start - 3).isWord("of")
                && tokens.get(end - 1).is(Tag.PROPN);
        return singular && joined ? NounPhrases.start(lexicon, tokens, start - 1, 0) : start;
    }

    /** "…, which is why she left", "…, which means that": the statement before is meant, not its last noun. */
    private boolean isAboutWhole(VerbGroup verb) {
        boolean why = verb.end() < tokens.size() && tokens.get(verb.end()).isWord("why");
        return why
                || tokens.get(verb.main()).isWord("means")
                || tokens.get(verb.main()).isWord("meant");
    }

    private boolean isAntecedent(int at) {
        return tokens.get(at).is(Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.PRON);
    }

    /** "…, something that has been planned since 2021": it describes what stands before the comma. */
    private void takeOverAntecedent(Clause clause, Clause before, int start) {
        boolean chained = before.link == Link.RELATIVE;
        clause.subjectEnd = chained ? before.subjectEnd : start - 1;
        clause.subjectStart =
                chained ? before.subjectStart : NounPhrases.start(lexicon, tokens, start - 1, before.verb.end());
    }

    /** "a drill involving more than 140 ships that starts on Friday": which of the two is meant is not safe. */
    private boolean isInsideMeasure(int start) {
        if (start == 0) {
            return false;
        }
        Token before = tokens.get(start - 1);
        return before.is(Tag.VERB) && before.lower().endsWith("ing") || lexicon.has("about", before.lower());
    }

    /** "one of several that …", "the first that …": without the clause it would say something else. */
    private boolean isSelective(int end) {
        int start = NounPhrases.simpleStart(tokens, end, 0);
        boolean outOf = start > 1
                && tokens.get(start - 1).isWord("of")
                && lexicon.has("selective", tokens.get(start - 2).lower());
        if (outOf) {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (lexicon.has("selective", tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** A comma is missing: a name needs no telling apart, and "which" after a definite phrase seldom tells apart. */
    private boolean isAside(VerbGroup verb, int at, int start) {
        if (verb.form() == Form.MODAL) {
            return false;
        }
        Token first = tokens.get(start);
        Token last = tokens.get(at - 1);
        boolean name = last.is(Tag.PROPN) && last.isCapitalised();
        return tokens.get(at).isWord("which") && (first.isWord("the") || name)
                || tokens.get(at).isWord("who") && name;
    }

    /** "…, in a conflict that has killed …": without the clause "in a conflict" would say nothing. */
    private int dangling(int boundary, int start, @Nullable Clause before) {
        if (before == null || boundary <= start || start - 1 <= before.verb.end()) {
            return boundary;
        }
        Token article = tokens.get(start);
        boolean indefinite = article.isWord("a") || article.isWord("an");
        boolean comma = tokens.get(start - 2).isComma();
        return indefinite && tokens.get(start - 1).is(Tag.ADP) && comma ? start - 2 : boundary;
    }

    /** "in a crisis in which Moscow has moved troops", "…, where she met him": what follows stands on its own. */
    private @Nullable Clause insideSomething(VerbGroup verb, @Nullable Clause before, int at) {
        boolean inWhich = tokens.get(at).isWord("which") && tokens.get(at - 1).is(Tag.ADP) && at > 1;
        if (before == null || !inWhich || !joints.hasFact(verb)) {
            return null;
        }
        int start = NounPhrases.simpleStart(tokens, at - 1, before.verb.end());
        boolean circumstance =
                start > before.verb.end() && tokens.get(start - 1).is(Tag.ADP);
        Clause clause = new Clause(Link.COORDINATE, circumstance ? start - 1 : at - 1, at + 1, verb.start(), verb);
        clause.frame = before.frame;
        return clause;
    }

    /** "…, where she met him" after a comma, with "at the port" taken over where the place has a preposition. */
    @Nullable
    Clause where(VerbGroup verb, @Nullable Clause before, int at, boolean subject) {
        boolean comma = at > 1 && tokens.get(at - 1).isComma();
        if (before == null
                || before.link == Link.ATTACHED
                || !comma
                || !subject
                || !tokens.get(at).isWord("where")
                || joints.isCue(before)) {
            return null;
        }
        Clause clause = new Clause(Link.COORDINATE, at - 1, at + 1, verb.start(), verb);
        clause.frame = before.frame;
        int start = NounPhrases.simpleStart(tokens, at - 1, before.verb.end());
        if (start > before.verb.end()
                && lexicon.has("place preposition", tokens.get(start - 1).lower())) {
            clause.place = new ClaimDraft.Piece(start - 1, at - 1);
        }
        return clause;
    }
}
