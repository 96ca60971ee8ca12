package org.claimtrail.splitting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds, line by line, what belongs to the page and not to the prose, and hands on the prose. */
final class Boilerplates {

    /**
     * A line to cut into sentences.
     *
     * @param proseStart UTF-16 index after a dateline, or the line's start
     * @param aside whether it is a heading, a caption or the like: text, but nothing to find claims in
     */
    record Line(Passage passage, int proseStart, boolean aside) {}

    /** A piece of page furniture. */
    record Found(int start, int end, String kind) {}

    private static final Pattern AD_MARKER =
            Pattern.compile("\\[/?ad_\\d{1,3}\\]|\\[/?(?:ad|adsense|advertisement)\\]");
    private static final Pattern SOURCE_LINK = Pattern.compile("(?<=^|[.!?”\"’'\\]\\s])Source [Ll]ink\\s*$");
    private static final int SOURCE_LINK_CHARS = 14;
    private static final Pattern HEADING = Pattern.compile("[^\\p{L}]*\\p{Lu}.*[\\p{L}\\d)’'\"”]");
    private static final int MAX_HEADING_CHARS = 120;
    private static final int ISO_DATE_CHARS = 10;

    private final String text;
    private final List<Found> found = new ArrayList<>();
    private final List<Line> prose = new ArrayList<>();
    private @Nullable LocalDate dateLine;
    private boolean inSources;

    private Boilerplates(String text) {
        this.text = text;
    }

    static Boilerplates of(String text) {
        Boilerplates result = new Boilerplates(text);
        for (Passage line : WrappedLines.of(text)) {
            result.line(line);
        }
        result.headings();
        result.datelines();
        result.found.sort(Comparator.comparingInt(Found::start));
        return result;
    }

    List<Found> found() {
        return found;
    }

    /** The lines of text, in order. */
    List<Line> lines() {
        return prose;
    }

    /** The day a line of its own gives, or null. */
    @Nullable
    LocalDate dateLine() {
        return dateLine;
    }

    private void line(Passage line) {
        Matcher marker = AD_MARKER.matcher(line.in(text));
        int from = line.start();
        while (marker.find()) {
            piece(new Passage(from, line.start() + marker.start()).trimmed(text));
            found.add(new Found(line.start() + marker.start(), line.start() + marker.end(), "ad_marker"));
            from = line.start() + marker.end();
        }
        piece(new Passage(from, line.end()).trimmed(text));
    }

    private void piece(Passage piece) {
        int tail = Math.max(piece.start(), piece.end() - SOURCE_LINK_CHARS);
        Matcher link = SOURCE_LINK.matcher(text.substring(tail, Math.max(tail, piece.end())));
        if (link.find()) {
            int cut = tail + link.start();
            proseOrFurniture(new Passage(piece.start(), cut).trimmed(text));
            found.add(new Found(cut, piece.end(), "source_link"));
        } else {
            proseOrFurniture(piece);
        }
    }

    private void proseOrFurniture(Passage piece) {
        if (piece.isEmpty()) {
            return;
        }
        String kind = kind(line(piece, text));
        if (kind == null) {
            prose.add(new Line(piece, FurnitureRules.wordsStart(text, piece), false));
            return;
        }
        found.add(new Found(piece.start(), piece.end(), kind));
        if (FurnitureRules.isText(kind)) {
            prose.add(new Line(piece, piece.start(), true));
        }
        if (kind.equals("date_line") && dateLine == null) {
            dateLine = day(piece);
        }
    }

    /** The characters of a line, spaces for line breaks. */
    private static String line(Passage line, String text) {
        return line.in(text).replace('\n', ' ').replace('\r', ' ');
    }

    private @Nullable String kind(String line) {
        if (FurnitureRules.isSourcesHeading(line)) {
            inSources = true;
            return "heading";
        }
        String kind = FurnitureRules.kind(line);
        inSources = inSources && kind == null && FurnitureRules.isReference(line);
        return inSources ? "source_list" : kind;
    }

    private @Nullable LocalDate day(Passage line) {
        for (Times.Found time : Times.in(text, line, null)) {
            String value = time.value();
            if (value != null && value.length() == ISO_DATE_CHARS) {
                return LocalDate.parse(value);
            }
        }
        return null;
    }

    /** A short line of its own without a full stop at the end heads the longer one after it; two may follow each other. */
    private void headings() {
        for (int i = prose.size() - 2; i >= 0; i--) {
            Passage line = prose.get(i).passage();
            if (!prose.get(i).aside() && isHeading(line, following(i))) {
                found.add(new Found(line.start(), line.end(), "heading"));
                prose.set(i, new Line(line, line.start(), true));
            }
        }
    }

    private void datelines() {
        for (int i = 0; i < prose.size(); i++) {
            Line line = prose.get(i);
            int end = line.aside() ? 0 : FurnitureRules.datelineEnd(text, line, !isTitle(i));
            if (end > line.proseStart()) {
                found.add(new Found(line.proseStart(), end, "dateline"));
                prose.set(i, new Line(line.passage(), end, false));
            }
        }
    }

    /** Whether a line may be the title though it ends in a full stop: "Brook: We will win." says who, not where. */
    private boolean isTitle(int at) {
        if (at > 0 || prose.size() == 1) {
            return false;
        }
        return prose.get(0).passage().length() <= MAX_HEADING_CHARS
                && following(0).length() > prose.get(0).passage().length();
    }

    private Passage following(int at) {
        int next = at + 1;
        while (next < prose.size() - 1 && prose.get(next).aside()) {
            next++;
        }
        return prose.get(next).passage();
    }

    private boolean isHeading(Passage line, Passage next) {
        if (line.length() > MAX_HEADING_CHARS) {
            return false;
        }
        String words = line(line, text);
        return HEADING.matcher(words).matches()
                && isAlone(line)
                && !FurnitureRules.isEnded(words)
                && next.length() > line.length()
                && !Character.isLowerCase(text.charAt(next.start()));
    }

    private boolean isAlone(Passage line) {
        int before = line.start() - 1;
        while (before >= 0 && !WrappedLines.isLineEnd(text.charAt(before)) && Tokenizer.isSpace(text.charAt(before))) {
            before--;
        }
        return (before < 0 || WrappedLines.isLineEnd(text.charAt(before))) && line.end() < text.length();
    }
}
