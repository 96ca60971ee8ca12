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
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseRules(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.groups = VerbGroups.of(lexicon, tokens);
        this.joints = new Joints(lexicon, tokens);
    }

    /** The clauses in order, each with its end; empty where the words make no statement. */
    static List<Clause> of(Lexicon lexicon, List<Token> tokens) {
        ClauseRules rules = new ClauseRules(lexicon, tokens);
        for (VerbGroup verb : rules.groups) {
            if (verb.isFinite()) {
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
                return attached(verb, before, at, at + 1);
            } else if (token.isWord("what") || token.isWord("whatever")) {
                return attached(verb, before, at, at);
            } else if (before != null && token.isPunctuation() && !joints.isHyphen(at)) {
                return afterMark(verb, before, at);
            }
            subject |= token.is(Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM)
                    || token.is(Tag.DET, Tag.ADJ) && at == verb.start() - 1;
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
                return resumed(verb, before, at);
            }
            return sameSubject(verb, before, at);
        }
        if (opensWithSubordinate(before)) {
            Clause clause = new Clause(Link.ATTACHED, at, at + 1, verb.start(), verb);
            return clause;
        }
        if (joints.isReportedAfterInsertion(before, at)) {
            Clause clause = new Clause(Link.CONTENT, at, at + 1, verb.start(), verb);
            clause.frame = before;
            before.reports = true;
            return clause;
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
                return afterMissedVerb(verb, at);
            }
            Link link = lexicon.has("contrast", tokens.get(at).lower()) && at == 0 ? Link.ATTACHED : Link.MAIN;
            return new Clause(link, at, at + 1, verb.start(), verb);
        }
        if (!subject) {
            return sameSubject(verb, before, at);
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

    /** "X called it … and declined …": what seemed a participle before the conjunction is the first verb. */
    private Clause afterMissedVerb(VerbGroup verb, int at) {
        int subjectEnd = NounPhrases.end(tokens, 0);
        for (VerbGroup group : groups) {
            if (group.form() == Form.PARTICIPLE && group.end() <= at && subjectEnd > 0 && group.start() >= subjectEnd) {
                clauses.add(new Clause(Link.MAIN, 0, 0, group.start(), group));
                break;
            }
        }
        return new Clause(Link.SAME_SUBJECT, at, 0, subjectEnd, verb);
    }

    private int skipAdverbs(int from, int to) {
        int at = from;
        while (at < to
                && (tokens.get(at).is(Tag.CCONJ)
                        || tokens.get(at).isComma()
                        || tokens.get(at).isWord("that"))) {
            at++;
        }
        return at;
    }

    private Clause sameSubject(VerbGroup verb, Clause before, int at) {
        Clause twin = before;
        while (twin.link == Link.ATTACHED
                && twin != clauses.get(0)
                && !tokens.get(twin.boundary).isComma()) {
            twin = java.util.Objects.requireNonNull(previous(twin));
        }
        boolean cue = lexicon.has("cue", tokens.get(verb.main()).lower());
        Clause frame = twin.frame;
        if (frame != null
                && (cue && joints.isPast(verb) || twin.verb.form() == Form.MODAL && verb.form() == Form.PAST)) {
            twin = frame;
        }
        Clause clause = new Clause(Link.SAME_SUBJECT, at, twin.subjectStart, twin.subjectEnd, verb);
        clause.frame = twin.frame;
        return clause;
    }

    private @Nullable Clause previous(Clause clause) {
        int index = clauses.indexOf(clause);
        return index > 0 ? clauses.get(index - 1) : null;
    }

    private Clause resumed(VerbGroup verb, Clause relative, int at) {
        Clause clause = new Clause(Link.RESUMED, at, relative.subjectStart, relative.subjectEnd, verb);
        clause.frame = relative.frame;
        return clause;
    }

    private Clause afterRelative(VerbGroup verb, @Nullable Clause before, int at, boolean subject) {
        Token token = tokens.get(at);
        boolean opens = at == 0;
        Token previous = opens ? token : tokens.get(at - 1);
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
        int antecedentEnd = comma ? at - 1 : at;
        boolean nounBefore = antecedentEnd > 0
                && (comma || tokens.get(antecedentEnd - 1).is(Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.PRON));
        if (!subject && nounBefore && !opens && (comma || joints.hasFact(verb))) {
            int start = NounPhrases.start(lexicon, tokens, antecedentEnd, 0);
            boolean inserted = start > 0 && tokens.get(start - 1).isPunctuation();
            int boundary = comma ? at - 1 : inserted ? start - 1 : at;
            Clause clause = new Clause(Link.RELATIVE, boundary, start, antecedentEnd, verb);
            if (lexicon.has("generic antecedent", tokens.get(antecedentEnd - 1).lower()) && !comma) {
                if (before == null || !inserted) {
                    return attached(verb, before, at, at + 1);
                }
                boolean chained = before.link == Link.RELATIVE;
                clause.subjectEnd = chained ? before.subjectEnd : start - 1;
                clause.subjectStart = chained
                        ? before.subjectStart
                        : NounPhrases.start(lexicon, tokens, start - 1, before.verb.end());
            }
            clause.apart = comma;
            clause.frame = before == null ? null : before.frame;
            return clause;
        }
        return attached(verb, before, at, at + 1);
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
        Clause clause = new Clause(Link.ATTACHED, at, subjectStart, verb.start(), verb);
        clause.frame = before == null ? null : before.frame;
        return clause;
    }

    /** Nothing joins it: the sentence's first clause, or what a verb of speech reports without "that". */
    private Clause direct(VerbGroup verb, @Nullable Clause before, int floor) {
        if (before == null) {
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
        }
    }
}
