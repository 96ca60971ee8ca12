package org.claimtrail.splitting;

import java.util.List;
import java.util.Objects;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Verbs that take over the subject of a clause before them: after a conjunction, after an inserted clause. */
final class SharedSubjects {

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final Joints joints;
    private final List<VerbGroup> groups;
    /** The clauses found so far. */
    private final List<Clause> clauses;

    SharedSubjects(Lexicon lexicon, List<Token> tokens, Joints joints, List<VerbGroup> groups, List<Clause> clauses) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.joints = joints;
        this.groups = groups;
        this.clauses = clauses;
    }

    Clause sameSubject(VerbGroup verb, Clause before, int at) {
        if (continuesRelative(verb, before, at)) {
            return before.link == Link.ATTACHED
                    ? new Clause(Link.ATTACHED, at, at + 1, verb.start(), verb)
                    : new Clause(Link.RELATIVE, at, before.subjectStart, before.subjectEnd, verb);
        }
        Clause twin = before;
        while (twin.link == Link.ATTACHED
                && twin != clauses.get(0)
                && !tokens.get(twin.boundary).isComma()) {
            twin = Objects.requireNonNull(previous(twin));
        }
        boolean cue = lexicon.has("cue", tokens.get(verb.main()).lower());
        Clause frame = twin.frame;
        if (frame != null
                && (cue && joints.isPast(verb) || twin.verb.form() == Form.MODAL && verb.form() == Form.PAST)) {
            twin = frame;
        }
        boolean shared = joints.sharesAuxiliary(twin.verb, verb);
        VerbGroup group = shared
                ? new VerbGroup(verb.start(), verb.main(), verb.end(), twin.verb.form(), twin.verb.passive())
                : verb;
        Clause clause = new Clause(Link.SAME_SUBJECT, at, twin.subjectStart, twin.subjectEnd, group);
        clause.frame = twin.frame;
        if (shared) {
            clause.auxiliary = twin.auxiliary != null ? twin.auxiliary : joints.auxiliary(twin.verb);
        }
        return clause;
    }

    /** "an exercise that runs until May and has been planned since 2020": both verbs describe the exercise. */
    private boolean continuesRelative(VerbGroup verb, Clause before, int at) {
        boolean relative = before.link == Link.RELATIVE && !before.apart
                || isRestrictive(before) && before.subjectStart >= before.subjectEnd;
        boolean comma = tokens.get(at - 1).isComma();
        return relative
                && !comma
                && tokens.get(at).is(Tag.CCONJ)
                && (before.verb.form() == Form.PAST) == (verb.form() == Form.PAST);
    }

    boolean isRestrictive(Clause clause) {
        return clause.link == Link.ATTACHED
                && clause.boundary > 0
                && lexicon.has("relative", tokens.get(clause.boundary).lower());
    }

    /** Goes on after an inserted clause. */
    Clause resumed(VerbGroup verb, Clause relative, int at) {
        int start = clauses.size() == 1 ? joints.firstSubject(relative.subjectStart) : relative.subjectStart;
        Clause clause = new Clause(Link.RESUMED, at, start, relative.subjectEnd, verb);
        clause.opening = clauses.size() == 1 && joints.isAdverbial(0) ? 0 : start;
        clause.frame = relative.frame;
        return clause;
    }

    /** "X called it … and declined …": what seemed a participle before the conjunction is the first verb. */
    Clause afterMissedVerb(VerbGroup verb, int at) {
        int subjectEnd = NounPhrases.end(tokens, 0);
        for (VerbGroup group : groups) {
            if (group.form() == Form.PARTICIPLE && group.end() <= at && subjectEnd > 0 && group.start() >= subjectEnd) {
                clauses.add(new Clause(Link.MAIN, 0, 0, group.start(), group));
                break;
            }
        }
        return new Clause(Link.SAME_SUBJECT, at, 0, subjectEnd, verb);
    }

    private @Nullable Clause previous(Clause clause) {
        int index = clauses.indexOf(clause);
        return index > 0 ? clauses.get(index - 1) : null;
    }
}
