package org.claimtrail.moderation;

import org.jspecify.annotations.Nullable;

/**
 * Something at a claim that can be hidden.
 *
 * @param name whose or what it is: the evidence's source, the comment's author, the person
 * @param text what it says; null where it is hidden, unless an admin asked to see it
 * @param notice what readers see instead; null where it is shown
 */
public record HideableView(
        Place place,
        String name,
        @Nullable String text,
        @Nullable String notice) {}
