package org.claimtrail.database;

/** Hears how far a long work is. */
@FunctionalInterface
public interface Progress {

    /** @param step one line without its end */
    void says(String step);
}
