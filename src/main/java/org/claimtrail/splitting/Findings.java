package org.claimtrail.splitting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.jspecify.annotations.Nullable;

/** Finds, sentence by sentence in the order of the text, what {@link SplitSentence} tells. */
final class Findings {

    private static final int DAY_CHARS = "2022-01-21".length();

    private final Lexicon lexicon;
    private final Article article;
    private final CheckworthinessScorer scorer;
    private final Register register;
    private final OffsetMap offsets;
    private final @Nullable LocalDate published;
    private final double threshold;
    private final Memory memory;
    private final ReportedSpeech speech;

    Findings(
            Lexicon lexicon,
            Article article,
            CheckworthinessScorer scorer,
            Register register,
            OffsetMap offsets,
            @Nullable LocalDate published,
            double threshold) {
        this.lexicon = lexicon;
        this.article = article;
        this.scorer = scorer;
        this.register = register;
        this.offsets = offsets;
        this.published = published;
        this.threshold = threshold;
        this.memory = new Memory(article.people());
        this.speech = new ReportedSpeech(lexicon, article.sentences(), offsets);
    }

    SplitSentence in(Sentence sentence) {
        List<Times.Found> times = Times.in(sentence.text, sentence.passage, published);
        List<Times.Found> dates =
                times.stream().filter(Times.Found::isDateOrClock).toList();
        List<Quantities.Found> quantities =
                sentence.readable ? Quantities.in(sentence.text, sentence.all, dates) : List.of();
        List<Candidate> claims = new ArrayList<>();
        Set<Reason> reasons = new LinkedHashSet<>();
        NotCheckable why = NotCheckable.FRAGMENT;
        double best = 0;
        List<Attribution> attributions = speech.next();
        if (sentence.readable) {
            sentence.carriedSpeaker = sentence.tag == null && sentence.isAllQuoted() ? carriedSpeaker() : null;
            memory.mention(sentence.words);
            List<ClaimDraft> drafts = Proposals.of(lexicon, article.people(), sentence);
            double wordingScore = scorer.wording(sentence);
            Wording wording = new Wording(lexicon, article.people(), memory, sentence);
            for (ClaimDraft draft : drafts) {
                resolveSpeaker(draft);
                List<Passage> passages = wording.passages(draft);
                List<Quantities.Found> counted = quantities.stream()
                        .filter(q -> isIn(body(sentence, draft), q.start(), q.end()))
                        .toList();
                List<Times.Found> dated = times.stream()
                        .filter(t -> t.kind() == Times.Kind.DATE && isIn(body(sentence, draft), t.start(), t.end()))
                        .toList();
                boolean counts = counted.stream().anyMatch(q -> !isThePair(q));
                ClaimReader reader = new ClaimReader(lexicon, sentence, draft, draft.words, counts, !dated.isEmpty());
                ClaimFeatures features = reader.features(wordingScore);
                double score = scorer.score(sentence, register, features);
                ClaimKind kind = reader.kind(features);
                List<Reason> why2 = ClaimReader.reasons(features);
                reasons.addAll(why2);
                if (score >= best) {
                    best = score;
                    why = ClaimReader.why(features, kind);
                }
                List<Times.Found> named = times.stream()
                        .filter(t -> t.kind() == Times.Kind.DATE && isIn(passages, t.start(), t.end()))
                        .toList();
                claims.add(new Candidate(
                        wording.of(draft),
                        spans(passages),
                        kind,
                        score >= threshold,
                        score,
                        why2,
                        draft.speaker,
                        quantities(counted),
                        times(named)));
            }
            remember(sentence, drafts);
        }
        boolean checkworthy = best >= threshold && !claims.isEmpty();
        return new SplitSentence(
                offsets.at(sentence.passage.start()),
                offsets.at(sentence.passage.end()),
                checkworthy,
                best,
                checkworthy ? List.copyOf(reasons) : List.of(),
                checkworthy ? null : why,
                attributions,
                quantities(quantities),
                times(times),
                claims);
    }

    /** Who goes on speaking, or who is to be named further on as the speaker of an open quote. */
    private @Nullable String carriedSpeaker() {
        ReportedSpeech.Source source = speech.carried();
        if (memory.speaker() != null || source == null) {
            return memory.speaker();
        }
        String name = article.people()
                .named(
                        source.sentence().words,
                        source.words().from(),
                        source.words().to());
        return name == null || lexicon.has("person pronoun", name.toLowerCase(Locale.ROOT)) ? memory.person() : name;
    }

    private static boolean isThePair(Quantities.Found quantity) {
        return quantity.value() != null && quantity.value() == 2 && "person".equals(quantity.unit());
    }

    private void resolveSpeaker(ClaimDraft draft) {
        String speaker = draft.speaker;
        if (speaker != null && lexicon.has("person pronoun", speaker)) {
            draft.speaker = memory.person() == null ? speaker : memory.person();
        }
    }

    private void remember(Sentence sentence, List<ClaimDraft> drafts) {
        People people = article.people();
        String subject = null;
        for (ClaimDraft draft : drafts) {
            Piece first = draft.frame.isEmpty() ? new Piece(draft.subjectStart, draft.subjectEnd) : draft.frame.get(0);
            if (subject == null && first.from() >= 0 && first.to() > first.from() && first.to() <= sentence.size()) {
                Token word = sentence.word(first.from());
                subject = lexicon.has("person pronoun", word.lower()) && !sentence.quoted.get(first.from())
                        ? memory.person()
                        : people.person(sentence.words, first.from(), first.to());
            }
        }
        String speaker = null;
        for (ClaimDraft draft : drafts) {
            if (draft.speaker != null) {
                speaker = draft.speaker;
            }
        }
        if (speaker == null && sentence.endsQuoted) {
            speaker = sentence.isAllQuoted() ? memory.speaker() : subject;
        }
        String speaking = speaker;
        if (subject != null || speaker != null && people.isPerson(speaker)) {
            memory.subject(subject != null ? subject : speaking);
        }
        memory.speaker(speaker);
    }

    private static List<Passage> body(Sentence sentence, ClaimDraft draft) {
        return draft.body.stream()
                .map(piece -> sentence.passage(piece.from(), piece.to()))
                .toList();
    }

    private static boolean isIn(List<Passage> passages, int start, int end) {
        return passages.stream().anyMatch(passage -> start < passage.end() && passage.start() < end);
    }

    private List<Span> spans(List<Passage> passages) {
        return passages.stream()
                .map(passage -> offsets.span(passage.start(), passage.end()))
                .toList();
    }

    private List<Quantity> quantities(List<Quantities.Found> found) {
        return found.stream()
                .map(q -> new Quantity(
                        offsets.at(q.start()),
                        offsets.at(q.end()),
                        q.value(),
                        q.low(),
                        q.high(),
                        q.unit(),
                        q.comparator()))
                .toList();
    }

    /** A day with a time of day is told twice: as the day, by which readers search and sort, and in full. */
    private List<TimeExpression> times(List<Times.Found> found) {
        List<TimeExpression> times = new ArrayList<>();
        for (Times.Found time : found) {
            String value = time.value();
            if (value == null) {
                continue;
            }
            int start = offsets.at(time.start());
            int end = offsets.at(time.end());
            if (value.indexOf('T') == DAY_CHARS) {
                times.add(new TimeExpression(start, end, value.substring(0, DAY_CHARS)));
            }
            times.add(new TimeExpression(start, end, value));
        }
        return times;
    }
}
