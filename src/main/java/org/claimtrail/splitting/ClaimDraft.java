package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim while it is being put together; words are indexes into its sentence. */
final class ClaimDraft {

    /** A run of words that the claim takes over. */
    record Piece(int from, int to) {}

    /** Words before the statement that say who reports it, outermost first. */
    final List<Piece> frame = new ArrayList<>();

    /** Who reports it, the outermost first where a report stands in another. */
    final List<Piece> sources = new ArrayList<>();

    final List<Piece> body = new ArrayList<>();
    /** The words its verb group counts in: those of the sentence without its speech tag. */
    final List<Token> words;

    /** The verb of the statement itself. */
    final VerbGroup verb;

    int subjectStart;
    int subjectEnd;

    @Nullable
    String speaker;
    /** Whether the sentence's speech tag belongs to it. */
    boolean tagged;
    /** Whether its subject is a definite form of an indefinite antecedent. */
    boolean definite;
    /** Whether a relative clause or a participle became a sentence of its own. */
    @Nullable
    String verbInstead;
    /** Place taken over from the noun phrase that the subject stands in apposition to. */
    @Nullable
    Piece place;

    ClaimDraft(VerbGroup verb, List<Token> words) {
        this.verb = verb;
        this.words = words;
    }

    /** The same claim about other words. */
    ClaimDraft with(List<Piece> otherBody) {
        ClaimDraft other = new ClaimDraft(verb, words);
        other.frame.addAll(frame);
        other.body.addAll(otherBody);
        other.sources.addAll(sources);
        other.subjectStart = subjectStart;
        other.subjectEnd = subjectEnd;
        other.speaker = speaker;
        other.tagged = tagged;
        other.definite = definite;
        other.verbInstead = verbInstead;
        other.place = place;
        return other;
    }

    int bodyStart() {
        return body.get(0).from();
    }

    int bodyEnd() {
        return body.get(body.size() - 1).to();
    }
}
