package org.claimtrail.claim;

import jakarta.persistence.Embeddable;

/**
 * A time that a claim gives, with its place in the article revision's text (code points, end exclusive).
 *
 * @param value ISO 8601: {@code 2022}, {@code 2022-01}, {@code 2022-01-21}, {@code 2022-W04}
 */
@Embeddable
public record ClaimTime(int startAt, int endAt, String value) {}
