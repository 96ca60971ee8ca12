package org.claimtrail.agreement;

import org.claimtrail.support.Coded;

/**
 * How an alpha is customarily read: Krippendorff, K. (2004), "Content Analysis", 2nd edition, p. 241, who asks for 0.800,
 * and for 0.667 where conclusions are only tentative.
 */
public enum Reading implements Coded {
    RELIABLE,
    TENTATIVE,
    UNRELIABLE;

    public static final double RELIABLE_FROM = 0.800;
    public static final double TENTATIVE_FROM = 0.667;

    public static Reading of(double alpha) {
        if (alpha >= RELIABLE_FROM) {
            return RELIABLE;
        }
        return alpha >= TENTATIVE_FROM ? TENTATIVE : UNRELIABLE;
    }
}
