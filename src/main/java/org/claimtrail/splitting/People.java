package org.claimtrail.splitting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** The people an article names, by their last names; a last name shared by two people stands for neither. */
final class People {

    private final Lexicon lexicon;
    private final Map<String, String> fullByLast = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    People(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Notes every name of two or more words that a title or a verb of speech shows to be a person's. */
    void read(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!isNamePart(words, i)) {
                continue;
            }
            int end = i;
            while (end < words.size() && isNamePart(words, end)) {
                end++;
            }
            note(words, i, end);
            i = end;
        }
    }

    private boolean isNamePart(List<Token> words, int at) {
        Token token = words.get(at);
        return token.isCapitalised()
                        && (token.is(Tag.PROPN, Tag.ADJ, Tag.NOUN, Tag.X, Tag.VERB)
                                || at > 0
                                        && !token.is(Tag.PRON, Tag.DET)
                                        && words.get(at - 1).isCapitalised())
                        && Character.isLetter(token.text().codePointAt(0))
                || isParticle(words, at);
    }

    private static boolean isParticle(List<Token> words, int at) {
        Token token = words.get(at);
        return at > 0
                        && at + 1 < words.size()
                        && words.get(at - 1).is(Tag.PROPN)
                        && words.get(at + 1).isCapitalised()
                        && Set.of("al", "bin", "de", "del", "dela", "der", "di", "la", "van", "von", "da", "dos", "el")
                                .contains(token.lower())
                || token.is(Tag.PROPN) && token.lower().startsWith("al-");
    }

    private void note(List<Token> words, int from, int to) {
        int start = from;
        boolean role =
                from > 0 && isRole(words.get(from - 1)) && words.get(from - 1).is(Tag.NOUN, Tag.PROPN, Tag.ADJ);
        for (int i = from; i < to; i++) {
            if (isRole(words.get(i))) {
                start = i + 1;
                role = true;
            }
        }
        int length = to - start;
        if (length < 2 || length > 4) {
            return;
        }
        for (int i = start; i < to; i++) {
            if (lexicon.has("organisation word", words.get(i).lower())
                    || lexicon.has("month", words.get(i).lower())
                    || lexicon.has("weekday", words.get(i).lower())) {
                return;
            }
        }
        boolean speaks = to < words.size() && lexicon.has("cue", words.get(to).lower())
                || start > 0 && lexicon.has("quote cue", words.get(start - 1).lower());
        boolean described = to + 1 < words.size() && words.get(to).isComma() && isRoleAhead(words, to + 1);
        if (role || speaks || described) {
            String last = words.get(to - 1).text();
            String full = join(words, start, to);
            String known = fullByLast.putIfAbsent(last, full);
            if (known != null && !known.equals(full) && !full.endsWith(known)) {
                shared.add(last);
            }
        }
    }

    /** Whether the word belongs to a title, abbreviated or not: "Senator", "Sen." */
    private boolean isRole(Token token) {
        String word = token.lower();
        return lexicon.has("role", word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }

    private boolean isRoleAhead(List<Token> words, int at) {
        for (int i = at; i < Math.min(words.size(), at + 6); i++) {
            if (isRole(words.get(i)) && words.get(i).is(Tag.NOUN, Tag.PROPN)) {
                return true;
            }
        }
        return false;
    }

    static String join(List<Token> words, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && words.get(i).start() > words.get(i - 1).end()) {
                name.append(' ');
            }
            name.append(words.get(i).text());
        }
        return name.toString();
    }

    /** The full name of somebody known, or null. */
    @Nullable
    String full(String last) {
        return shared.contains(last) ? null : fullByLast.get(last);
    }

    boolean isPerson(String name) {
        return fullByLast.containsValue(name);
    }

    /** Who or what a noun phrase names: a person's full name without title, else the phrase itself; null for "it" and the like. */
    @Nullable
    String named(List<Token> words, int start, int stop) {
        int from = start;
        int to = stop;
        while (from < to && (words.get(from).isPunctuation() || words.get(from).is(Tag.CCONJ))) {
            from++;
        }
        if (from < to && words.get(from).is(Tag.ADP)) {
            from = afterTime(words, from + 1, to);
        }
        while (to > from
                && (words.get(to - 1).isPunctuation() || words.get(to - 1).is(Tag.ADV))) {
            to--;
        }
        boolean pronoun = from < to && lexicon.has("no speaker", words.get(from).lower());
        if (from >= to || pronoun || words.get(from).is(Tag.VERB)) {
            return null;
        }
        String person = person(words, from, to);
        return person != null ? person : phrase(words, from, to);
    }

    /** Index after "on Friday", "in 2014": where the source itself begins. */
    private int afterTime(List<Token> words, int start, int to) {
        int at = start;
        while (at < to
                && (lexicon.has("weekday", words.get(at).lower())
                        || lexicon.has("month", words.get(at).lower())
                        || lexicon.has("part of day", words.get(at).lower())
                        || words.get(at).is(Tag.NUM)
                        || words.get(at).isComma())) {
            at++;
        }
        return at == start ? start - 1 : at;
    }

    /** Index after a name of several words that "of …" or "for …" only places, or the end. */
    private int placedNameEnd(List<Token> words, int from, int to) {
        int at = from;
        while (at < to
                && words.get(at).is(Tag.PROPN)
                && words.get(at).isCapitalised()
                && !lexicon.has("organisation word", words.get(at).lower())) {
            at++;
        }
        boolean placed = at < to && words.get(at).is(Tag.ADP) && !isRole(words.get(at - 1 < from ? from : at - 1));
        return placed && at - from >= 2 ? at : to;
    }

    /** Index of a name of two or more words that ends the phrase after plain words such as "eyewitness", or the start. */
    private int describedNameStart(List<Token> words, int from, int to) {
        int name = to;
        while (name > from
                && words.get(name - 1).is(Tag.PROPN)
                && words.get(name - 1).isCapitalised()
                && !lexicon.has("organisation word", words.get(name - 1).lower())
                && !isRole(words.get(name - 1))) {
            name--;
        }
        if (to - name < 2 || to - name > 4 || name == from) {
            return from;
        }
        boolean described = words.get(name - 1).is(Tag.NOUN) || isRole(words.get(name - 1));
        return described && words.subList(from, name).stream().noneMatch(word -> word.is(Tag.DET, Tag.ADP))
                ? name
                : from;
    }

    private String phrase(List<Token> words, int start, int stop) {
        int to = placedNameEnd(words, start, stop);
        int from = describedNameStart(words, start, to);
        int title = from;
        while (title < to && isRole(words.get(title))) {
            title++;
        }
        if (title > from && title == to - 1 && words.get(title).is(Tag.PROPN)) {
            return words.get(title).text();
        }
        int end = from;
        while (end < to && !words.get(end).isComma()) {
            end++;
        }
        String phrase = join(words, from, end == from ? to : end);
        Token first = words.get(from);
        boolean plain = first.text().substring(1).equals(first.lower().substring(1));
        boolean opening = plain
                && (first.is(Tag.DET, Tag.PRON)
                        || first.is(Tag.NOUN)
                                && first.lower().endsWith("s")
                                && from == 0
                                && full(first.text()) == null);
        return opening ? Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1) : phrase;
    }

    /** The person a noun phrase names before its first preposition, or null. */
    @Nullable
    String person(List<Token> words, int from, int to) {
        int at = from;
        while (at < to) {
            Token token = words.get(at);
            boolean ofRole = token.isWord("of") && at > from && isRole(words.get(at - 1));
            if (token.is(Tag.ADP, Tag.CCONJ) && !ofRole
                    || token.isWord("'s") && at + 1 < to && !isRole(words.get(at + 1))) {
                return null;
            }
            boolean title = isRole(token);
            if (token.isCapitalised() && !title && token.is(Tag.PROPN, Tag.NOUN, Tag.ADJ, Tag.X, Tag.VERB)) {
                int end = at;
                while (end < to && isNamePart(words, end) && !isRole(words.get(end))) {
                    end++;
                }
                String known = full(words.get(Math.max(at, end - 1)).text());
                if (end > at && known != null) {
                    return known;
                }
                at = Math.max(end, at + 1);
            } else {
                at++;
            }
        }
        return null;
    }
}
