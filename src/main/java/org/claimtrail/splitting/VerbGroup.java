package org.claimtrail.splitting;

/**
 * Auxiliaries, adverbs and the verb they belong to.
 *
 * @param start index of the first word
 * @param main index of the verb that carries the meaning
 * @param end index after the last word
 * @param form what the group as a whole is
 * @param passive whether its subject suffers it
 */
record VerbGroup(int start, int main, int end, Form form, boolean passive) {

    enum Form {
        PAST,
        PRESENT,
        PERFECT,
        MODAL,
        ING,
        INFINITIVE,
        PARTICIPLE
    }

    boolean isFinite() {
        return form == Form.PAST || form == Form.PRESENT || form == Form.PERFECT || form == Form.MODAL;
    }
}
