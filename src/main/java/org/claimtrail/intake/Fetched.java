package org.claimtrail.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as a web server gave it.
 *
 * @param bytes the body, uncompressed
 * @param mediaType as the server declared it, if it did
 * @param finalAddress where the last redirect led
 * @param at when it was complete
 */
public record Fetched(byte[] bytes, @Nullable String mediaType, String finalAddress, Instant at) {}
