package org.claimtrail.splitting;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells page furniture, line by line, by its wording. A rule reads a whole line; what a sentence of prose could say too
 * counts only where nothing else stands in the line, or where it ends without a full stop.
 */
final class FurnitureRules {

    /** Longer lines are prose, shorter ones are nothing. */
    private static final int MAX_LINE_CHARS = 700;

    private static final int MIN_LINE_CHARS = 3;

    /** Furniture that is written text all the same, and listed as sentences too. */
    private static final Set<String> TEXT_KINDS =
            Set.of("date_line", "byline", "caption", "heading", "source_list", "tags", "quote_source");

    private static final String WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
                    + "|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String DATE =
            "(?:" + WEEKDAY + ",? )?(?:" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? "
                    + MONTH + ",? \\d{4}|\\d{4}-\\d{2}-\\d{2})";
    private static final String CLOCK = "(?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?";
    private static final String NAMES = "\\p{Lu}[\\p{L}.’'-]+(?:,? (?:and |& )?\\p{Lu}[\\p{L}.’'-]+){0,7}";
    private static final String AGENCY = "(?:Getty(?: Images)?|Reuters|REUTERS|AFP|AP|EPA|PA|Bloomberg)";

    private record Rule(String kind, Pattern pattern) {
        Rule(String kind, String regex) {
            this(kind, Pattern.compile(regex));
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "date_line",
                    "(?:(?:(?:First )?[Pp]ublished|(?:Last )?[Uu]pdated|Posted|Last [Mm]odified):? (?:on )?)?"
                            + "(?:" + CLOCK + ",? )?" + DATE + "(?:,? " + CLOCK + ")?"
                            + "(?: ?[|•·/—–-] ?(?:(?:Last )?[Uu]pdated:? )?(?:" + DATE + ")?(?:,? ?" + CLOCK + ")?)?"),
            new Rule("date_line", "(?:Published|Updated|Posted):? (?:\\d{1,2}|an?) (?:minute|hour|day|week)s? ago"),
            new Rule("source_link", "(?i:source(?: link)?|via|sources?:? ?(?:link|https?://\\S+))"),
            new Rule("tags", "(?i:(?:categor(?:y|ies)|tags?|topics?|keywords|filed under|labels?)\\s?:.{0,600})"),
            new Rule(
                    "ad_marker",
                    "(?i:\\W?(?:advertisements?|sponsored(?: content)?|promoted|story continues below(?: (?:this )?advertisement)?"
                            + "|article continues (?:below|after)(?: (?:this )?advertisement)?|skip advertisement"
                            + "|scroll (?:down )?to continue.{0,40}|continue reading the main story)\\W?)"),
            new Rule(
                    "share_line",
                    "(?i:(?:\\d{1,5} )?(?:shares?|tweet|e-?mail|print|pin|follow|facebook|twitter|whatsapp|copy link|save|comments?|leave a"
                            + " comment|view comments|join the conversation|like us)(?:[ |,/·•&]{1,3}(?:this|on|via|us|it|article|story|with|facebook"
                            + "|twitter|whatsapp|linkedin|pinterest|e-?mail|friends|post|the|page|now|by|x|instagram|telegram|reddit|messenger"
                            + "|print|copy|link|and|share|save|comments?|to|for|updates|our|channel|@\\w{1,30}))*[ |]*[.:!]?)"),
            new Rule(
                    "newsletter_box",
                    "(?i:(?:sign up|subscribe|register now|get (?:the|our) .{1,60} (?:in|to) your inbox|join our (?:mailing list|newsletter"
                            + "|whatsapp)|enter your e-?mail|your e-?mail address|newsletter|daily newsletter|thanks? (?:you )?for"
                            + " (?:signing up|subscribing|registering)|by (?:signing up|subscribing|clicking),? you agree|support our"
                            + " journalism|become a (?:member|subscriber)|already a subscriber)\\b.{0,300})"),
            new Rule(
                    "read_more",
                    "(?i:(?:read more|read also|also read|see also|read next|keep reading|continue reading|read (?:the|our) full"
                            + " (?:story|article|report|statement)|click here|more from|more on this|watch live|view in full screen)\\b.{0,200})"),
            new Rule(
                    "read_more",
                    "(?i:(?:related(?: (?:articles?|stor(?:y|ies)|news|topics?|links?|coverage|content))?|recommended(?: (?:for you|reading|stories))?"
                            + "|don[’']t miss|more (?:stories|news|coverage)|most (?:read|popular)|trending(?: now)?|editor[’']s picks?|up next"
                            + "|you (?:may|might) also like|read|watch|listen|explore|more)(?: ?[:|>»→].{0,200})?)"),
            new Rule(
                    "byline",
                    "(?i:by|written by|reported by|posted by|edited by|story by|from our correspondent,?) (?!" + WEEKDAY
                            + "|" + MONTH + " )" + NAMES
                            + "(?: ?[|•·–—,-].{0,80}(?<![.!?])| (?:in|for|at) .{0,80}(?<![.!?]))?"),
            new Rule(
                    "byline",
                    "(?i:\\(?(?:additional )?(?:report(?:ing|ed)|writing|compiled) by )" + NAMES
                            + "(?:(?: in| for|;) .{0,200})?\\)?\\.?"),
            new Rule(
                    "byline",
                    NAMES + " ?[,|•·] ?(?i:(?:staff|senior|political|special|chief|science|business) (?:writer"
                            + "|reporter|correspondent|editor))(?:[,|•·] .{0,60})?"),
            new Rule(
                    "caption",
                    "(?i:(?:image|photo|file photo|picture|photograph|credit|video|map|graphic)(?: credit| by| courtesy(?: of)?)?"
                            + " ?[:©].{0,600}|image (?:source|caption), .{1,600})"),
            new Rule("caption", "(?i:(?:image|photo|picture|photograph)s? (?:by|courtesy of) .{1,100}(?<![.!?]))"),
            new Rule(
                    "caption",
                    ".{0,600}\\b(?:Image|Photo|Photograph|Picture|File photo|Credit|Photo credit): ?.{1,80}"),
            new Rule(
                    "caption",
                    ".{0,600}(?:\\p{L}/" + AGENCY + "|Getty Images|\\(?(?:AP Photo|REUTERS)/.{1,60})\\)?\\.?"),
            new Rule("quote_source", "[—–] ?(?:the )?" + NAMES + "(?:,? (?:of|the) " + NAMES + ")?"),
            new Rule("copyright", "(?i:(?:©|\\(c\\)|copyright\\b).{0,200}|all rights reserved\\.?)"));

    private static final Pattern SOURCES =
            Pattern.compile("(?i:sources|references|external links|further reading|works cited|bibliography):?");
    private static final Pattern REFERENCE = Pattern.compile(DATE + "|https?://|^[“\"].{1,250}[”\"] ?[—–-]");

    private static final Pattern LIST_MARK = Pattern.compile("(?:\\(?(?:\\d{1,2}|[a-z])[.)]|[•*–—-])\\s+");
    private static final Pattern PICTURES = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}\\p{Co}\uFE0F\u200D]{1,30}\\s*");

    private static final String PLACE = "\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){0,3}";
    private static final String AGENCY_IN_BRACKETS = "(?: ?\\([\\p{L} ./]{2,30}\\))?";
    private static final Pattern DATELINE =
            Pattern.compile("(?:" + PLACE + "(?:, \\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,2})?"
                    + "(?:, " + MONTH + " \\d{1,2})?" + AGENCY_IN_BRACKETS + " ?[—–]"
                    + "|\\p{Lu}{3,}(?:[ ,.'’]+\\p{Lu}[\\p{L}.]+){0,4}" + AGENCY_IN_BRACKETS + " ?(?:[—–:]|--?))"
                    + "(?=\\s+[“\"‘'(]?\\p{Lu})");
    private static final Pattern COLON_DATELINE =
            Pattern.compile("\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){0,2}:(?=\\s+[“\"‘'(]?\\p{Lu})");
    private static final Pattern ENDED = Pattern.compile("[.!?…]['\"”’)]{0,3}$");
    private static final int DATELINE_CHARS = 120;

    private FurnitureRules() {}

    /** What a line of its own is, or null where it is prose. */
    static @Nullable String kind(String line) {
        if (line.length() > MAX_LINE_CHARS || line.length() < MIN_LINE_CHARS) {
            return null;
        }
        for (Rule rule : RULES) {
            if (rule.pattern().matcher(line).matches() && !isSentence(rule.kind(), line)) {
                return rule.kind();
            }
        }
        return null;
    }

    private static boolean isSentence(String kind, String line) {
        boolean teaser = kind.equals("read_more");
        return teaser && line.length() > 90 && ENDED.matcher(line).find();
    }

    /** Whether furniture of a kind is listed among the sentences. */
    static boolean isText(String kind) {
        return TEXT_KINDS.contains(kind);
    }

    /** Whether a line heads a list of what an article rests on. */
    static boolean isSourcesHeading(String line) {
        return SOURCES.matcher(line).matches();
    }

    /** Whether a line names a publication: with a date, an address, or a title in quotation marks. */
    static boolean isReference(String line) {
        return line.length() <= MAX_LINE_CHARS && REFERENCE.matcher(line).find();
    }

    static boolean isEnded(String line) {
        return ENDED.matcher(line).find();
    }

    /** Whether a number, a letter or a bullet stands in front. */
    static boolean isListItem(String line) {
        return LIST_MARK.matcher(line).lookingAt();
    }

    /** Where the words begin after pictures and what counts items of a list. */
    static int wordsStart(String text, Passage line) {
        Passage head = new Passage(line.start(), Math.min(line.end(), line.start() + DATELINE_CHARS));
        int start = after(PICTURES, text, head, line.start());
        return after(LIST_MARK, text, head, start);
    }

    /**
     * Where the dateline at the head of a line ends, or where the line's words begin.
     *
     * @param colon whether a name and a colon may be one
     */
    static int datelineEnd(String text, Boilerplates.Line line, boolean colon) {
        int from = line.proseStart();
        Passage head = new Passage(from, Math.min(line.passage().end(), from + DATELINE_CHARS));
        int end = after(DATELINE, text, head, from);
        boolean prose = colon && isEnded(line.passage().in(text));
        return end == from && prose ? after(COLON_DATELINE, text, head, from) : end;
    }

    private static int after(Pattern pattern, String text, Passage within, int from) {
        Matcher matcher = pattern.matcher(text).region(from, Math.max(from, within.end()));
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
