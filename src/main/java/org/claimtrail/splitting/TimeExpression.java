package org.claimtrail.splitting;

/**
 * A point or stretch of time the text names. A claim has those that tell when; a sentence also times of day without a
 * day, lengths of time, which are quantities too, and how often something recurs.
 *
 * @param start first code point, 0-based
 * @param end code point after the last
 * @param value ISO 8601: {@code 2022}, {@code 2022-01}, {@code 2022-01-21}, {@code 2022-W04}, with a time of day {@code
 *     2022-01-21T15:30}, intervals of two of these with both ends taken in ({@code 2014/2018}); only in a sentence {@code
 *     T15:30}, durations ({@code PT90M}) and repetitions ({@code R/P1W})
 */
public record TimeExpression(int start, int end, String value) {}
