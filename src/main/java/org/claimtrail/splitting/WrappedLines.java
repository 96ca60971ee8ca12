package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text, those that were wrapped by a mail program or a hand put together again.
 *
 * <p>Lines that no blank line parts are a block, as wide as its longest line. A line is full where the first word of the
 * next one would not have fitted in. A sentence goes on at a line break with a lower-case letter after no mark that ends
 * sentences; where lines are whole paragraphs, that does not happen. So:
 *
 * <ul>
 *   <li>A block {@value #MIN_WIDTH} to {@value #MAX_WIDTH} characters wide whose lines are all full but the last, with a
 *       sentence that goes on, is a sign of wrapping. If at least a quarter of the unmarked breaks in such blocks go on,
 *       {@value #SIGNS} or more, the whole text is wrapped, to the width of the widest of them: a line that is full, or
 *       two thirds as wide as its block where the sentence goes on, is joined to the next.
 *   <li>In other texts such lines are joined if at least a third of the unmarked breaks between them go on; whether they
 *       are full is seen from the width of their block.
 * </ul>
 *
 * An item of a list stands alone, and so does page furniture after a sentence's end.
 */
final class WrappedLines {

    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 100;
    private static final int SIGNS = 2;
    private static final int QUARTER = 4;
    private static final int THIRD = 3;

    private final String text;
    private final List<List<Passage>> blocks = new ArrayList<>();
    private final List<Passage> lines = new ArrayList<>();

    private WrappedLines(String text) {
        this.text = text;
    }

    /** The lines that are not blank, in order, without white space at either end. */
    static List<Passage> of(String text) {
        WrappedLines wrapped = new WrappedLines(text);
        wrapped.readBlocks();
        int width = wrapped.textWidth();
        for (List<Passage> block : wrapped.blocks) {
            wrapped.join(block, width);
        }
        return wrapped.lines;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void readBlocks() {
        List<Passage> block = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isLineEnd(text.charAt(at))) {
                Passage line = new Passage(start, at).trimmed(text);
                if (line.isEmpty()) {
                    block = close(block);
                } else {
                    block.add(line);
                }
                boolean windows = at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n';
                at += windows ? 1 : 0;
                start = at + 1;
            }
        }
        close(block);
    }

    private List<Passage> close(List<Passage> block) {
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return new ArrayList<>();
    }

    /** The width the whole text is wrapped to, or 0. */
    private int textWidth() {
        int widest = 0;
        int goingOn = 0;
        int unmarked = 0;
        for (List<Passage> block : blocks) {
            int width = blockWidth(block);
            int signs = isWrappable(width) && isFull(block, width) ? goingOn(block) : 0;
            if (signs > 0) {
                widest = Math.max(widest, width);
                goingOn += signs;
                unmarked += unmarked(block);
            }
        }
        return goingOn >= SIGNS && goingOn * QUARTER >= unmarked ? widest : 0;
    }

    private int blockWidth(List<Passage> block) {
        return block.stream().mapToInt(this::width).max().orElse(0);
    }

    private static boolean isWrappable(int width) {
        return width >= MIN_WIDTH && width <= MAX_WIDTH;
    }

    private boolean isFull(List<Passage> block, int width) {
        for (int i = 0; i + 1 < block.size(); i++) {
            if (!isFull(block.get(i), block.get(i + 1), width)) {
                return false;
            }
        }
        return true;
    }

    private int goingOn(List<Passage> run) {
        int count = 0;
        for (int i = 0; i + 1 < run.size(); i++) {
            count += goesOn(run.get(i), run.get(i + 1)) ? 1 : 0;
        }
        return count;
    }

    private int unmarked(List<Passage> run) {
        int count = 0;
        for (int i = 0; i + 1 < run.size(); i++) {
            count += isEnded(run.get(i)) ? 0 : 1;
        }
        return count;
    }

    private void join(List<Passage> block, int textWidth) {
        int blockWidth = blockWidth(block);
        int width = textWidth > 0 ? textWidth : blockWidth;
        boolean items = false;
        int from = 0;
        for (int i = 0; i < block.size(); i++) {
            Passage line = block.get(i);
            items |= FurnitureRules.isListItem(line.in(text));
            boolean last = i + 1 == block.size();
            if (last || !isWrappable(width) || !isSoft(line, block.get(i + 1), width, blockWidth, items)) {
                add(block.subList(from, i + 1), textWidth > 0);
                from = i + 1;
            }
        }
    }

    private void add(List<Passage> run, boolean wrapped) {
        int goingOn = wrapped ? 0 : goingOn(run);
        if (wrapped || goingOn > 0 && goingOn * THIRD >= unmarked(run)) {
            lines.add(new Passage(run.get(0).start(), run.get(run.size() - 1).end()));
        } else {
            lines.addAll(run);
        }
    }

    private boolean isSoft(Passage line, Passage next, int width, int blockWidth, boolean items) {
        boolean nearlyFull = THIRD * width(line) >= 2 * blockWidth;
        boolean joins = isFull(line, next, width) || nearlyFull && goesOn(line, next);
        if (!joins) {
            return false;
        }
        String words = next.in(text);
        boolean ended = isEnded(line);
        boolean item = (ended || items || text.charAt(line.end() - 1) == ':') && FurnitureRules.isListItem(words);
        return !item && !(ended && FurnitureRules.kind(words) != null);
    }

    private boolean isFull(Passage line, Passage next, int width) {
        int word = next.start();
        while (word < next.end() && word - next.start() <= width && !Tokenizer.isSpace(text.charAt(word))) {
            word++;
        }
        return width(line) + 1 + word - next.start() > width;
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

    /** An address in lower case is no sentence that goes on. */
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
