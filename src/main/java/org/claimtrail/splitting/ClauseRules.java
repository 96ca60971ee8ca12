package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/**
 * Takes a sentence apart into clauses by its verb groups and by what stands between them: coordination, relative
 * clauses, reported content, participles after a comma. Each stretch between two verbs is read once or twice.
 */
final class ClauseRules {

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final List<VerbGroup> groups;
    private final Joints joints;
    private final Relatives relatives;
    private final SharedSubjects shared;
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseRules(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.groups = VerbGroups.of(lexicon, tokens);
        this.joints = new Joints(lexicon, tokens);
        this.relatives = new Relatives(lexicon, tokens, joints);
        this.shared = new SharedSubjects(lexicon, tokens, joints, groups, clauses);
    }

    /** The clauses in order, each with its end; empty where the words make no statement. */
    static List<Clause> of(Lexicon lexicon, List<Token> tokens) {
        ClauseRules rules = new ClauseRules(lexicon, tokens);
        for (VerbGroup verb : rules.groups) {
            if (verb.isFinite() && !rules.isModifier(verb)) {
                rules.add(rules.link(verb));
            } else if (verb.form() == Form.ING && rules.isReporting(verb)) {
                rules.addReporting(verb);
            }
        }
        rules.close();
        return rules.clauses;
    }

    private @Nullable Clause last() {
        return clauses.isEmpty() ? null : clauses.get(clauses.size() - 1);
    }

    private void add(Clause clause) {
        clauses.add(clause);
    }

    private boolean isReporting(VerbGroup verb) {
        String word = tokens.get(verb.main()).lower();
        if (!lexicon.has("cue", word) || verb.end() >= tokens.size()) {
            return false;
        }
        if (verb.start() == 1 && tokens.get(0).is(Tag.SCONJ, Tag.ADP)) {
            return false;
        }
        boolean that = tokens.get(verb.end()).isWord("that");
        boolean including = (word.equals("including") || word.equals("asking")) && !that;
        boolean inserted = verb.start() == 0 || tokens.get(verb.start() - 1).isComma();
        return !including && (inserted || lexicon.has("speech only", word) || that);
    }

    private void addReporting(VerbGroup verb) {
        Clause last = last();
        boolean inserted = verb.start() == 0 || tokens.get(verb.start() - 1).isComma();
        if (last != null && !inserted) {
            last.end = verb.end();
            last.reports = true;
            return;
        }
        int boundary = inserted ? Math.max(0, verb.start() - 1) : verb.start();
        Clause matrix = last == null ? null : outermost(last);
        Clause clause = new Clause(
                Link.REPORTING,
                boundary,
                matrix == null ? 0 : matrix.subjectStart,
                matrix == null ? 0 : matrix.subjectEnd,
                verb);
        clause.apart = true;
        clauses.add(clause);
    }

    /** "comes from milk and iodised salt": after a verb in the present a past form before a noun describes the noun. */
    private boolean isModifier(VerbGroup verb) {
        Clause last = last();
        int at = verb.start();
        return last != null
                && verb.form() == Form.PAST
                && verb.main() == at
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Tag.NOUN)
                && tokens.get(at).lower().endsWith("ed")
                && (joints.isDash(at - 1)
                        || (tokens.get(at - 1).is(Tag.CCONJ)
                                        || tokens.get(at - 1).isComma())
                                && (last.verb.form() == Form.PRESENT || last.verb.form() == Form.MODAL));
    }

    private static Clause outermost(Clause clause) {
        Clause matrix = clause;
        while (matrix.frame != null) {
            matrix = matrix.frame;
        }
        return matrix;
    }

    private Clause link(VerbGroup verb) {
        Clause before = last();
        if (before != null && isInsideSubject(before, verb)) {
            clauses.remove(before);
            return new Clause(Link.MAIN, 0, 0, verb.start(), verb);
        }
        int floor = before == null ? 0 : Math.max(before.verb.end(), before.end);
        boolean subject = false;
        int at = verb.start() - 1;
        int mark = before == null ? -1 : joints.strongMark(floor, verb.start());
        if (before != null && mark >= 0) {
            return afterMark(verb, before, mark);
        }
        while (at >= floor) {
            Token token = tokens.get(at);
            if (token.isComma() && before != null && subject && joints.isListComma(at, floor)) {
                at--;
                continue;
            }
            if (token.isComma()) {
                boolean resumes = !subject && before != null && before.link == Link.RELATIVE && before.apart;
                int opening = !subject && !resumes ? joints.insertionStart(at, floor) : -1;
                if (opening >= 0) {
                    at = opening - 1;
                    continue;
                }
                Clause clause = afterComma(verb, before, at, floor, subject);
                if (clause != null) {
                    return clause;
                }
            } else if (joints.isContrast(at, subject)) {
                return coordinate(verb, before, at, subject);
            } else if (token.is(Tag.CCONJ)) {
                boolean orNot = at + 1 < tokens.size() && tokens.get(at + 1).is(Tag.PART);
                if (!orNot && !joints.joinsNouns(before, at, floor, subject)) {
                    return coordinate(verb, before, at, subject);
                }
            } else if (lexicon.has("relative", token.lower()) && !joints.isDeterminer(at)) {
                return afterRelative(verb, before, at, subject);
            } else if (joints.isSubordinator(at)) {
                Clause where = relatives.where(verb, before, at, subject);
                return where != null ? where : attached(verb, before, at, at + 1);
            } else if (token.isWord("what") || token.isWord("whatever")) {
                return attached(verb, before, at, at);
            } else if (before != null && token.isPunctuation() && !joints.isHyphen(at)) {
                return afterMark(verb, before, at);
            }
            subject |= token.is(Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM)
                    || at == verb.start() - 1 && (token.is(Tag.DET, Tag.ADJ) || joints.isCountingSubject(at, at + 1));
            at--;
        }
        return direct(verb, before, floor);
    }

    /** "The case on which the court has ruled was …": the first clause only describes the subject of this one. */
    private boolean isInsideSubject(Clause before, VerbGroup verb) {
        if (clauses.size() != 1
                || before.link != Link.ATTACHED
                || before.boundary == 0
                || !lexicon.has("relative", tokens.get(before.boundary).lower())) {
            return false;
        }
        int last = verb.start() - 1;
        return last == before.verb.end() - 1
                || tokens.get(last).isComma()
                        && tokens.subList(before.verb.end(), last).stream()
                                .noneMatch(token -> token.is(Tag.CCONJ) || token.isComma());
    }

    private Clause afterMark(VerbGroup verb, Clause before, int at) {
        boolean colon = tokens.get(at).text().equals(":");
        int start = at + 1;
        if (start < verb.start() && joints.isAdverbial(start)) {
            for (int i = start; i < verb.start() - 1; i++) {
                if (tokens.get(i).isComma()) {
                    start = i + 1;
                }
            }
        }
        Clause clause = new Clause(
                colon && joints.isCue(before) ? Link.CONTENT : Link.COORDINATE, at, start, verb.start(), verb);
        if (colon && joints.isCue(before)) {
            clause.frame = before;
            before.reports = true;
        }
        return clause;
    }

    private @Nullable Clause afterComma(VerbGroup verb, @Nullable Clause before, int at, int floor, boolean subject) {
        if (before == null) {
            boolean adverbial = subject && joints.isAdverbial(floor);
            return adverbial ? new Clause(Link.MAIN, floor, at + 1, verb.start(), verb) : null;
        }
        if (!subject) {
            if (before.link == Link.RELATIVE && before.apart) {
                return shared.resumed(verb, before, at);
            }
            return shared.sameSubject(verb, before, at);
        }
        if (clauses.size() == 1 && shared.isRestrictive(before) && tokens.get(0).is(Tag.ADP)) {
            clauses.remove(before);
            return new Clause(Link.MAIN, 0, at + 1, verb.start(), verb);
        }
        if (opensWithSubordinate(before)) {
            Clause clause = new Clause(Link.ATTACHED, at, at + 1, verb.start(), verb);
            return clause;
        }
        int that = joints.thatBeforeOpening(before, at);
        if (that >= 0) {
            Clause clause = new Clause(Link.CONTENT, that, at + 1, verb.start(), verb);
            clause.opening = that + 1;
            clause.frame = before;
            before.reports = true;
            return clause;
        }
        if (joints.isReportedAfterInsertion(before, at)) {
            Clause clause = new Clause(Link.CONTENT, at, at + 1, verb.start(), verb);
            clause.frame = before;
            before.reports = true;
            return clause;
        }
        if (joints.isParticiple(at + 1)) {
            return attached(verb, before, at, at + 1);
        }
        return joints.isListInside(before, at) ? null : coordinate(verb, before, at, true);
    }

    private boolean opensWithSubordinate(Clause before) {
        boolean first = clauses.size() == 1 && before.link == Link.ATTACHED && before.boundary == 0;
        return first || before.link == Link.CONTENT && joints.isSubordinator(before.boundary);
    }

    private Clause coordinate(VerbGroup verb, @Nullable Clause before, int at, boolean subject) {
        if (before == null) {
            if (!subject && at > 0) {
                return shared.afterMissedVerb(verb, at);
            }
            Link link = lexicon.has("contrast", tokens.get(at).lower()) && at == 0 ? Link.ATTACHED : Link.MAIN;
            return new Clause(link, at, at + 1, verb.start(), verb);
        }
        if (!subject) {
            return shared.sameSubject(verb, before, at);
        }
        if (joints.isCountingSubject(at + 1, verb.start())
                || !tokens.get(at).is(Tag.CCONJ) && joints.isParticiple(at + 1)
                || joints.isContactClause(at, verb.start())) {
            return attached(verb, before, at, at + 1);
        }
        boolean comma = at > 0 && tokens.get(at - 1).isComma();
        if (before.link == Link.ATTACHED && tokens.get(at).is(Tag.CCONJ) && !comma && clauses.size() > 1) {
            return attached(verb, before, at, at + 1);
        }
        Clause clause = new Clause(Link.COORDINATE, at, skipAdverbs(at + 1, verb.start()), verb.start(), verb);
        clause.frame = lexicon.has("cue", tokens.get(verb.main()).lower()) && before.frame != null
                ? before.frame.frame
                : before.frame;
        return clause;
    }

    private int skipAdverbs(int from, int to) {
        int at = from;
        while (at < to
                && (tokens.get(at).is(Tag.CCONJ)
                        || tokens.get(at).isComma()
                        || tokens.get(at).isWord("so")
                        || tokens.get(at).isWord("that"))) {
            at++;
        }
        return at;
    }

    private Clause afterRelative(VerbGroup verb, @Nullable Clause before, int at, boolean subject) {
        Token token = tokens.get(at);
        Token previous = at == 0 ? token : tokens.get(at - 1);
        boolean comma = previous.isComma();
        boolean that = token.isWord("that");
        boolean cue =
                before != null && (joints.isCue(before) || isFrame(before)) || lexicon.has("cue", previous.lower());
        if (that && before != null && cue && (subject || !previous.is(Tag.NOUN, Tag.PROPN))) {
            boolean verbal = at - 1 < before.verb.end()
                    || lexicon.has("cue", previous.lower()) && previous.is(Tag.VERB)
                    || joints.isRecipient(before, at)
                    || comma
                    || previous.is(Tag.CCONJ)
                    || previous.is(Tag.ADV);
            if (verbal && subject) {
                return content(verb, before, at);
            }
        }
        Clause clause = relatives.of(verb, before, at, subject);
        return clause != null ? clause : attached(verb, before, at, at + 1);
    }

    private boolean isFrame(Clause clause) {
        return clause.frame != null;
    }

    private Clause content(VerbGroup verb, Clause before, int that) {
        boolean direct = joints.isCue(before) && before.link != Link.CONTENT
                || that - 1 < before.verb.end()
                || before.frame == null;
        Clause frame = direct ? before : before.frame;
        if (before.frame != null
                && (tokens.get(that - 1).isComma() || tokens.get(that - 1).is(Tag.CCONJ))) {
            frame = before.frame;
        }
        Clause clause = new Clause(Link.CONTENT, that, that + 1, verb.start(), verb);
        clause.frame = frame;
        if (frame != null) {
            frame.reports = true;
        }
        return clause;
    }

    private Clause attached(VerbGroup verb, @Nullable Clause before, int at, int subjectStart) {
        if (before != null
                && joints.isCue(before)
                && !before.reports
                && at > before.verb.end()
                && joints.isOnlyMarks(before.verb.end(), at)) {
            Clause clause = new Clause(Link.CONTENT, at, at, verb.start(), verb);
            clause.frame = before;
            before.reports = true;
            return clause;
        }
        boolean own = before != null && joints.isEventBefore(before, at, verb) && before.link != Link.ATTACHED;
        Clause clause = new Clause(own ? Link.COORDINATE : Link.ATTACHED, at, subjectStart, verb.start(), verb);
        clause.frame = before == null ? null : before.frame;
        return clause;
    }

    /** Nothing joins it: the sentence's first clause, or what a verb of speech reports without "that". */
    private Clause direct(VerbGroup verb, @Nullable Clause before, int floor) {
        if (before == null) {
            return new Clause(Link.MAIN, 0, 0, verb.start(), verb);
        }
        if (clauses.size() == 1 && before.link == Link.RELATIVE && !before.apart) {
            return shared.resumed(verb, before, verb.start());
        }
        if (clauses.size() == 1 && shared.isRestrictive(before)) {
            clauses.remove(before);
            return new Clause(Link.MAIN, 0, 0, verb.start(), verb);
        }
        if (!joints.isCue(before) && !before.reports || floor >= verb.start()) {
            return attached(verb, before, floor, floor);
        }
        int start = floor;
        if (joints.isRecipient(before, verb.start()) && !before.reports) {
            int recipient = NounPhrases.end(tokens, floor);
            start = recipient < verb.start() ? recipient : floor;
        }
        Clause clause = new Clause(Link.CONTENT, start, start, verb.start(), verb);
        clause.frame = before;
        before.reports = true;
        return clause;
    }

    /** Each clause ends where the next one that is not part of it begins. */
    private void close() {
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            int next = i + 1;
            while (next < clauses.size() && clauses.get(next).link == Link.ATTACHED) {
                next++;
            }
            clause.end =
                    next < clauses.size() ? Math.max(clause.verb.end(), clauses.get(next).boundary) : tokens.size();
            if (i > 0 && clause.link == Link.RELATIVE && clause.apart) {
                closeInsertion(clauses.get(i - 1), clause);
            }
        }
    }

    /** "struck the port, which was closed, with rockets": the clause before goes on after the inserted one. */
    private void closeInsertion(Clause around, Clause inserted) {
        int comma = joints.closingComma(inserted.verb.end(), inserted.end);
        if (comma >= 0 && around.end == inserted.boundary) {
            around.rest = new ClaimDraft.Piece(comma + 1, inserted.end);
            inserted.end = comma;
        }
    }
}
