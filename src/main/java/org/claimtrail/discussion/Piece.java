package org.claimtrail.discussion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a comment's text.
 *
 * @param address where it leads, for a web address
 * @param mention whether it names a person whom the comment reached
 */
public record Piece(String text, @Nullable String address, boolean mention) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.,;:!?'\"”’)\\]}]+$");

    /** The text in pieces that joined are the text. */
    static List<Piece> of(String text, Collection<Mention> told) {
        List<Piece> pieces = new ArrayList<>();
        Matcher addresses = ADDRESS.matcher(text);
        int done = 0;
        while (addresses.find()) {
            String address = withoutSentenceEnd(addresses.group());
            addWords(pieces, text.substring(done, addresses.start()), told);
            pieces.add(new Piece(address, address, false));
            done = addresses.start() + address.length();
        }
        addWords(pieces, text.substring(done), told);
        return pieces;
    }

    private static void addWords(List<Piece> pieces, String words, Collection<Mention> told) {
        Mentions mentions = new Mentions(told);
        int done = 0;
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            String name = mentions.nameAt(words, at);
            if (name != null) {
                add(pieces, words.substring(done, at));
                done = at + 1 + name.length();
                pieces.add(new Piece(words.substring(at, done), null, true));
            }
        }
        add(pieces, words.substring(done));
    }

    private static void add(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, null, false));
        }
    }

    /** A closing bracket stays where the address has an opening one. */
    private static String withoutSentenceEnd(String address) {
        Matcher end = SENTENCE_END.matcher(address);
        if (!end.find()) {
            return address;
        }
        boolean bracket = address.charAt(end.start()) == ')'
                && address.substring(0, end.start()).contains("(");
        return address.substring(0, end.start() + (bracket ? 1 : 0));
    }
}
