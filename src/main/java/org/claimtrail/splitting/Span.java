package org.claimtrail.splitting;

/**
 * A passage of the text that was split.
 *
 * @param start first code point, 0-based
 * @param end code point after the last
 */
public record Span(int start, int end) {}
