package org.claimtrail.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The packaged program, running as a process of its own on a free port with a data folder of its own. What it prints is
 * in {@code target/desks}.
 */
final class Desk implements AutoCloseable {

    private static final String READY = "Claimtrail is ready";
    private static final Duration START = Duration.ofMinutes(3);

    private final Path jar;
    private final Path folder;
    private final Path log;
    private final int port;
    private final List<String> arguments;
    private Process process;
    private String readyLine;

    private Desk(Path jar, Path folder, Path log, int port, List<String> arguments) {
        this.jar = jar;
        this.folder = folder;
        this.log = log;
        this.port = port;
        this.arguments = arguments;
    }

    /**
     * Starts a desk that nobody has set up.
     *
     * @param name tells its log from those of the others
     * @param arguments of the program, besides its port and its folder
     */
    static Desk start(String name, String... arguments) {
        try {
            return startOn(Files.createTempDirectory("claimtrail-e2e-"), name, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, with its data in a folder that is there. */
    static Desk startOn(Path folder, String name, String... arguments) {
        Path jar = Path.of(System.getProperty("e2e.jar", "../target/claimtrail.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    "There is no program at " + jar + ": run mvn -DskipTests package, or name it with -De2e.jar=…");
        }
        try {
            Path logs = Files.createDirectories(Look.target().resolve("desks"));
            Desk desk = new Desk(jar, folder, logs.resolve(name + ".log"), freePort(), List.of(arguments));
            Files.deleteIfExists(desk.log);
            desk.launch();
            return desk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** The link that makes the first admin, as the program printed it. */
    String setupLink() {
        int at = readyLine.indexOf("http");
        if (at < 0 || !readyLine.contains("/setup/")) {
            throw new IllegalStateException("The program printed no set-up link: " + readyLine);
        }
        return readyLine.substring(at).strip();
    }

    Path folder() {
        return folder;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Runs the program once on its command line, with standard streams of its own.
     *
     * @return what it printed on both, and last its exit status in a line of its own
     */
    String command(String... words) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", jar.toString()));
        line.addAll(List.of(words));
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.matches("(SPRING|CLAIMTRAIL|SERVER)_.*"));
            Process command = builder.start();
            command.getOutputStream().close();
            String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await(command);
            return printed + command.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process id of its database server, from the file that the server itself keeps while it runs. */
    Optional<Long> postmaster() {
        try (Stream<Path> clusters = Files.list(folder)) {
            for (Path cluster : clusters.filter(Files::isDirectory).toList()) {
                Path file = cluster.resolve("postmaster.pid");
                if (Files.isReadable(file)) {
                    List<String> lines = Files.readAllLines(file);
                    return lines.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Long.valueOf(lines.get(0).strip()));
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            // The server took its file away as it stopped.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the program as a power cut would: no handler of it runs. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    void stop() {
        process.destroy();
        await(process);
    }

    /** Starts the program again on the same folder and port. */
    void restart() {
        if (process.isAlive()) {
            stop();
        }
        launch();
    }

    @Override
    public void close() {
        stop();
        postmaster().flatMap(ProcessHandle::of).ifPresent(left -> {
            left.destroy();
            left.onExit().completeOnTimeout(left, 10, TimeUnit.SECONDS).join();
        });
        delete(folder);
    }

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--claimtrail.data-dir=" + folder);
        // All who are played here share one address.
        for (String limit : List.of("requests", "sign-ins", "visitor-actions", "searches", "imports", "exports")) {
            builder.command().add("--claimtrail.limit." + limit + "=off");
        }
        builder.command().addAll(arguments);
        // The desk under test is configured by its arguments alone.
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|CLAIMTRAIL|SERVER)_.*"));
        builder.redirectErrorStream(true);
        CompletableFuture<String> ready = new CompletableFuture<>();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        Thread reader = new Thread(() -> copy(started, ready), "desk-output");
        reader.setDaemon(true);
        reader.start();
        try {
            readyLine = ready.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("The program did not start; it said what is in " + log, e);
        }
    }

    private void copy(Process from, CompletableFuture<String> ready) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
                Writer to = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.write(line + "\n");
                to.flush();
                if (line.startsWith(READY)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("The program ended before it was ready"));
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program did not end within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
