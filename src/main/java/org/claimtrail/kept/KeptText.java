package org.claimtrail.kept;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one control.
 *
 * @param key the control, such as {@code draft-12-explanation}
 * @param base the claim's newest revision when the form was opened; null for a form that shows none
 * @param typedIn the window it was typed in, a random word of the browser's
 * @param age how long ago it was kept
 */
public record KeptText(String key, String value, @Nullable Integer base, String typedIn, Duration age) {}
