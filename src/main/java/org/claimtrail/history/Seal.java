package org.claimtrail.history;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * In which way a revision is sealed, see {@link HashChain}.
 *
 * @param format 1 or 2
 * @param salt 32 lower-case hexadecimal digits; null in format 1
 * @param nameErased whether the actor's name was taken out of a row that is sealed over it
 */
public record Seal(int format, @Nullable String salt, boolean nameErased) {

    public static final int WITH_NAME = 1;
    public static final int WITH_SALT = 2;
    /** How rows were sealed before there were salts. */
    public static final Seal FIRST = new Seal(WITH_NAME, null, false);

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With a salt of its own. */
    static Seal fresh() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Seal(WITH_SALT, HexFormat.of().formatHex(salt), false);
    }

    /** Whether the row's hash can be computed from what it still says. */
    public boolean recomputable() {
        return format == WITH_SALT || !nameErased;
    }
}
