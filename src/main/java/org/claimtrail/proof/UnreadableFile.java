package org.claimtrail.proof;

/** A file that is not what the desk exports; the message says why. */
final class UnreadableFile extends Exception {

    UnreadableFile(String message) {
        super(message);
    }
}
