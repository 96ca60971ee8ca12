package org.claimtrail.splitting;

import org.jspecify.annotations.Nullable;

/**
 * A number read from words.
 *
 * @param end index of the word after it
 * @param value what it says
 * @param spelled whether it is written in words
 * @param unit the unit written onto it ("5km", "five-year"), or null
 */
record Numeral(
        int end, double value, boolean spelled, @Nullable String unit) {}
