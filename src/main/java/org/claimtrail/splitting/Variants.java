package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** The statements that one clause makes: one for each item of a series, and for what it is said to include. */
final class Variants {

    private final Lexicon lexicon;
    private final List<Token> words;

    Variants(Lexicon lexicon, List<Token> words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /**
     * Bodies of a clause, at least one.
     *
     * @param body pieces of its words, the subject's first
     * @param verb the verb of the clause
     */
    List<List<Piece>> of(List<Piece> body, VerbGroup verb) {
        int at = 0;
        while (at < body.size() && !holds(body.get(at), verb)) {
            at++;
        }
        if (at == body.size()) {
            return List.of(body);
        }
        List<List<Piece>> included = including(body, at, verb);
        if (!included.isEmpty()) {
            return included;
        }
        Piece predicate = body.get(at);
        Series.Found objects = Series.in(lexicon, words, verb.end(), predicate.to());
        if (objects != null) {
            return each(body, at, objects.items(), new Piece(predicate.from(), objects.start()), objects.end());
        }
        Series.Found subjects = at == 0 ? subjects(predicate, verb) : null;
        return subjects == null
                ? List.of(body)
                : each(body, at, subjects.items(), new Piece(predicate.from(), subjects.start()), subjects.end());
    }

    private static boolean holds(Piece piece, VerbGroup verb) {
        return piece.from() <= verb.start() && verb.end() <= piece.to();
    }

    private List<List<Piece>> each(List<Piece> body, int at, List<Piece> items, Piece before, int end) {
        List<List<Piece>> bodies = new ArrayList<>();
        for (Piece item : items) {
            List<Piece> one = new ArrayList<>(body.subList(0, at));
            addUnlessEmpty(one, before);
            one.add(item);
            if (end < body.get(at).to() && !isAside(end)) {
                one.add(new Piece(end, body.get(at).to()));
            }
            one.addAll(body.subList(at + 1, body.size()));
            bodies.add(one);
        }
        return bodies;
    }

    /** "…, all of them from Ost" is about the items together. */
    private boolean isAside(int at) {
        return words.get(at).isComma()
                && at + 1 < words.size()
                && !words.get(at + 1).is(Tag.ADP, Tag.ADV, Tag.SCONJ, Tag.PROPN);
    }

    private static void addUnlessEmpty(List<Piece> pieces, Piece piece) {
        if (piece.to() > piece.from()) {
            pieces.add(piece);
        }
    }

    /** "Three soldiers and two guards were killed", where each count has the verb in the plural. */
    private Series.@Nullable Found subjects(Piece clause, VerbGroup verb) {
        boolean state = verb.end() < words.size()
                && lexicon.has("be", words.get(verb.main()).lower())
                && words.get(verb.end()).is(Tag.ADJ)
                && words.get(verb.end()).lower().endsWith("ed");
        if (verb.start() <= clause.from() + 1 || !verb.passive() && !state) {
            return null;
        }
        Series.Found found = Series.in(lexicon, words, clause.from(), verb.start());
        boolean whole = found != null
                && found.end() == verb.start()
                && words.get(found.start()).is(Tag.NUM)
                && found.items().stream()
                        .noneMatch(item -> words.get(item.from()).isWord("one"));
        return whole ? found : null;
    }

    /** "damaged 143 buildings, including 70 schools and 40 homes": the whole, then each part in its place. */
    private List<List<Piece>> including(List<Piece> body, int at, VerbGroup verb) {
        Piece predicate = body.get(at);
        int including = verb.end() + 1;
        while (including < predicate.to() && !words.get(including).isWord("including")) {
            including++;
        }
        if (including + 1 >= predicate.to() || !words.get(including + 1).is(Tag.NUM)) {
            return List.of();
        }
        int end = words.get(including - 1).isPunctuation() ? including - 1 : including;
        int object = NounPhrases.start(lexicon, words, end, verb.end());
        if (object >= end) {
            return List.of();
        }
        List<Piece> whole = new ArrayList<>(body.subList(0, at));
        whole.add(new Piece(predicate.from(), end));
        whole.addAll(body.subList(at + 1, body.size()));
        List<List<Piece>> bodies = new ArrayList<>(List.of(whole));
        Series.Found parts = Series.in(lexicon, words, including + 1, predicate.to());
        Piece before = new Piece(predicate.from(), object);
        if (parts == null || parts.start() > including + 1) {
            bodies.addAll(each(body, at, List.of(new Piece(including + 1, predicate.to())), before, predicate.to()));
        } else {
            bodies.addAll(each(body, at, parts.items(), before, parts.end()));
        }
        return bodies;
    }
}
