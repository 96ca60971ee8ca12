package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;

/** Reads off a claim what speaks for and against checking it, and what kind of claim it is. */
final class ClaimReader {

    private final Lexicon lexicon;
    private final Sentence sentence;
    private final ClaimDraft draft;
    private final boolean quantity;
    private final boolean date;
    private final List<Token> words = new ArrayList<>();
    private final Token verb;

    ClaimReader(
            Lexicon lexicon,
            Sentence sentence,
            ClaimDraft draft,
            List<Token> clauseWords,
            boolean quantity,
            boolean date) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.draft = draft;
        this.quantity = quantity;
        this.date = date;
        for (Piece piece : draft.body) {
            words.addAll(sentence.words.subList(piece.from(), piece.to()));
        }
        this.verb = clauseWords.get(draft.verb.main());
    }

    ClaimFeatures features(double wording) {
        boolean quoted = sentence.quoted.get(draft.bodyStart()) && sentence.quoted.get(draft.bodyEnd() - 1);
        boolean firstPerson = has("first person");
        return new ClaimFeatures(
                quantity,
                date,
                isSubjectNamed(),
                words.stream().anyMatch(word -> word.is(Tag.PROPN) && word.isCapitalised()),
                isPastEvent(),
                isPlan(),
                isPosition(),
                draft.speaker != null,
                isOfficial(),
                has("comparison"),
                has("cause"),
                isRule(),
                (int) words.stream()
                        .filter(word -> lexicon.has("opinion", word.lower()))
                        .count(),
                isHedged(),
                isForecast(),
                lexicon.has("mental", verb.lower()),
                firstPerson,
                quoted,
                words.get(words.size() - 1).text().equals("?")
                        || sentence.text.charAt(sentence.passage.end() - 1) == '?',
                isSubjectVague(),
                words.get(0).isWord("there"),
                lexicon.has("be", verb.lower()) && !draft.verb.passive(),
                words.size(),
                wording);
    }

    private boolean has(String list) {
        return words.stream().anyMatch(word -> lexicon.has(list, word.lower()));
    }

    private List<Token> subject() {
        int to = Math.min(draft.subjectEnd, sentence.size());
        return draft.subjectStart < to ? sentence.words.subList(draft.subjectStart, to) : List.of();
    }

    private boolean isSubjectNamed() {
        List<Token> subject = subject();
        return subject.stream().anyMatch(word -> word.is(Tag.PROPN))
                || !subject.isEmpty()
                        && lexicon.has("person pronoun", subject.get(0).lower());
    }

    private boolean isSubjectVague() {
        List<Token> subject = subject();
        return subject.isEmpty()
                || subject.get(0).is(Tag.PRON)
                        && !lexicon.has("person pronoun", subject.get(0).lower())
                || lexicon.has("vague", subject.get(subject.size() - 1).lower());
    }

    private boolean isPastEvent() {
        boolean past = draft.verb.form() == Form.PAST || draft.verb.form() == Form.PERFECT || draft.verb.passive();
        return past
                        && !lexicon.has("be", verb.lower())
                        && !lexicon.has("have", verb.lower())
                        && !lexicon.has("mental", verb.lower())
                || draft.verbInstead != null;
    }

    /** Whether the verb, or the one that reports it, takes a position; "calls for" does, "calls useful" does not. */
    private boolean isPosition() {
        boolean callsFor = lexicon.has("call", verb.lower())
                && words.stream().anyMatch(word -> word.isWord("for") || word.isWord("on"));
        return callsFor
                || lexicon.has("position", verb.lower())
                || draft.frame.stream()
                        .filter(piece -> piece.from() >= 0)
                        .flatMap(piece -> sentence.words.subList(piece.from(), piece.to()).stream())
                        .anyMatch(word -> lexicon.has("position", word.lower()));
    }

    private boolean isRule() {
        boolean law = subject().stream().anyMatch(word -> lexicon.has("law", word.lower()));
        return law || lexicon.has("rule verb", verb.lower()) && (isOfficial() || isSubjectNamed());
    }

    private boolean isForecast() {
        return draft.verb.form() == Form.MODAL
                && words.stream().noneMatch(word -> lexicon.has("normative", word.lower()));
    }

    private boolean isHedged() {
        return draft.verb.form() == Form.MODAL && !isPlan()
                || words.stream().anyMatch(word -> lexicon.has("hedge", word.lower()) && word.is(Tag.ADV));
    }

    private boolean hasWill() {
        return words.stream().anyMatch(word -> word.isWord("will") || word.isWord("'ll") || word.isWord("wo"));
    }

    private boolean isPlan() {
        boolean backshifted = draft.speaker != null && date && words.stream().anyMatch(word -> word.isWord("would"));
        return hasWill() || backshifted || lexicon.has("plan", verb.lower());
    }

    private boolean isOfficial() {
        return subject().stream().anyMatch(word -> lexicon.has("collective", word.lower()));
    }

    ClaimKind kind(ClaimFeatures features) {
        boolean valued = features.opinions() > 0 && !features.quantity() && !features.date();
        if (features.question() || valued && !features.forecast() || features.mental() && features.firstPerson()) {
            return ClaimKind.OPINION;
        }
        if (features.quantity()) {
            return ClaimKind.QUANTITY;
        }
        boolean future = draft.verb.form() == Form.MODAL;
        if (features.plan() && (future && features.namedSubject() || features.date())) {
            return ClaimKind.DATE_PLAN;
        }
        if (future) {
            return ClaimKind.PREDICTION;
        }
        return lexicon.has("stance", verb.lower()) || features.reported() && !features.pastEvent()
                ? ClaimKind.ATTRIBUTION
                : ClaimKind.EVENT;
    }

    static List<Reason> reasons(ClaimFeatures features) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        add(reasons, features.quantity(), Reason.QUANTITY);
        add(reasons, features.date(), Reason.DATE);
        add(reasons, features.namedSubject(), Reason.NAMED_ACTOR);
        add(reasons, features.pastEvent(), Reason.PAST_EVENT);
        add(reasons, features.comparison(), Reason.COMPARISON);
        add(reasons, features.plan(), Reason.ANNOUNCED_PLAN);
        add(reasons, features.position(), Reason.OFFICIAL_POSITION);
        add(reasons, features.reported(), Reason.REPORTED_SPEECH);
        add(reasons, features.rule(), Reason.RULE_IN_FORCE);
        add(reasons, features.cause(), Reason.CAUSE);
        add(reasons, reasons.isEmpty() && features.named(), Reason.NAMED);
        add(reasons, reasons.isEmpty() && features.wording() > 0, Reason.WORDING);
        return List.copyOf(reasons);
    }

    private static void add(Set<Reason> reasons, boolean holds, Reason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    static NotCheckable why(ClaimFeatures features, ClaimKind kind) {
        if (features.firstPerson() && features.mental()) {
            return NotCheckable.PRIVATE;
        }
        return switch (kind) {
            case OPINION -> NotCheckable.OPINION;
            case PREDICTION, DATE_PLAN -> NotCheckable.PREDICTION;
            default -> features.opinions() > 0 || features.mental() ? NotCheckable.OPINION : NotCheckable.VAGUE;
        };
    }
}
