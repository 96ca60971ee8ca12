package org.claimtrail.splitting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Words a claim so that it stands alone: names in full, safe pronouns resolved, the report's frame in front. */
final class Wording {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private final Lexicon lexicon;
    private final People people;
    private final Memory memory;
    private final Sentence sentence;
    /** Index of the first word of the subject where an opening stands before it, or -1. */
    private int subject = -1;

    Wording(Lexicon lexicon, People people, Memory memory, Sentence sentence) {
        this.lexicon = lexicon;
        this.people = people;
        this.memory = memory;
        this.sentence = sentence;
    }

    String of(ClaimDraft draft) {
        subject = afterOpening(draft);
        boolean quote = isQuoted(draft.body.get(0));
        SpeechTag tag = draft.tagged ? sentence.tag : null;
        String opening = opening(draft, tag, quote);
        StringBuilder words = new StringBuilder();
        for (Piece piece : draft.frame) {
            boolean opens = opening.isEmpty() && words.length() == 0;
            String frame = piece.from() < 0 ? tagSource() : piece(piece, opens);
            append(words, reported(frame) + (isSource(draft, piece) ? "" : markAfter(piece)));
        }
        append(words, body(draft, opening.isEmpty() && words.length() == 0));
        String statement = withoutConnective(trim(words.toString()), draft.frame.isEmpty() && opening.isEmpty());
        if (quote && !opening.isEmpty()) {
            return capitalised(opening + " \"" + capitalised(statement.replace("\"", "")) + ".\"");
        }
        String before = opening.isEmpty() ? "" : opening + " ";
        String behind = tag != null && opening.isEmpty() ? ", " + tagBehind(tag) : "";
        String finished = balanced(capitalised(before + statement + behind));
        return finished + (endsInMark(finished) ? "" : ".");
    }

    /** "On Monday, she …": where an opening that itself names nobody stands before the subject, else -1. */
    private int afterOpening(ClaimDraft draft) {
        Piece first = draft.frame.isEmpty() ? draft.body.get(0) : draft.frame.get(0);
        Piece source = draft.sources.isEmpty() ? null : draft.sources.get(0);
        int at = draft.frame.isEmpty() ? draft.subjectStart : source == null ? -1 : source.from();
        boolean opening = first.from() >= 0 && first.from() < at && at < first.to();
        return opening && people.person(sentence.words, first.from(), at) == null ? at : -1;
    }

    /** Who says it, where that is to stand in front: of a quote, or where the sentence has it there; else nothing. */
    private String opening(ClaimDraft draft, @Nullable SpeechTag tag, boolean quote) {
        if (tag != null) {
            return quote || tag.start() == 0 ? trimEnd(tagInFront(tag, quote)) : "";
        }
        String carried = sentence.carriedSpeaker;
        return draft.frame.isEmpty() && carried != null && quote ? definite(carried) + " said:" : "";
    }

    /** "account" becomes "the account" where it stands alone; "officials" and "the ministry" stay. */
    private String definite(String speaker) {
        boolean named = Character.isUpperCase(speaker.codePointAt(0));
        return named || speaker.indexOf(' ') > 0 || speaker.endsWith("s") ? speaker : "the " + speaker;
    }

    private static String trimEnd(String words) {
        return words.endsWith(" ") ? words.substring(0, words.length() - 1) : words;
    }

    private String body(ClaimDraft draft, boolean opens) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < draft.body.size(); i++) {
            Piece piece = draft.body.get(i);
            String words = i == 0 && draft.definite ? definite(piece) : piece(piece, i == 0 && opens);
            if (i == draft.body.size() - 1 && draft.verbInstead != null) {
                int space = words.indexOf(' ');
                words = draft.verbInstead + (space < 0 ? "" : words.substring(space));
            }
            append(body, words);
            if (i == 0 && draft.place != null) {
                append(body, piece(draft.place));
            }
        }
        return body.toString();
    }

    private static boolean isSource(ClaimDraft draft, Piece piece) {
        return draft.sources.contains(piece);
    }

    /** The comma or colon between a report's own words and what it reports. */
    private String markAfter(Piece piece) {
        if (piece.from() < 0 || piece.to() >= sentence.size()) {
            return "";
        }
        Token mark = sentence.word(piece.to());
        boolean inserted = mark.isComma()
                && !lexicon.has("cue", sentence.word(piece.to() - 1).lower());
        return inserted || mark.text().equals(":") ? mark.text() : "";
    }

    /** "saying" becomes "said" now that it carries a sentence. */
    private String reported(String words) {
        int space = words.indexOf(' ');
        String first = space < 0 ? words : words.substring(0, space);
        if (!first.endsWith("ing") || !lexicon.has("cue", first)) {
            return words;
        }
        return (first.equals("including") ? "added" : Inflection.past(first)) + words.substring(first.length());
    }

    private static boolean endsInMark(String text) {
        return text.endsWith(".") && !text.endsWith("..")
                || text.endsWith("!")
                || text.endsWith("?")
                || text.endsWith(".\"");
    }

    private boolean isQuoted(Piece piece) {
        return sentence.quoted.get(piece.from()) && sentence.quoted.get(piece.to() - 1);
    }

    private String tagSource() {
        SpeechTag tag = sentence.tag;
        return tag == null ? "" : source(tag);
    }

    private String source(SpeechTag tag) {
        Token first = sentence.word(tag.sourceStart());
        String person = people.person(sentence.words, tag.sourceStart(), tag.sourceEnd());
        if (person == null && lexicon.has("person pronoun", first.lower())) {
            person = memory.person();
        }
        return person != null ? person : trim(piece(new Piece(tag.sourceStart(), tag.sourceEnd())));
    }

    private String tagInFront(SpeechTag tag, boolean quote) {
        String source = source(tag);
        Token cue = sentence.word(tag.cueStart());
        if (cue.isWord("according")) {
            return "According to " + source + ", ";
        }
        int end = tag.cueStart() > tag.sourceStart() ? tag.end() : tag.cueEnd();
        return source + " " + trim(piece(new Piece(tag.cueStart(), end))) + (quote ? ":" : " that");
    }

    private String tagBehind(SpeechTag tag) {
        int from = Math.min(tag.cueStart(), tag.sourceStart());
        if (from > 0 && sentence.word(from - 1).isWord("as")) {
            from--;
        }
        String words = trim(piece(new Piece(from, Math.max(tag.end(), tag.sourceEnd()))));
        Token first = sentence.word(from);
        if (lexicon.has("person pronoun", first.lower())) {
            return source(tag) + words.substring(first.text().length());
        }
        return first.is(Tag.DET, Tag.PRON) ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
    }

    private static void append(StringBuilder text, String words) {
        if (text.length() > 0 && !words.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
        text.append(words);
    }

    /** "a part of a simmering battle" becomes "the battle": what a sentence of its own speaks of is known by now. */
    private String definite(Piece piece) {
        int from = piece.from();
        Token first = sentence.word(from);
        boolean article = first.isWord("a") || first.isWord("an") || first.isWord("some");
        if (!article) {
            return piece(piece);
        }
        int at = from + 1;
        boolean heavy = false;
        for (int i = at; i < piece.to() && sentence.word(i).is(Tag.ADJ, Tag.ADV, Tag.VERB, Tag.CCONJ); i++) {
            heavy |= sentence.word(i).is(Tag.ADV, Tag.CCONJ);
        }
        while (heavy && at + 1 < piece.to() && sentence.word(at).is(Tag.ADJ, Tag.ADV, Tag.VERB, Tag.CCONJ)) {
            at++;
        }
        return "the " + piece(new Piece(at, piece.to()));
    }

    /** The words of a piece as the article has them, with names and pronouns resolved. */
    private String piece(Piece piece) {
        return piece(piece, true);
    }

    private String piece(Piece piece, boolean opens) {
        Passage passage = sentence.passage(piece.from(), piece.to());
        Map<Integer, Integer> ends = new TreeMap<>();
        Map<Integer, String> instead = new TreeMap<>();
        for (int i = piece.from(); i < piece.to(); i++) {
            String resolved = resolved(i, opens && (i == piece.from() || i == subject));
            if (resolved != null) {
                int last = resolvesTwo(i) ? i + 1 : i;
                instead.put(sentence.word(i).start(), resolved);
                ends.put(sentence.word(i).start(), sentence.word(last).end());
            }
        }
        StringBuilder words = new StringBuilder();
        if (sentence.afterMark.get(piece.from()) && sentence.quoted.get(piece.from())) {
            words.append('"');
        }
        int at = passage.start();
        for (Map.Entry<Integer, String> change : instead.entrySet()) {
            if (change.getKey() < at) {
                continue;
            }
            words.append(sentence.text, at, change.getKey()).append(change.getValue());
            at = java.util.Objects.requireNonNull(ends.get(change.getKey()));
        }
        words.append(sentence.text, Math.min(at, passage.end()), passage.end());
        String trimmed = trim(words.toString());
        return isInserted(piece) ? trimmed + "," : trimmed;
    }

    /** "Ada Brook, who leads it," keeps its second comma before the verb. */
    private boolean isInserted(Piece piece) {
        if (piece.to() - piece.from() < 3 || !sentence.word(piece.to() - 1).isComma()) {
            return false;
        }
        return sentence.words.subList(piece.from(), piece.to() - 1).stream().anyMatch(Token::isComma);
    }

    private boolean resolvesTwo(int at) {
        return sentence.word(at).isWord("the")
                && at + 1 < sentence.size()
                && (sentence.word(at + 1).isWord("two") || sentence.word(at + 1).isWord("2"))
                && (at + 2 >= sentence.size() || !sentence.word(at + 2).is(Tag.NOUN, Tag.ADJ, Tag.PROPN, Tag.NUM));
    }

    private @Nullable String resolved(int at, boolean opens) {
        Token token = sentence.word(at);
        if (sentence.quoted.get(at)) {
            return null;
        }
        if (resolvesTwo(at)) {
            return memory.pair();
        }
        if (lexicon.has("person pronoun", token.lower()) && opens) {
            return personAt(at);
        }
        boolean partOfName = at > 0 && isNamePart(at - 1) || at + 1 < sentence.size() && isNamePart(at + 1);
        return token.isCapitalised() && !partOfName ? people.full(token.text()) : null;
    }

    private boolean isNamePart(int at) {
        Token token = sentence.word(at);
        return token.isCapitalised()
                && !token.is(Tag.DET, Tag.ADP, Tag.PRON, Tag.CCONJ, Tag.SCONJ, Tag.ADV, Tag.VERB, Tag.AUX);
    }

    private @Nullable String personAt(int at) {
        SpeechTag tag = sentence.tag;
        String speaker = tag != null && tag.sourceStart() < at
                ? people.person(sentence.words, tag.sourceStart(), tag.sourceEnd())
                : null;
        return speaker != null ? speaker : memory.person();
    }

    private static String trim(String words) {
        String straight = SPACES.matcher(Tokenizer.straight(words)).replaceAll(" ");
        int from = 0;
        int to = straight.length();
        while (from < to && " ,;:-–—.".indexOf(straight.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " ,;:-–—".indexOf(straight.charAt(to - 1)) >= 0) {
            to--;
        }
        return straight.substring(from, to);
    }

    private static String withoutConnective(String statement, boolean opens) {
        int space = statement.indexOf(' ');
        boolean connective = opens
                && space > 0
                && List.of("and", "but", "so", "or", "yet", "however", "then")
                        .contains(statement.substring(0, space).toLowerCase(java.util.Locale.ROOT));
        return connective ? trim(statement.substring(space)) : statement;
    }

    private static String balanced(String text) {
        long marks = text.chars().filter(c -> c == '"').count();
        if (marks % 2 == 0) {
            return text;
        }
        int mark = text.indexOf('"');
        boolean opening = mark == 0 || text.charAt(mark - 1) == ' ';
        return marks == 1 && !opening ? text.replace("\"", "") : text + '"';
    }

    private static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.startsWith("\"") && text.length() > 1 ? 1 : 0;
        return text.substring(0, first)
                + text.substring(first, first + 1).toUpperCase(java.util.Locale.ROOT)
                + text.substring(first + 1);
    }

    /** The passages a claim rests on, in the order of the text, joined where nothing but marks lies between. */
    List<Passage> passages(ClaimDraft draft) {
        TreeMap<Integer, Passage> byStart = new TreeMap<>();
        List<Piece> pieces = new java.util.ArrayList<>(draft.body);
        draft.frame.stream().filter(piece -> piece.from() >= 0).forEach(pieces::add);
        if (draft.tagged && sentence.tag != null) {
            SpeechTag tag = sentence.tag;
            int from = Math.min(tag.cueStart(), tag.sourceStart());
            pieces.add(new Piece(from, Math.max(from + 1, Math.min(tag.end(), sentence.size()))));
        }
        if (draft.place != null) {
            pieces.add(draft.place);
        }
        for (Piece piece : pieces) {
            Passage passage = withoutMarks(sentence.passage(piece.from(), piece.to()));
            if (!passage.isEmpty()) {
                byStart.merge(passage.start(), passage, (a, b) -> a.end() > b.end() ? a : b);
            }
        }
        List<Passage> joined = new java.util.ArrayList<>();
        for (Passage passage : byStart.values()) {
            Passage last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && passage.start() <= last.end() + 1) {
                joined.set(joined.size() - 1, new Passage(last.start(), Math.max(last.end(), passage.end())));
            } else {
                joined.add(passage);
            }
        }
        return joined;
    }

    private Passage withoutMarks(Passage passage) {
        int from = passage.start();
        int to = passage.end();
        while (to > from && isMarkOrSpace(sentence.text.charAt(to - 1)) && !isAbbreviationDot(to)) {
            to--;
        }
        return new Passage(from, to);
    }

    private static boolean isMarkOrSpace(char c) {
        return ",;:.".indexOf(c) >= 0 || Tokenizer.isSpace(c);
    }

    private boolean isAbbreviationDot(int to) {
        return to > 2 && sentence.text.charAt(to - 1) == '.' && sentence.text.charAt(to - 3) == '.';
    }
}
