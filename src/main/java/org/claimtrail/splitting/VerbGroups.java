package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;

/** Finds the verb groups of a sentence and says which of them carry a statement. */
final class VerbGroups {

    private static final int MAX_ABSOLUTE_WORDS = 8;

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final List<VerbGroup> groups = new ArrayList<>();

    private VerbGroups(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
    }

    /** All groups in order; the infinite ones are told by their form. */
    static List<VerbGroup> of(Lexicon lexicon, List<Token> tokens) {
        VerbGroups scan = new VerbGroups(lexicon, tokens);
        int at = 0;
        while (at < tokens.size()) {
            VerbGroup group = scan.at(at);
            if (group == null) {
                at++;
            } else {
                scan.groups.add(group);
                at = group.end();
            }
        }
        scan.settleReducedRelatives();
        return scan.groups;
    }

    private @org.jspecify.annotations.Nullable VerbGroup at(int start) {
        Token token = tokens.get(start);
        String word = token.lower();
        boolean modal = lexicon.has("modal", word) && !word.equals("'d");
        boolean be = lexicon.has("be", word);
        boolean have = lexicon.has("have", word);
        boolean aux =
                modal || be && token.is(Tag.AUX, Tag.VERB) || have || lexicon.has("do", word) || token.is(Tag.AUX);
        if (word.equals("'s") && !token.is(Tag.AUX, Tag.VERB)
                || word.equals("may") && token.isCapitalised() && start > 0) {
            return null;
        }
        if (word.equals("ought") || aux) {
            return auxiliary(start, modal || word.equals("ought"));
        }
        return token.is(Tag.VERB) ? single(start) : null;
    }

    private VerbGroup auxiliary(int start, boolean modal) {
        int end = start + 1;
        int main = start;
        boolean perfect = lexicon.has("have", tokens.get(start).lower());
        boolean be = lexicon.has("be", tokens.get(start).lower());
        while (end < tokens.size()) {
            Token next = tokens.get(end);
            String word = next.lower();
            if (next.is(Tag.AUX) || lexicon.has("be", word) || lexicon.has("have", word) && main == end - 1) {
                be |= lexicon.has("be", word);
                main = end++;
            } else if (next.is(Tag.PART, Tag.ADV) && !word.equals("there")
                    || word.equals("first")
                            && end + 1 < tokens.size()
                            && tokens.get(end + 1).is(Tag.VERB)) {
                end++;
            } else {
                break;
            }
        }
        boolean passive = false;
        if (end < tokens.size() && isMainAfterAuxiliary(end, modal && main == start)) {
            main = end++;
            passive = be && isParticiple(tokens.get(main));
        } else {
            end = main + 1;
            if (end < tokens.size()
                    && tokens.get(end).is(Tag.PART)
                    && !tokens.get(end).isWord("to")) {
                end++;
            }
        }
        return new VerbGroup(start, main, end, auxiliaryForm(start, modal, perfect && main > start), passive);
    }

    private Form auxiliaryForm(int start, boolean modal, boolean perfect) {
        String first = tokens.get(start).lower();
        if (isAfterTo(start)) {
            return Form.INFINITIVE;
        }
        if (modal) {
            return Form.MODAL;
        }
        if (first.endsWith("ing")) {
            return Form.ING;
        }
        if (first.equals("be") || first.equals("been") || first.equals("have") && bareAfterObject(start)) {
            return Form.INFINITIVE;
        }
        if (perfect) {
            return Form.PERFECT;
        }
        return lexicon.has("irregular past", first) ? Form.PAST : Form.PRESENT;
    }

    private boolean bareAfterObject(int start) {
        return start == 0;
    }

    private boolean isMainAfterAuxiliary(int at, boolean afterModal) {
        Token token = tokens.get(at);
        if (token.is(Tag.VERB)) {
            return !(token.lower().endsWith("ed") && at + 1 < tokens.size() && isNounBefore(at));
        }
        return afterModal && token.is(Tag.NOUN, Tag.ADJ, Tag.ADV)
                || isParticiple(token)
                        && token.is(Tag.ADJ)
                        && at + 1 < tokens.size()
                        && (tokens.get(at + 1).isWord("by")
                                || tokens.get(at + 1).isWord("to")
                                        && token.lower().endsWith("ed"));
    }

    private boolean isNounBefore(int at) {
        return tokens.get(at - 1).is(Tag.NOUN, Tag.PROPN, Tag.DET);
    }

    private boolean isParticiple(Token token) {
        return token.lower().endsWith("ed")
                || lexicon.has("pure participle", token.lower())
                || lexicon.has("irregular past", token.lower());
    }

    private VerbGroup single(int at) {
        Token token = tokens.get(at);
        String word = token.lower();
        return new VerbGroup(at, at, at + 1, singleForm(at, word, token), false);
    }

    private Form singleForm(int at, String word, Token token) {
        if (isAfterTo(at)) {
            return Form.INFINITIVE;
        }
        if (word.endsWith("ing")) {
            return Form.ING;
        }
        boolean noun = at + 1 < tokens.size() && tokens.get(at + 1).is(Tag.NOUN, Tag.PROPN, Tag.ADJ);
        boolean afterArticle = at > 0
                && !lexicon.has("always verb", word)
                && (tokens.get(at - 1).is(Tag.DET)
                                && !lexicon.has("relative", tokens.get(at - 1).lower())
                        || tokens.get(at - 1).is(Tag.ADJ, Tag.NUM) && noun
                        || tokens.get(at - 1).isWord("'s") && noun
                        || tokens.get(at - 1).is(Tag.ADP) && noun);
        if (lexicon.has("pure participle", word) || afterArticle && (noun || word.endsWith("ed"))) {
            return Form.PARTICIPLE;
        }
        if (isInsideNounPhrase(at)) {
            return Form.PARTICIPLE;
        }
        boolean past = word.endsWith("ed") || lexicon.has("irregular past", word);
        if (past && (isCounted(at) || isAfterWith(at))) {
            return Form.PARTICIPLE;
        }
        if (past && at == 0 && !lexicon.has("cue", word)) {
            return Form.PARTICIPLE;
        }
        if (past) {
            return isReduced(at) ? Form.PARTICIPLE : Form.PAST;
        }
        if (word.endsWith("s") && !word.endsWith("ss")) {
            return Form.PRESENT;
        }
        return isBareInfinitive(at) ? Form.INFINITIVE : Form.PRESENT;
    }

    /** "…, with passengers thrown from the bus". */
    private boolean isAfterWith(int at) {
        for (int i = at - 1; i > 0 && at - i <= MAX_ABSOLUTE_WORDS; i--) {
            Token token = tokens.get(i);
            if (token.isWord("with") && tokens.get(i - 1).isPunctuation()) {
                return true;
            }
            if (token.is(Tag.VERB, Tag.AUX, Tag.SCONJ, Tag.PRON) || token.isWord("that")) {
                return false;
            }
        }
        return false;
    }

    /** "left five dead and 30 injured": nothing follows, and only a number stands before it. */
    private boolean isCounted(int at) {
        boolean ends = at + 1 >= tokens.size() || tokens.get(at + 1).isPunctuation();
        return ends && at > 0 && tokens.get(at - 1).is(Tag.NUM) && !groups.isEmpty();
    }

    /** "a largely stalemated battle". */
    private boolean isInsideNounPhrase(int at) {
        if (at + 1 >= tokens.size() || !tokens.get(at + 1).is(Tag.NOUN, Tag.ADJ)) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && at - before < 6 && (tokens.get(before).is(Tag.ADJ, Tag.ADV, Tag.CCONJ))) {
            before--;
        }
        return before >= 0
                && before < at - 1
                && tokens.get(before).is(Tag.DET)
                && !lexicon.has("relative", tokens.get(before).lower());
    }

    /** "rejections already expressed by Washington": a past form before "by" with no object is no statement. */
    private boolean isReduced(int at) {
        boolean by = at + 1 < tokens.size() && tokens.get(at + 1).isWord("by");
        return by && hasFiniteBefore() && !follows(at, Tag.CCONJ)
                || at > 0 && tokens.get(at - 1).is(Tag.ADP)
                || at > 0 && tokens.get(at - 1).isWord("as")
                || isInOpeningPhrase(at);
    }

    /** "In a statement issued on Monday, …": the noun of an opening "in …" is nobody's subject. */
    private boolean isInOpeningPhrase(int at) {
        if (at < 2
                || !groups.isEmpty()
                || !tokens.get(0).is(Tag.ADP)
                || !tokens.get(at - 1).is(Tag.NOUN)
                || at + 1 >= tokens.size()
                || !tokens.get(at + 1).is(Tag.ADP)) {
            return false;
        }
        return tokens.subList(0, at).stream().noneMatch(Token::isComma);
    }

    private boolean follows(int at, Tag tag) {
        return at > 0 && tokens.get(at - 1).is(tag);
    }

    private boolean hasFiniteBefore() {
        return groups.stream().anyMatch(VerbGroup::isFinite);
    }

    /** "help them go", "seen Moscow mass": an object and a bare verb after a verb that takes both. */
    private boolean isBareInfinitive(int at) {
        if (groups.isEmpty()) {
            return at == 0 || follows(at, Tag.PUNCT) && at < 2;
        }
        VerbGroup last = groups.get(groups.size() - 1);
        String verb = tokens.get(last.main()).lower();
        if (lexicon.has("permissive", verb) && at - last.end() <= 6) {
            return true;
        }
        int adverb = at > 1 && tokens.get(at - 1).is(Tag.ADV) ? 1 : 0;
        if (at > 0 && tokens.get(at - 1 - adverb).is(Tag.CCONJ)) {
            if (at > 2 && tokens.get(at - 3).isWord("to")) {
                return true;
            }
            for (int i = at - 2; i >= last.end(); i--) {
                if (tokens.get(i).isWord("to") && tokens.get(i).is(Tag.PART)) {
                    return true;
                }
            }
            return last.form() == Form.INFINITIVE;
        }
        return false;
    }

    private boolean isAfterTo(int at) {
        int before = at - 1;
        while (before >= 0 && tokens.get(before).is(Tag.ADV)) {
            before--;
        }
        return before >= 0 && tokens.get(before).isWord("to");
    }

    /** "The man arrested on Friday was released": of two past forms with one subject the first only describes it. */
    private void settleReducedRelatives() {
        for (int i = 0; i + 1 < groups.size(); i++) {
            VerbGroup first = groups.get(i);
            int next = groups.get(i + 1).form() == Form.INFINITIVE && i + 2 < groups.size() ? i + 2 : i + 1;
            VerbGroup second = groups.get(next);
            if (first.form() == Form.PAST
                    && first.start() == first.main()
                    && second.isFinite()
                    && first.start() > 0
                    && tokens.get(first.start() - 1).is(Tag.NOUN, Tag.PROPN)
                    && !lexicon.has("be", tokens.get(first.main()).lower())
                    && isOneAdjunct(first.end(), second.start())) {
                groups.set(i, new VerbGroup(first.start(), first.main(), first.end(), Form.PARTICIPLE, false));
            }
        }
    }

    private boolean isOneAdjunct(int from, int to) {
        boolean naming = from < to
                && lexicon.has("naming participle", tokens.get(from - 1).lower())
                && tokens.get(from).is(Tag.DET, Tag.PROPN);
        boolean opens = naming
                || from < to
                        && (tokens.get(from).is(Tag.ADP) || tokens.get(from).isWord("to"));
        if (!opens) {
            return false;
        }
        int end = tokens.get(to - 1).isWord("either") ? to - 1 : to;
        for (int i = from; i < end; i++) {
            Token token = tokens.get(i);
            if (token.is(Tag.CCONJ, Tag.SCONJ, Tag.PUNCT)
                    || token.is(Tag.PRON)
                    || lexicon.has("relative", token.lower())
                    || i > from + 6) {
                return false;
            }
            if (i > from + 1 && token.is(Tag.DET)) {
                return false;
            }
        }
        return true;
    }
}
