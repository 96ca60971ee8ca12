package org.claimtrail.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A folder on a file system of its own, small enough to be filled; where that cannot be mounted, a folder. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "1500m";

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static SmallDisk mount() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("claimtrail-small-disk-");
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=700", "claimtrail-e2e", folder.toString());
        return new SmallDisk(folder, mounted);
    }

    boolean isMounted() {
        return mounted;
    }

    /** A new folder on it. */
    Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        boolean gone = !mounted;
        for (int i = 0; i < 20 && !gone; i++) {
            gone = run("umount", folder.toString());
            if (!gone) {
                Thread.sleep(500);
            }
        }
        if (gone) {
            Files.deleteIfExists(folder);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
