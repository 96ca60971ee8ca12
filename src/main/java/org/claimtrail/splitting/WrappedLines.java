package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text, those that were wrapped by hand or by mail put together again.
 *
 * <p>Lines that no blank line parts are taken to be as wide as the longest of them; only widths of {@value #MIN_WIDTH} to
 * {@value #MAX_WIDTH} characters are the work of a mail program or a hand. There, a line break was made by wrapping where
 * the first word of the next line would not have fitted in, or where the line is at least two thirds full and the
 * sentence goes on, a lower-case letter after no mark that ends sentences. Lines joined by such breaks are one passage
 * if at least a third of the breaks without a mark go on like that; otherwise each stays a line, as in a text with a
 * line for each paragraph. An item of a list stands
 * alone, and so does page furniture after a sentence's end; an address does not count as lower case.
 */
final class WrappedLines {

    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 100;
    private static final int GOING_ON_OF = 3;

    private final String text;
    private final List<Passage> lines = new ArrayList<>();
    private final List<Passage> block = new ArrayList<>();

    private WrappedLines(String text) {
        this.text = text;
    }

    /** The lines that are not blank, in order, without white space at either end. */
    static List<Passage> of(String text) {
        WrappedLines wrapped = new WrappedLines(text);
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isLineEnd(text.charAt(at))) {
                wrapped.line(new Passage(start, at).trimmed(text));
                boolean windows = at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n';
                at += windows ? 1 : 0;
                start = at + 1;
            }
        }
        wrapped.closeBlock();
        return wrapped.lines;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void line(Passage line) {
        if (line.isEmpty()) {
            closeBlock();
        } else {
            block.add(line);
        }
    }

    private void closeBlock() {
        int width = block.stream().mapToInt(this::width).max().orElse(0);
        boolean wrapped = width >= MIN_WIDTH && width <= MAX_WIDTH;
        int from = 0;
        for (int i = 0; i < block.size(); i++) {
            if (!wrapped || i + 1 == block.size() || !isSoft(block.get(i), block.get(i + 1), width)) {
                add(block.subList(from, i + 1));
                from = i + 1;
            }
        }
        block.clear();
    }

    private void add(List<Passage> run) {
        int goingOn = 0;
        int unmarked = 0;
        for (int i = 0; i + 1 < run.size(); i++) {
            goingOn += goesOn(run.get(i), run.get(i + 1)) ? 1 : 0;
            unmarked += isEnded(run.get(i)) ? 0 : 1;
        }
        if (goingOn > 0 && goingOn * GOING_ON_OF >= unmarked) {
            lines.add(new Passage(run.get(0).start(), run.get(run.size() - 1).end()));
        } else {
            lines.addAll(run);
        }
    }

    private boolean isSoft(Passage line, Passage next, int width) {
        int word = next.start();
        while (word < next.end() && word - next.start() <= width && !Tokenizer.isSpace(text.charAt(word))) {
            word++;
        }
        boolean full = width(line) + 1 + word - next.start() > width;
        boolean nearlyFull = 3 * width(line) >= 2 * width;
        return (full || nearlyFull && goesOn(line, next)) && !standsAlone(line, next);
    }

    private boolean standsAlone(Passage line, Passage next) {
        String words = next.in(text);
        return FurnitureRules.isListItem(words) || isEnded(line) && FurnitureRules.kind(words) != null;
    }

    /** Characters of a line, not counting a picture in front. */
    private int width(Passage line) {
        int at = line.start();
        while (at < line.end() && !isWritten(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return line.end() - at;
    }

    private static boolean isWritten(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.OTHER_SYMBOL
                && type != Character.MODIFIER_SYMBOL
                && type != Character.SURROGATE
                && !Tokenizer.isSpace(codePoint);
    }

    private boolean goesOn(Passage line, Passage next) {
        return !isEnded(line)
                && Character.isLowerCase(text.codePointAt(next.start()))
                && !text.startsWith("http", next.start())
                && !text.startsWith("www.", next.start());
    }

    private boolean isEnded(Passage line) {
        int last = line.end() - 1;
        while (last > line.start() && SentenceScanner.isCloser(text.charAt(last))) {
            last--;
        }
        return SentenceScanner.isTerminator(text.charAt(last));
    }
}
