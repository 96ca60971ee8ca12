package org.claimtrail.splitting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern LIST_MARK =
            Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}\\p{Co}\uFE0F\u200D]{1,30}\\s*|(?:\\d{1,2}[.)]|[•*–—-])\\s+");
    private static final Pattern HEADING = Pattern.compile("[^\\p{L}]*\\p{Lu}.*[\\p{L}\\d)’'\"”]");
    private static final Pattern ENDED = Pattern.compile(".*[.!?]['\"”’)]?$");
    private static final int SHORT_LINE_CHARS = 300;
    /** Furniture that is written text all the same, and listed as sentences too. */
    private static final java.util.Set<String> TEXT_KINDS = java.util.Set.of("date_line", "byline", "caption");

    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String DATE =
            "(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?" + "(?:" + MONTH
                    + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? " + MONTH
                    + ",? \\d{4}|\\d{4}-\\d{2}-\\d{2})";
    private static final List<LineRule> LINE_RULES = List.of(
            new LineRule(
                    "date_line",
                    "(?:(?:Published|Updated|Posted|Last updated):? (?:on )?)?" + DATE
                            + "(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?)?"),
            new LineRule("source_link", "(?i:source(?: link)?|via|sources?:? ?(?:link|https?://\\S+))"),
            new LineRule(
                    "share_line",
                    "(?i:(?:share|tweet|email|print|pin|follow)(?: (?:this|on|via|us|it|article|story|with|facebook|twitter|"
                            + "whatsapp|linkedin|pinterest|email|friends|post|the|page|now|by|x|instagram|telegram|reddit|,|and|&|\\|))*[.:!]?)"),
            new LineRule(
                    "read_more",
                    "(?i:(?:read more|read also|also read|see also|continue reading|related(?: articles?| stories| news)?|"
                            + "more on this|more from|recommended|don[’']t miss|click here|sign up|subscribe|newsletter|advertisement|watch:|listen:)\\b.{0,200})"),
            new LineRule(
                    "byline",
                    "(?:By|BY|Written by|Reported by|Posted by|Edited by) (?:[A-Z][\\w.’'-]+,? ?(?:and |& )?){1,8}(?:[|•–—,-].{0,60})?"),
            new LineRule(
                    "caption",
                    "(?i:(?:image|photo|file photo|picture|photograph|credit|video|map|graphic)(?: credit| by| courtesy)?:? ?[:©/].{0,200})"),
            new LineRule(
                    "caption",
                    ".{0,250}\\b(?:Image|Photo|Photograph|Picture|File photo|Credit|Photo credit): ?.{1,80}"),
            new LineRule("copyright", "(?i:(?:©|\\(c\\)|copyright\\b).{0,200}|all rights reserved\\.?)"));
    private static final Pattern PLACE_DATELINE = Pattern.compile(
            "^(?:[A-Z][\\p{L}.’'-]+(?: [A-Z][\\p{L}.’'-]+){0,3}(?:, [A-Z][\\p{L}.]+(?: [A-Z][\\p{L}.]+){0,2})?(?:, (?:"
                    + MONTH
                    + " \\d{1,2}))?(?: ?\\([\\p{L} ./]{2,30}\\))? ?[—–]|[A-Z]{3,}(?:[ ,.'’]+[A-Z][\\p{L}.]+){0,4}(?: ?\\([\\p{L} ./]{2,30}\\))? ?[—–:-]"
                    + "|[A-Z][\\p{L}.’'-]+(?: [A-Z][\\p{L}.’'-]+){0,2}:)(?=\\s+[“\"‘'(]?\\p{Lu})");

    private record LineRule(String kind, Pattern pattern) {
        LineRule(String kind, String regex) {
            this(kind, Pattern.compile(regex));
        }
    }

    private final String text;
    private final List<Found> found = new ArrayList<>();
    private final List<Line> prose = new ArrayList<>();
    private @org.jspecify.annotations.Nullable LocalDate dateLine;

    private Boilerplates(String text) {
        this.text = text;
    }

    static Boilerplates of(String text) {
        Boilerplates result = new Boilerplates(text);
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isLineEnd(text.charAt(at))) {
                result.line(new Passage(start, at));
                start = at + 1;
            }
        }
        result.headings();
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
    @org.jspecify.annotations.Nullable
    LocalDate dateLine() {
        return dateLine;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void line(Passage line) {
        String raw = line.in(text);
        Matcher marker = AD_MARKER.matcher(raw);
        int from = 0;
        while (marker.find()) {
            piece(new Passage(line.start() + from, line.start() + marker.start()));
            found.add(new Found(line.start() + marker.start(), line.start() + marker.end(), "ad_marker"));
            from = marker.end();
        }
        piece(new Passage(line.start() + from, line.end()));
    }

    private void piece(Passage untrimmed) {
        Passage piece = untrimmed.trimmed(text);
        String tail = text.substring(Math.max(piece.start(), piece.end() - 14), Math.max(piece.start(), piece.end()));
        Matcher link = SOURCE_LINK.matcher(tail);
        if (!piece.isEmpty() && link.find()) {
            int cut = piece.end() - tail.length() + link.start();
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
        int length = piece.end() - piece.start();
        if (length <= SHORT_LINE_CHARS) {
            String line = piece.in(text);
            for (LineRule rule : LINE_RULES) {
                if (rule.pattern().matcher(line).matches() && !isProse(rule, line)) {
                    found.add(new Found(piece.start(), piece.end(), rule.kind()));
                    if (TEXT_KINDS.contains(rule.kind())) {
                        prose.add(new Line(piece, piece.start(), true));
                    }
                    if (rule.kind().equals("date_line") && dateLine == null) {
                        dateLine = day(piece);
                    }
                    return;
                }
            }
        }
        int proseStart = piece.start();
        Matcher dateline =
                PLACE_DATELINE.matcher(text).region(piece.start(), Math.min(piece.end(), piece.start() + 120));
        if (dateline.lookingAt()) {
            found.add(new Found(dateline.start(), dateline.end(), "dateline"));
            proseStart = dateline.end();
        }
        Matcher item = LIST_MARK.matcher(text).region(piece.start(), Math.min(piece.end(), piece.start() + 40));
        if (item.lookingAt()) {
            proseStart = Math.max(proseStart, item.end());
        }
        prose.add(new Line(piece, proseStart, false));
    }

    private @org.jspecify.annotations.Nullable LocalDate day(Passage line) {
        for (Times.Found time : Times.in(text, line, null)) {
            String value = time.value();
            if (value != null && value.length() == 10) {
                return LocalDate.parse(value);
            }
        }
        return null;
    }

    private static boolean isProse(LineRule rule, String line) {
        return rule.kind().equals("read_more") && line.length() > 90 && line.endsWith(".");
    }

    /** A short line of its own without a full stop at the end, before longer ones, heads them. */
    private void headings() {
        for (int i = 0; i < prose.size(); i++) {
            Passage line = prose.get(i).passage();
            if (prose.get(i).aside() || line.end() - line.start() > SHORT_LINE_CHARS) {
                continue;
            }
            String words = line.in(text);
            boolean last = i == prose.size() - 1;
            if (words.length() <= 120
                    && !last
                    && HEADING.matcher(words).matches()
                    && isAlone(line)
                    && !ENDED.matcher(words).matches()) {
                int following = i + 1;
                while (following < prose.size() - 1 && prose.get(following).aside()) {
                    following++;
                }
                Passage next = prose.get(following).passage();
                if (next.end() - next.start() > words.length() && !isContinued(next)) {
                    found.add(new Found(line.start(), line.end(), "heading"));
                    prose.set(i, new Line(line, line.start(), true));
                }
            }
        }
        found.sort(java.util.Comparator.comparingInt(Found::start));
    }

    private boolean isAlone(Passage line) {
        return (line.start() == 0 || isLineEnd(text.charAt(line.start() - 1)) || isBlankBefore(line.start()))
                && line.end() < text.length();
    }

    private boolean isBlankBefore(int at) {
        int i = at - 1;
        while (i >= 0 && !isLineEnd(text.charAt(i)) && Tokenizer.isSpace(text.charAt(i))) {
            i--;
        }
        return i < 0 || isLineEnd(text.charAt(i));
    }

    private boolean isContinued(Passage next) {
        return Character.isLowerCase(text.charAt(next.start()));
    }
}
