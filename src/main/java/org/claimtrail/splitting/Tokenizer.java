package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;

/** Cuts a passage into words, numbers and marks, in one pass; clitics ("'s", "n't") are words of their own. */
final class Tokenizer {

    private final Lexicon lexicon;

    Tokenizer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Token> tokens(String text, int start, int end) {
        List<Token> tokens = new ArrayList<>();
        int at = start;
        while (at < end) {
            int codePoint = text.codePointAt(at);
            if (isSpace(codePoint)) {
                at += Character.charCount(codePoint);
            } else if (Character.isLetterOrDigit(codePoint)) {
                at = word(text, at, end, tokens);
            } else {
                int next = Math.min(end, at + Character.charCount(codePoint));
                if (next < end && isDoubledApostrophe(text, at)) {
                    tokens.add(Token.untagged(at, next + 1, "\""));
                    at = next + 1;
                    continue;
                }
                if (codePoint == '.') {
                    while (next < end && text.charAt(next) == '.') {
                        next++;
                    }
                }
                tokens.add(Token.untagged(at, next, straight(text.substring(at, next))));
                at = next;
            }
        }
        return tokens;
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == 0xFEFF
                || codePoint == 0x200B
                || codePoint < 0x20
                || codePoint == 0x7F;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘';
    }

    /** Two apostrophes stand for a quotation mark where a keyboard or a wire has none. */
    static boolean isDoubledApostrophe(String text, int at) {
        return isApostrophe(text.charAt(at)) && at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at);
    }

    private int word(String text, int start, int end, List<Token> tokens) {
        int at = start;
        while (at < end) {
            int codePoint = text.codePointAt(at);
            if (Character.isLetterOrDigit(codePoint) || isMark(codePoint)) {
                at += Character.charCount(codePoint);
            } else if (joins(text, at, start, end)) {
                at++;
            } else {
                break;
            }
        }
        at = Math.min(at, end);
        if (at < end && text.charAt(at) == '.' && keepsDot(text, start, at, end)) {
            at++;
        }
        addWithClitics(text, start, at, tokens);
        return at;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || codePoint == '_';
    }

    private static boolean joins(String text, int at, int start, int end) {
        if (at == start || at + 1 >= end) {
            return false;
        }
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        return switch (c) {
            case '.' -> digits || Character.isLetter(before) && Character.isLetterOrDigit(after);
            case ',' -> digits;
            case ':' -> digits;
            case '-', '‐', '‑' -> Character.isLetterOrDigit(after) && !digits;
            case '&' -> Character.isLetter(before) && Character.isLetter(after);
            case '/' -> digits;
            case '@' -> true;
            default -> isApostrophe(c) && Character.isLetterOrDigit(after);
        };
    }

    private boolean keepsDot(String text, int start, int at, int end) {
        String word = text.substring(start, Math.min(at, start + 12));
        if (at + 1 < end && text.charAt(at + 1) == ',') {
            return true;
        }
        if (word.length() == 1) {
            return Character.isUpperCase(word.charAt(0)) && at + 1 < end;
        }
        return lexicon.has("abbreviation", word.toLowerCase(java.util.Locale.ROOT)) && at + 1 < end
                || word.indexOf('.') > 0 && word.length() <= 8 && word.charAt(word.length() - 2) == '.';
    }

    private static void addWithClitics(String text, int start, int end, List<Token> tokens) {
        String word = straight(text.substring(start, end));
        int cut = cliticStart(word);
        if (cut > 0) {
            tokens.add(Token.untagged(start, start + cut, word.substring(0, cut)));
            tokens.add(Token.untagged(start + cut, end, word.substring(cut)));
        } else {
            tokens.add(Token.untagged(start, end, word));
        }
    }

    private static int cliticStart(String word) {
        if (word.length() > 40) {
            return 0;
        }
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith("n't") && word.length() > 3) {
            return word.length() - 3;
        }
        for (String clitic : List.of("'s", "'re", "'ve", "'ll", "'d", "'m")) {
            if (lower.endsWith(clitic) && word.length() > clitic.length()) {
                return word.length() - clitic.length();
            }
        }
        return 0;
    }

    static String straight(String text) {
        StringBuilder straight = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = switch (c) {
                case '’', '‘', '‛' -> '\'';
                case '“', '”', '„', '«', '»', '‟' -> '"';
                default -> c;
            };
            if (plain != c) {
                if (straight == null) {
                    straight = new StringBuilder(text);
                }
                straight.setCharAt(i, plain);
            }
        }
        return straight == null ? text : straight.toString();
    }
}
