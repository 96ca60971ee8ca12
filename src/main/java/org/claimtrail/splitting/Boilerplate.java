package org.claimtrail.splitting;

/**
 * A passage that belongs to the page, not to the article's prose.
 *
 * @param start first code point, 0-based
 * @param end code point after the last
 * @param kind what it is, such as {@code ad_marker}, {@code source_link}, {@code dateline}, {@code date_line}, {@code
 *     share_line}, {@code read_more}, {@code newsletter_box}, {@code byline}, {@code caption}, {@code heading}, {@code
 *     quote_source}, {@code source_list}, {@code tags}, {@code copyright}
 */
public record Boilerplate(int start, int end, String kind) {}
