package org.claimtrail.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner can read, where the file system knows such a thing. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    static boolean isSupported(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Creates a new folder with mode 0700 from its first moment. */
    static Path createFolder(Path folder) throws IOException {
        FileAttribute<?>[] mode = isSupported(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOLDER)}
                : new FileAttribute<?>[0];
        return Files.createDirectory(folder, mode);
    }

    /** Creates a new, empty file with mode 0600 from its first moment. */
    static Path createFile(Path file) throws IOException {
        FileAttribute<?>[] mode = isSupported(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
        return Files.createFile(file, mode);
    }

    /** Writes a file with mode 0600 that appears whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        createFile(draft);
        Files.writeString(draft, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void restrict(Path folder) throws IOException {
        if (isSupported(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /** Whether anybody but the owner may write into the folder. */
    static boolean isOpenToOthers(Path folder) throws IOException {
        if (!isSupported(folder)) {
            return false;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        return mode.contains(PosixFilePermission.GROUP_WRITE) || mode.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
