package org.claimtrail.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The desk's own key, kept outside the database: who reads the database alone can make no one-time code. It is the setting
 * {@code claimtrail.secret-key}, or else a file {@code secret.key} in the data folder that its owner alone can read, made
 * when it is first needed.
 */
@Component
class DeskKey {

    static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String setting;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    DeskKey(@Value("${claimtrail.secret-key:}") String setting, @Value("${claimtrail.data-dir:data}") Path folder) {
        if (!setting.isEmpty() && setting.length() < SHORTEST) {
            throw new IllegalStateException(
                    "claimtrail.secret-key has fewer than " + SHORTEST + " characters: make it longer, and random");
        }
        this.setting = setting;
        this.file = folder.resolve("secret.key");
    }

    /**
     * Encrypts with AES-GCM.
     *
     * @param purpose keeps what is sealed for one thing from being opened for another
     * @param owner whose it is: it cannot be opened for anybody else
     */
    byte[] seal(String purpose, long owner, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, owner, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sealed, or null where it was sealed with another key, for another owner, or changed since. */
    byte @Nullable [] open(String purpose, long owner, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return cipher(Cipher.DECRYPT_MODE, purpose, owner, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    /** A keyed hash, for what is never read again. */
    byte[] hash(String purpose, long owner, String text) {
        return mac(derived(purpose), owner + ":" + text);
    }

    private Cipher cipher(int mode, String purpose, long owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Long.toString(owner).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] derived(String purpose) {
        return mac(key(), purpose);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = Secret.hash(setting.isEmpty() ? fromFile() : setting);
            key = known;
        }
        return known;
    }

    private String fromFile() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            try {
                Files.createFile(file, ownerOnly);
                Files.writeString(file, Secret.fresh(), StandardOpenOption.SYNC);
            } catch (FileAlreadyExistsException e) {
                // It was made at an earlier start.
            }
            String text = Files.readString(file).strip();
            if (text.length() < SHORTEST) {
                throw new IllegalStateException(
                        file + " holds no key. It was not written whole: put it back from a backup,"
                                + " or delete it where nobody has set up one-time codes yet");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key cannot be kept in " + file + ": set claimtrail.secret-key, or name a folder that this"
                            + " user can write to in claimtrail.data-dir",
                    e);
        }
    }
}
