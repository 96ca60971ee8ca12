package org.claimtrail.measuring;

import java.util.List;
import org.claimtrail.splitting.Span;

/** A change to a text that must not change its claims. */
record HarmlessChange(String before, String behind, Rewriting rewriting) {

    /**
     * Windows line ends, spaces at line ends, straight and curly quotation marks, ad markers around the text, a picture
     * in front of it.
     */
    static final List<HarmlessChange> ALL = List.of(
            within((text, at) -> text[at] == '\n' ? "\r\n" : same(text[at])),
            within((text, at) -> text[at] == '\n' ? "  \t\n" : same(text[at])),
            within(HarmlessChange::straight),
            within(HarmlessChange::curly),
            around("[ad_1]\n", "\n[ad_2]Source link"),
            around("🔥 ", ""));

    /** What is written instead of one code point of a text. */
    interface Rewriting {
        String of(int[] text, int at);
    }

    /**
     * A text after the change.
     *
     * @param starts for each code point of the text before, the offset at which what stands for it starts now
     * @param ends the offset at which it ends now
     */
    record Changed(String text, int[] starts, int[] ends) {

        Span moved(Span span) {
            return new Span(starts[span.start()], ends[span.end() - 1]);
        }
    }

    private static HarmlessChange within(Rewriting rewriting) {
        return new HarmlessChange("", "", rewriting);
    }

    private static HarmlessChange around(String before, String behind) {
        return new HarmlessChange(before, behind, (text, at) -> same(text[at]));
    }

    Changed of(String text) {
        int[] codePoints = text.codePoints().toArray();
        int[] starts = new int[codePoints.length];
        int[] ends = new int[codePoints.length];
        StringBuilder changed = new StringBuilder(before);
        int length = before.codePointCount(0, before.length());
        for (int i = 0; i < codePoints.length; i++) {
            String written = rewriting.of(codePoints, i);
            changed.append(written);
            starts[i] = length;
            length += written.codePointCount(0, written.length());
            ends[i] = length;
        }
        return new Changed(changed.append(behind).toString(), starts, ends);
    }

    private static String same(int codePoint) {
        return Character.toString(codePoint);
    }

    private static String straight(int[] text, int at) {
        return switch (text[at]) {
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            default -> same(text[at]);
        };
    }

    /** A straight mark opens after white space, an opening bracket or a dash, else it closes. */
    private static String curly(int[] text, int at) {
        int before = at == 0 ? ' ' : text[at - 1];
        boolean opens = Character.isWhitespace(before) || "([—–-\"“".indexOf(before) >= 0;
        return switch (text[at]) {
            case '"' -> opens ? "“" : "”";
            case '\'' -> opens ? "‘" : "’";
            default -> same(text[at]);
        };
    }
}
