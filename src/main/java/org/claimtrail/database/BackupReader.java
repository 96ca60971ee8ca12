package org.claimtrail.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a backup and compares each file with the manifest. It writes plain files and folders below one folder only. */
final class BackupReader {

    private static final int CHUNK = 1 << 16;
    private static final int MOST_MARK_BYTES = 10_000;

    private final Path file;
    private final Path target;
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final byte[] chunk = new byte[CHUNK];
    private String manifest = "";

    private BackupReader(Path file, Path target) {
        this.file = file;
        this.target = target;
    }

    /**
     * Unpacks what stands below {@code data/} into an empty folder, each file for its owner only.
     *
     * @throws BackupException if the file is no backup, or is damaged; the folder then holds a part of it
     * @throws IOException if the files cannot be written
     */
    static void unpack(Path file, Path target) throws IOException, BackupException {
        new BackupReader(file, target).unpack();
    }

    private void unpack() throws IOException, BackupException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK);
                InputStream gzip = open(raw);
                TarArchiveInputStream tar = new TarArchiveInputStream(gzip, StandardCharsets.UTF_8.name())) {
            readMark(tar);
            TarArchiveEntry entry = next(tar);
            while (entry != null) {
                unpack(tar, entry);
                entry = next(tar);
            }
            while (read(gzip) >= 0) {
                // To its end, where the checksum of the whole stands.
            }
        }
        String expected = digests.entrySet().stream()
                .map(digest -> digest.getValue() + "  " + digest.getKey() + "\n")
                .collect(Collectors.joining());
        if (!manifest.equals(expected)) {
            throw damaged("what it holds is not what its manifest lists");
        }
    }

    private InputStream open(InputStream raw) throws BackupException {
        try {
            return new GZIPInputStream(raw, CHUNK);
        } catch (IOException e) {
            throw alien();
        }
    }

    private void readMark(TarArchiveInputStream tar) throws BackupException {
        try {
            TarArchiveEntry first = tar.getNextEntry();
            if (first == null || !first.getName().equals(BackupArchive.MARK) || !first.isFile()) {
                throw alien();
            }
            byte[] text = tar.readNBytes(MOST_MARK_BYTES);
            String format = new String(text, StandardCharsets.UTF_8).split("\n", 2)[0];
            if (!format.equals(BackupArchive.FORMAT)) {
                throw BackupException.failed("The backup %s has the format %s, and this Claimtrail knows %s."
                        .formatted(file, format, BackupArchive.FORMAT));
            }
            digests.put(
                    BackupArchive.MARK,
                    HexFormat.of().formatHex(BackupArchive.sha256().digest(text)));
        } catch (IOException | IllegalArgumentException e) {
            throw alien();
        }
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws BackupException {
        try {
            return tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("it breaks off or its bytes were changed");
        }
    }

    private int read(InputStream in) throws BackupException {
        try {
            return in.read(chunk);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("it breaks off or its bytes were changed");
        }
    }

    private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException, BackupException {
        String name = entry.getName();
        if (name.equals(BackupArchive.MANIFEST) && entry.isFile() && manifest.isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (int read = read(tar); read >= 0; read = read(tar)) {
                text.append(new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
            }
            manifest = new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return;
        }
        Path path = inside(name);
        if (entry.isDirectory()) {
            folder(path);
        } else if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
            folder(path.getParent());
            MessageDigest digest = BackupArchive.sha256();
            OwnerOnly.createFile(path);
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
                for (int read = read(tar); read >= 0; read = read(tar)) {
                    digest.update(chunk, 0, read);
                    out.write(chunk, 0, read);
                }
            }
            if (digests.put(name, HexFormat.of().formatHex(digest.digest())) != null) {
                throw damaged("it holds %s twice".formatted(name));
            }
        } else {
            throw damaged("its entry %s is neither a file nor a folder".formatted(name));
        }
    }

    private Path inside(String name) throws BackupException {
        boolean plain = name.startsWith(BackupArchive.DATA)
                && !name.contains("\\")
                && name.chars().noneMatch(c -> c < ' ');
        Path path = plain ? target.resolve(name.substring(BackupArchive.DATA.length())) : target;
        for (String part : name.split("/", -1)) {
            plain &= !part.equals("..") && !part.equals(".");
        }
        if (!plain || !path.normalize().startsWith(target)) {
            throw damaged(
                    "its entry %s does not belong into a data folder".formatted(name.replaceAll("\\p{Cntrl}", "?")));
        }
        return path.normalize();
    }

    private void folder(@Nullable Path path) throws IOException {
        if (path != null && !Files.isDirectory(path)) {
            folder(path.getParent());
            OwnerOnly.createFolder(path);
        }
    }

    private BackupException alien() {
        return BackupException.failed("%s is not a backup made by Claimtrail.".formatted(file));
    }

    private BackupException damaged(String how) {
        return BackupException.failed("The backup %s is damaged: %s.".formatted(file, how));
    }
}
