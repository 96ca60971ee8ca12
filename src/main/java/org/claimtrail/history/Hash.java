package org.claimtrail.history;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value, 32 bytes. */
public final class Hash {

    public static final int BYTES = 32;
    /** What the first row of a chain follows. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    /** @throws IllegalArgumentException where it is of another size */
    public Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 32 bytes: " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** @throws IllegalArgumentException where it is not 64 hexadecimal digits */
    public static Hash parse(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(hash.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
