package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Finds reports by a noun: "the claim that …", "their plan to …", "Ada Brook's criticism of …". */
final class NounReports {

    private static final int MAX_ADJECTIVES = 2;
    private static final Set<String> TOPIC = Set.of("of", "about", "for", "against", "on", "over");

    private final Lexicon lexicon;
    private final Sentence sentence;
    private final List<VerbGroup> groups;
    private final ReportSources sources;

    NounReports(Lexicon lexicon, Sentence sentence, List<VerbGroup> groups, ReportSources sources) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.groups = groups;
        this.sources = sources;
    }

    List<Report> found() {
        List<Report> reports = new ArrayList<>();
        int group = 0;
        for (int i = 0; i + 2 < sentence.size(); i++) {
            while (group < groups.size() && groups.get(group).start() < i) {
                group++;
            }
            Token word = sentence.word(i);
            if (word.is(Tag.NOUN) && Cues.isForm(lexicon, "speech noun", word.lower())) {
                Report report = at(i, group);
                if (report != null) {
                    reports.add(report);
                }
            }
        }
        return reports;
    }

    /** @param next index of the first verb group after the noun */
    private @Nullable Report at(int noun, int next) {
        Token link = sentence.word(noun + 1);
        Piece source = possessor(noun);
        if (source == null && next > 0 && isObject(noun, groups.get(next - 1))) {
            source = sources.of(next - 1);
        }
        if (source == null && link.isWord("that")) {
            source = modifier(noun);
        }
        int from = noun + 1;
        boolean clause =
                link.isWord("that") && next < groups.size() && groups.get(next).start() > noun + 2;
        if (TOPIC.contains(link.lower()) && source != null) {
            from++;
        } else if (!clause && !(link.isWord("to") && sentence.word(noun + 2).is(Tag.VERB) && source != null)) {
            return null;
        }
        int to = end(from, clause ? next + 1 : next, next);
        return to > from ? new Report(source, new Piece(noun, noun + 1), List.of(new Piece(from, to)), false) : null;
    }

    /** "his", "Ada Brook's" before the noun and its adjectives, or null. */
    private @Nullable Piece possessor(int noun) {
        int at = noun - 1;
        while (at > 0 && noun - at <= MAX_ADJECTIVES && sentence.word(at).is(Tag.ADJ, Tag.ADV)) {
            at--;
        }
        if (at < 0) {
            return null;
        }
        if (sentence.word(at).isWord("'s")) {
            int start = NounPhrases.start(lexicon, sentence.words, at, 0);
            return start < at ? new Piece(start, at) : null;
        }
        boolean possessive = lexicon.has("possessive", sentence.word(at).lower());
        return possessive ? new Piece(at, at + 1) : null;
    }

    /** "police claims that": the nouns before the noun, or null. */
    private @Nullable Piece modifier(int noun) {
        int start = noun;
        while (start > 0 && sentence.word(start - 1).is(Tag.NOUN, Tag.PROPN)) {
            start--;
        }
        return start < noun ? new Piece(start, noun) : null;
    }

    /** "has plans to": whether nothing but an article and adjectives stands between the verb and the noun. */
    private boolean isObject(int noun, VerbGroup verb) {
        for (int i = verb.end(); i < noun; i++) {
            if (!sentence.word(i).is(Tag.DET, Tag.ADJ, Tag.ADV, Tag.NUM)) {
                return false;
            }
        }
        return verb.isFinite() && !verb.passive() && noun >= verb.end();
    }

    /** Up to the verb whose subject the noun is, if it is one, else to the end of its clause. */
    private int end(int from, int firstOutside, int next) {
        int limit = sentence.size();
        boolean subject = groups.subList(0, next).stream().noneMatch(VerbGroup::isFinite);
        for (int i = firstOutside; subject && i < groups.size() && limit == sentence.size(); i++) {
            if (groups.get(i).isFinite()) {
                limit = groups.get(i).start();
            }
        }
        for (int i = from + 1; i < limit; i++) {
            Token token = sentence.word(i);
            if (!sentence.quoted.get(i) && (token.isComma() || token.text().equals(";"))) {
                limit = i;
            }
        }
        while (limit > from && sentence.word(limit - 1).isPunctuation() && !sentence.quoted.get(limit - 1)) {
            limit--;
        }
        return limit;
    }
}
