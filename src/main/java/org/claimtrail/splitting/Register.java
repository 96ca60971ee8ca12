package org.claimtrail.splitting;

import java.util.List;

/** How a text speaks: of others, or of itself. Decided for a text as a whole. */
enum Register {
    /** News and the like: somebody tells what others did and said. */
    REPORT,
    /** Speeches, debates, interviews, opinion pieces: the writing person speaks. */
    SPEECH;

    /** Reports stay under a fifth outside quotation marks, speeches lie above two fifths. */
    private static final double SPEECH_SHARE = 1.0 / 3;

    static Register of(Lexicon lexicon, List<Sentence> sentences) {
        int read = 0;
        int personal = 0;
        for (Sentence sentence : sentences) {
            if (sentence.readable) {
                read++;
                personal += isPersonal(lexicon, sentence) ? 1 : 0;
            }
        }
        return read > 0 && personal >= SPEECH_SHARE * read ? SPEECH : REPORT;
    }

    private static boolean isPersonal(Lexicon lexicon, Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            Token word = sentence.word(i);
            boolean country = word.text().equals("US");
            if (!country && !sentence.quoted.get(i) && lexicon.has("speaking person", word.lower())) {
                return true;
            }
        }
        return false;
    }
}
