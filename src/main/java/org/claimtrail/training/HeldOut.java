package org.claimtrail.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences kept aside for measuring, which nothing may be trained on: a file with a line for each, the first 16 hex
 * digits of the SHA-256 of its lower-case letters a-z and digits.
 */
final class HeldOut {

    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]");
    private static final int HEX_DIGITS = 16;

    private final Set<String> keys;

    private HeldOut(Set<String> keys) {
        this.keys = keys;
    }

    static HeldOut read(@Nullable Path file) throws IOException {
        return new HeldOut(file == null ? Set.of() : Set.copyOf(Files.readAllLines(file)));
    }

    boolean has(String sentence) {
        return !keys.isEmpty() && keys.contains(key(sentence));
    }

    static String key(String sentence) {
        String letters = OTHER.matcher(sentence.toLowerCase(Locale.ROOT)).replaceAll("");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
