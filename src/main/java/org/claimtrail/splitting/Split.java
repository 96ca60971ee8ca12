package org.claimtrail.splitting;

import java.util.List;

/**
 * A text, split.
 *
 * @param length length of the text in code points
 * @param boilerplate the passages that are not prose, in order
 * @param sentences the sentences, in order
 */
public record Split(int length, List<Boilerplate> boilerplate, List<SplitSentence> sentences) {

    public Split {
        boilerplate = List.copyOf(boilerplate);
        sentences = List.copyOf(sentences);
    }
}
