package org.claimtrail.splitting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Word lists by name, from {@code lexicon.txt}: a line {@code [name]} opens a list, the words follow separated by
 * white space, {@code #} starts a comment.
 */
final class Lexicon {

    private static final String RESOURCE = "lexicon.txt";

    private final Map<String, Set<String>> lists;

    private Lexicon(Map<String, Set<String>> lists) {
        this.lists = lists;
    }

    static Lexicon load() {
        Map<String, Set<String>> lists = new HashMap<>();
        try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("word lists are not on the class path: " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Set<String> list = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String words = line.strip();
                if (words.startsWith("[")) {
                    list = lists.computeIfAbsent(words.substring(1, words.length() - 1), name -> new HashSet<>());
                } else if (!words.isEmpty() && !words.startsWith("#")) {
                    for (String word : words.split("\\s+")) {
                        list.add(word.replace('_', ' '));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lexicon(lists);
    }

    /** Whether the list has the word. @param word in lower case */
    boolean has(String list, String word) {
        Set<String> words = lists.get(list);
        if (words == null) {
            throw new IllegalArgumentException("no word list: " + list);
        }
        return words.contains(word);
    }

    /** The tag of a word that has only one, else the tag the model gave. */
    Token.Tag tag(Token token, Token.Tag model) {
        String word = token.lower();
        if (has("always verb", word)) {
            return Token.Tag.VERB;
        }
        if (has("modal", word)) {
            return Token.Tag.AUX;
        }
        if (word.equals("and") || word.equals("but") || word.equals("or") || word.equals("nor")) {
            return Token.Tag.CCONJ;
        }
        if (word.equals("n't") || word.equals("not")) {
            return Token.Tag.PART;
        }
        int first = word.codePointAt(0);
        if (model == Token.Tag.VERB && word.indexOf('-') > 0) {
            return Token.Tag.ADJ;
        }
        if (Character.isDigit(first) && model != Token.Tag.PROPN) {
            return Token.Tag.NUM;
        }
        if (!Character.isLetterOrDigit(first) && first != '\'') {
            return Token.Tag.PUNCT;
        }
        return model == Token.Tag.PUNCT ? Token.Tag.NOUN : model;
    }
}
