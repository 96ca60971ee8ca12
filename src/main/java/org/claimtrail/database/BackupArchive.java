package org.claimtrail.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a backup: a gzipped tar whose first entry {@link #MARK} names the format, whose others stand below
 * {@code data/}, and whose last entry {@link #MANIFEST} holds a line {@code SHA-256  path} for each file before it.
 */
final class BackupArchive implements AutoCloseable {

    static final String MARK = "claimtrail-backup";
    static final String FORMAT = "claimtrail-backup/1";
    static final String MANIFEST = "manifest.sha256";
    static final String DATA = "data/";

    private static final int CHUNK = 1 << 16;
    private static final int FILE_MODE = 0600;
    private static final int FOLDER_MODE = 0700;

    private final Path path;
    private final FileChannel file;
    private final TarArchiveOutputStream tar;
    private final StringBuilder manifest = new StringBuilder();
    private final byte[] chunk = new byte[CHUNK];
    private int files;
    private long bytes;

    /** @param path an empty file */
    BackupArchive(Path path, String description) throws IOException {
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.WRITE);
        this.tar = new TarArchiveOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Channels.newOutputStream(this.file), CHUNK), CHUNK),
                StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        add(MARK, (FORMAT + "\n" + description).getBytes(StandardCharsets.UTF_8));
    }

    int files() {
        return files;
    }

    /** How many bytes were read so far. */
    long bytes() {
        return bytes;
    }

    void addFolder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void add(String name, byte[] content) throws IOException {
        begin(name, content.length);
        tar.write(content);
        end(name, sha256().digest(content));
    }

    /**
     * Adds a file that somebody may be writing to. What is appended meanwhile is left out, and what is cut off is
     * made up with zeros; the log of the database sets both right.
     *
     * @throws java.nio.file.NoSuchFileException if it is gone already
     */
    void add(String name, Path source) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(source)) {
            long left = Files.size(source);
            begin(name, left);
            while (left > 0) {
                int wanted = (int) Math.min(left, CHUNK);
                int read = in.readNBytes(chunk, 0, wanted);
                Arrays.fill(chunk, read, wanted, (byte) 0);
                digest.update(chunk, 0, wanted);
                tar.write(chunk, 0, wanted);
                left -= wanted;
            }
        }
        end(name, digest.digest());
    }

    private void begin(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(FILE_MODE);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        bytes += size;
        files++;
    }

    private void end(String name, byte[] digest) throws IOException {
        tar.closeArchiveEntry();
        manifest.append(HexFormat.of().formatHex(digest))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Ends the archive with its manifest, and brings it to the disk. */
    void finish() throws IOException {
        byte[] lines = manifest.toString().getBytes(StandardCharsets.UTF_8);
        begin(MANIFEST, lines.length);
        tar.write(lines);
        tar.closeArchiveEntry();
        tar.close();
        try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
