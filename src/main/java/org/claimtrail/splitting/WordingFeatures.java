package org.claimtrail.splitting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the text model sees of a sentence: its words and pairs of words, with numbers reduced to their shape; pairs and
 * triples of parts of speech; its length; how many numbers and names it has.
 */
final class WordingFeatures {

    private static final String START = "<s>";
    private static final String END = "</s>";
    private static final int[] LENGTHS = {4, 7, 10, 15, 20, 30, 45};
    private static final int MOST_NUMBERS = 4;
    private static final int MOST_NAMES = 5;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private WordingFeatures() {}

    static Set<String> of(List<Token> tokens) {
        int size = tokens.size();
        String[] words = new String[size + 2];
        String[] tags = new String[size + 2];
        words[0] = START;
        tags[0] = START;
        words[size + 1] = END;
        tags[size + 1] = END;
        int numbers = 0;
        int names = 0;
        for (int i = 0; i < size; i++) {
            Token token = tokens.get(i);
            words[i + 1] = shape(token.lower());
            tags[i + 1] = token.tag().name();
            numbers += token.is(Token.Tag.NUM) ? 1 : 0;
            names += token.is(Token.Tag.PROPN) ? 1 : 0;
        }
        Set<String> features = new LinkedHashSet<>();
        for (int i = 0; i <= size; i++) {
            if (i > 0) {
                features.add(words[i]);
                features.add(tags[i - 1] + " " + tags[i] + " " + tags[i + 1]);
            }
            features.add(words[i] + " " + words[i + 1]);
            features.add(tags[i] + " " + tags[i + 1]);
        }
        features.add("LENGTH " + step(size));
        features.add("NUMBERS " + Math.min(MOST_NUMBERS, numbers));
        features.add("NAMES " + Math.min(MOST_NAMES, names));
        return features;
    }

    private static int step(int size) {
        int step = 0;
        while (step < LENGTHS.length && size >= LENGTHS[step]) {
            step++;
        }
        return step;
    }

    /** A number by what kind it seems: a year, one digit, two digits, more. */
    private static String shape(String word) {
        if (!Character.isDigit(word.charAt(0))) {
            return word;
        }
        boolean plain = word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (plain && word.length() == 4) {
            int value = Integer.parseInt(word);
            return value >= FIRST_YEAR && value <= LAST_YEAR ? "#year" : "#many";
        }
        return plain && word.length() <= 2 ? "#" + word.length() : "#many";
    }
}
