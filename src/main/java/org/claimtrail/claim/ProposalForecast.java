package org.claimtrail.claim;

import java.util.List;

/**
 * What the splitter would propose in the newest articles at each of some thresholds.
 *
 * @param articles how many articles were read again
 * @param charactersRead how many characters of each were read, from its start, at most
 * @param sentences how many sentences those have
 * @param steps one for each threshold, from low to high
 * @param kept claims that the chosen threshold still lets through, the least sure first
 * @param left claims that it no longer lets through, the surest first
 */
public record ProposalForecast(
        int articles, int charactersRead, int sentences, List<Step> steps, List<Example> kept, List<Example> left) {

    /**
     * @param hundredths the threshold
     * @param claims how many claims would be proposed
     * @param sentences in how many sentences
     */
    public record Step(int hundredths, int claims, int sentences) {}

    /** A claim near the threshold. */
    public record Example(long articleId, String wording, int hundredths) {}
}
