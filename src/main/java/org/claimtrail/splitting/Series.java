package org.claimtrail.splitting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Coordinated noun phrases of which each could be true without the others: counts ("killed 12 soldiers, five guards and
 * a driver"), three names or more, "both … and …". Each conjunction is looked at once, with the words before it.
 */
final class Series {

    private static final int MAX_WORDS_BACK = 60;
    private static final int MAX_INSERTED_WORDS = 6;
    private static final int MIN_NAMES = 3;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    /**
     * @param items the phrases without what joins them
     * @param start index of the first word that they replace
     * @param end index after the last of them; what follows belongs to each
     */
    record Found(List<Piece> items, int start, int end) {}

    private final Lexicon lexicon;
    private final List<Token> words;
    private final int from;
    private final int to;

    private Series(Lexicon lexicon, List<Token> words, int from, int to) {
        this.lexicon = lexicon;
        this.words = words;
        this.from = from;
        this.to = to;
    }

    /** The first series in a stretch of words that begins after a verb, or null. */
    static @Nullable Found in(Lexicon lexicon, List<Token> words, int from, int to) {
        Series series = new Series(lexicon, words, from, to);
        for (int at = from + 1; at + 1 < to; at++) {
            if (words.get(at).isWord("and")) {
                Found found = series.at(at);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Found at(int and) {
        int last = lastStart(and);
        if (last >= to) {
            return null;
        }
        Found both = both(and, last);
        if (both != null) {
            return both;
        }
        Found counted = isCount(last) || isArticle(last) ? items(and, last, true) : null;
        return counted != null ? counted : items(and, last, false);
    }

    /** @param counts whether each item is to be a count, and not a name */
    private @Nullable Found items(int and, int last, boolean counts) {
        Deque<Piece> items = new ArrayDeque<>();
        int right = words.get(and - 1).isComma() ? and - 1 : and;
        int floor = Math.max(from, and - MAX_WORDS_BACK);
        for (int at = right - 1; at >= floor; at--) {
            Token token = words.get(at);
            if (token.isComma() && isItem(at + 1, right, counts)) {
                items.addFirst(new Piece(at + 1, right));
                right = at;
            } else if (token.isPunctuation() || token.isWord("including") || isClausal(token)) {
                floor = at + 1;
            }
        }
        int first = counts ? firstCount(floor, right) : firstName(floor, right);
        if (first < 0 || first >= right) {
            return null;
        }
        items.addFirst(new Piece(first, right));
        return counts ? counted(items, last) : named(items, last);
    }

    /** After "and, by early counts," the item begins after the second comma. */
    private int lastStart(int and) {
        if (!words.get(and + 1).isComma()) {
            return and + 1;
        }
        for (int at = and + 2; at < to && at - and <= MAX_INSERTED_WORDS; at++) {
            if (words.get(at).isComma()) {
                return at + 1;
            }
        }
        return to;
    }

    private boolean isClausal(Token token) {
        return token.is(Tag.AUX, Tag.SCONJ) || lexicon.has("relative", token.lower());
    }

    private @Nullable Found both(int and, int last) {
        for (int at = and - 1; at >= from && and - at <= MAX_INSERTED_WORDS + 2; at--) {
            if (words.get(at).isWord("both")
                    && at + 1 < and
                    && !words.get(at + 1).isWord("of")) {
                List<Piece> first = new ArrayList<>(List.of(new Piece(at + 1, and)));
                int end = lastEnd(first, last);
                boolean nouns = isNounPhrase(at + 1, and) && isNounPhrase(last, end);
                first.add(new Piece(last, end));
                return nouns ? new Found(first, at, end) : null;
            }
        }
        return null;
    }

    private boolean isNounPhrase(int start, int end) {
        return end > start
                && words.subList(start, end).stream().anyMatch(word -> word.is(Tag.NOUN, Tag.PROPN))
                && words.subList(start, end).stream().noneMatch(word -> word.is(Tag.VERB, Tag.AUX, Tag.CCONJ))
                && !words.get(start).is(Tag.ADP, Tag.SCONJ, Tag.ADV, Tag.PART);
    }

    private boolean isItem(int start, int end, boolean counts) {
        return counts ? isCount(start) || isArticle(start) : isNamed(start, end);
    }

    private boolean isArticle(int at) {
        return at + 1 < to
                && (words.get(at).isWord("a") || words.get(at).isWord("an"))
                && words.get(at + 1).is(Tag.NOUN, Tag.ADJ);
    }

    /** "12 soldiers", "at least 30", "nearly a dozen". */
    private boolean isCount(int at) {
        int number = at;
        while (number < to
                && number - at < 2
                && lexicon.has("about", words.get(number).lower())) {
            number++;
        }
        return number < to && words.get(number).is(Tag.NUM) && !isDate(number);
    }

    private boolean isDate(int at) {
        Token number = words.get(at);
        Token next = at + 1 < words.size() ? words.get(at + 1) : number;
        boolean month = lexicon.has("month", next.lower())
                || at > 0 && lexicon.has("month", words.get(at - 1).lower());
        boolean hour = next.isWord("a.m") || next.isWord("p.m") || next.isWord("a.m.") || next.isWord("p.m.");
        return month || hour || isYear(number.text()) || lexicon.has("measure", next.lower());
    }

    private static boolean isYear(String digits) {
        if (digits.length() != 4 || !digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private int firstCount(int floor, int right) {
        for (int at = floor; at < right; at++) {
            if (isCount(at)) {
                boolean range = at > from
                        && (words.get(at - 1).isWord("between")
                                || words.get(at - 1).isWord("from"));
                return range ? -1 : at;
            }
        }
        return -1;
    }

    private @Nullable Found counted(Deque<Piece> items, int last) {
        List<Piece> all = new ArrayList<>(items);
        int end = lastEnd(all, last);
        all.add(new Piece(last, end));
        boolean whole = all.stream().allMatch(item -> item.to() - item.from() > 1);
        return whole ? new Found(all, all.get(0).from(), end) : null;
    }

    /** A name or a definite phrase, without a verb. */
    private boolean isNamed(int start, int end) {
        boolean opens =
                start < end && (words.get(start).is(Tag.DET) || words.get(start).is(Tag.PROPN, Tag.NOUN, Tag.ADJ));
        List<Token> item = words.subList(start, Math.max(start, end));
        return opens
                && item.stream().noneMatch(word -> word.is(Tag.VERB, Tag.AUX, Tag.SCONJ, Tag.PRON))
                && (words.get(start).is(Tag.DET)
                        || item.stream().anyMatch(word -> word.is(Tag.PROPN) && word.isCapitalised()));
    }

    /** Names in a row are the verb's object or follow one preposition; those of a place stay together. */
    private int firstName(int floor, int right) {
        int first = from;
        if (words.get(first).is(Tag.ADP)
                && !lexicon.has("place preposition", words.get(first).lower())) {
            first++;
        }
        return floor <= first && isNamed(first, right) ? first : -1;
    }

    private @Nullable Found named(Deque<Piece> items, int last) {
        List<Piece> all = new ArrayList<>(items);
        int end = lastEnd(all, last);
        if (all.size() + 1 < MIN_NAMES || !isNamed(last, end)) {
            return null;
        }
        for (int i = 1; i < all.size(); i++) {
            boolean apposition = words.get(all.get(i).from()).is(Tag.DET)
                    && words.get(all.get(i - 1).to() - 1).is(Tag.PROPN);
            if (apposition) {
                return null;
            }
        }
        all.add(new Piece(last, end));
        return new Found(all, all.get(0).from(), end);
    }

    /** Where the others have no preposition of their own, one in the last belongs to all of them. */
    private int lastEnd(List<Piece> others, int last) {
        boolean indefinite = words.get(last).isWord("a") || words.get(last).isWord("an");
        boolean plain = !indefinite && others.stream().noneMatch(item -> hasPreposition(item.from(), item.to()));
        for (int at = last + 1; at < to; at++) {
            Token token = words.get(at);
            boolean mark = token.isPunctuation() && !token.text().equals("-");
            boolean goesOn = token.isWord("to") || plain && token.is(Tag.ADP) && !token.isWord("of");
            if (mark || goesOn) {
                return at;
            }
        }
        return to;
    }

    private boolean hasPreposition(int start, int end) {
        return words.subList(start, end).stream().anyMatch(word -> word.is(Tag.ADP) && !word.isWord("of"));
    }
}
