package org.claimtrail.splitting;

/** Cuts a text at code point offsets, as a reader of the published offsets would. */
final class Slices {

    private Slices() {}

    static String of(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
