package org.claimtrail.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Fields as netstrings, one after the other: what hashes are taken over. */
public final class Netstrings {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param field null where it is absent */
    public Netstrings add(@Nullable String field) {
        if (field == null) {
            out.writeBytes(new byte[] {'-', ','});
            return this;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        out.write(',');
        return this;
    }

    /** The SHA-256 of all fields. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
