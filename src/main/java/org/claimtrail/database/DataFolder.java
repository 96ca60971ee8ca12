package org.claimtrail.database;

import static org.claimtrail.database.OwnerOnly.isOpenToOthers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that one running Claimtrail owns. It is locked from {@link #open} to {@link #close}; the operating system
 * takes the lock away when the program dies, so a killed program leaves nothing to repair.
 */
final class DataFolder implements AutoCloseable {

    static final String LOCK_FILE = "claimtrail.lock";

    /** Closing any channel of a file drops every lock this JVM has on it, so a second one must not even be opened. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final boolean ownedByRoot;
    private final FileChannel channel;

    private DataFolder(Path path, boolean ownedByRoot, FileChannel channel) {
        this.path = path;
        this.ownedByRoot = ownedByRoot;
        this.channel = channel;
    }

    /**
     * Creates the folder if needed and takes it.
     *
     * @throws DatabaseStartException if another Claimtrail has it, or other users of the machine could write to it
     */
    static DataFolder open(Path folder) {
        try {
            Path path = create(folder);
            boolean root = checkOwner(path);
            if (!HELD.add(path)) {
                throw new FolderInUseException(path);
            }
            FileChannel channel = null;
            try {
                channel = lock(path);
            } finally {
                if (channel == null) {
                    HELD.remove(path);
                }
            }
            return new DataFolder(path, root, channel);
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The data folder %s cannot be used: %s".formatted(folder.toAbsolutePath(), e),
                    "Name a folder that this user can write to in claimtrail.data-dir.",
                    e);
        }
    }

    private static Path create(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            OwnerOnly.restrict(folder);
        }
        Path path = folder.toRealPath();
        if (isOpenToOthers(path)) {
            if (!Files.exists(path.resolve(LOCK_FILE)) && !isEmpty(path)) {
                throw new DatabaseStartException(
                        "The data folder %s holds other files and other users of this machine can write to it."
                                .formatted(path),
                        "Name an empty folder in claimtrail.data-dir, or take the others' right to write away.");
            }
            OwnerOnly.restrict(path);
        }
        return path;
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Returns whether this program runs as root; a file it makes itself tells, whatever the user's name is. */
    private static boolean checkOwner(Path path) throws IOException {
        Path probe = Files.createTempFile(path, "owner", ".tmp");
        try {
            UserPrincipal me = Files.getOwner(probe);
            UserPrincipal owner = Files.getOwner(path);
            if (!me.equals(owner)) {
                throw new DatabaseStartException(
                        "The data folder %s belongs to %s, and this program runs as %s."
                                .formatted(path, owner.getName(), me.getName()),
                        "Run Claimtrail as %s, or name another folder in claimtrail.data-dir."
                                .formatted(owner.getName()));
            }
            return OwnerOnly.isSupported(path) && Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock == null) {
                throw new FolderInUseException(path);
            }
            return channel;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** The real path, absolute. */
    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Whether the program, and with it the server, runs as root. */
    boolean isOwnedByRoot() {
        return ownedByRoot;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(path);
        }
    }
}
