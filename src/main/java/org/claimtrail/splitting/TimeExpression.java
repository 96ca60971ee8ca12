package org.claimtrail.splitting;

/**
 * A point or stretch of time the text names.
 *
 * @param start first code point, 0-based
 * @param end code point after the last
 * @param value ISO 8601: {@code 2022}, {@code 2022-01}, {@code 2022-01-21}, {@code 2022-W04}
 */
public record TimeExpression(int start, int end, String value) {}
