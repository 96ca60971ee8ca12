package org.claimtrail.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL that comes with the program. The folder's name holds the archive's digest, and the folder
 * appears under it only when complete: a new version unpacks anew, and a half-unpacked one is never run.
 */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** Returns the folder with {@code bin}, {@code lib} and {@code share}; removes those of other versions. */
    static Path unpack(Path parent) throws IOException {
        byte[] archive = archive();
        Path target = parent.resolve(digest(archive));
        if (Files.isDirectory(target)) {
            return target;
        }
        if (!Files.isDirectory(parent)) {
            OwnerOnly.createFolder(parent);
        }
        for (Path old : children(parent)) {
            FileSystemUtils.deleteRecursively(old);
        }
        Path draft = OwnerOnly.createFolder(parent.resolve("unpacking"));
        try (InputStream xz = new XZInputStream(new ByteArrayInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(xz)) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                unpack(tar, entry, draft);
            }
        }
        return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("The archive's entry " + entry.getName() + " leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && OwnerOnly.isSupported(file)) {
                OwnerOnly.restrict(file);
            }
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name", "");
        String platform = system.startsWith("Windows") ? "Windows" : system.startsWith("Mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(platform, machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseStartException(
                    "This build brings no PostgreSQL for %s on %s.".formatted(system, machine),
                    "Set SPRING_DATASOURCE_URL to a PostgreSQL of yours, or build the program on this machine.",
                    e);
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.toList();
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
