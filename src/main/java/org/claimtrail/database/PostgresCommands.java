package org.claimtrail.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs, run to their end. PostgreSQL refuses to run as root, so for root each runs in a user
 * namespace of its own, in which the same files belong to a nobody.
 */
final class PostgresCommands {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private final Path binaries;
    private final boolean asRoot;

    PostgresCommands(Path binaries, boolean asRoot) {
        this.binaries = binaries;
        this.asRoot = asRoot;
    }

    /** Such as "18.6". */
    String version() throws IOException {
        String answer = run("", program("postgres"), "--version").strip();
        return answer.substring(answer.lastIndexOf(' ') + 1);
    }

    /** Creates a database folder that lets nobody in without the password. No server listens while it does. */
    void initialise(Path database, Path passwordFile) throws IOException {
        run(
                "",
                program("initdb"),
                "--pgdata=" + database,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
    }

    /** Runs SQL, one statement a line, in a process that listens to nobody. */
    void runAlone(Path database, List<String> statements) throws IOException {
        String input = String.join("\n", statements) + "\n";
        String output = run(input, program("postgres"), "--single", "-D", database.toString(), "postgres");
        if (output.contains("ERROR:") || output.contains("FATAL:")) {
            throw new IOException("PostgreSQL refused to set up its database: " + output.strip());
        }
    }

    /**
     * Starts the server in a session of its own, so that Ctrl-C on a terminal reaches only the program, which then
     * stops the server last. Returns when the server accepts connections.
     */
    void start(Path database, Path log, List<String> settings) throws IOException {
        StringBuilder options = new StringBuilder();
        settings.forEach(setting -> options.append(" -c ").append(setting));
        run(
                "",
                program("pg_ctl"),
                "start",
                "--silent",
                "--wait",
                "--timeout=" + START_TIMEOUT.toSeconds(),
                "--pgdata=" + database,
                "--log=" + log,
                "--options=" + options);
    }

    /** Stops the server: open transactions are rolled back, committed ones are on disk. */
    void stop(Path database) throws IOException {
        try {
            stop(database, "fast");
        } catch (IOException e) {
            stop(database, "immediate");
        }
    }

    private void stop(Path database, String mode) throws IOException {
        run(
                "",
                program("pg_ctl"),
                "stop",
                "--silent",
                "--wait",
                "--timeout=" + STOP_TIMEOUT.toSeconds(),
                "--mode=" + mode,
                "--pgdata=" + database);
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private String run(String input, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        if (asRoot) {
            line.add("unshare");
            line.add("--user");
        }
        line.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s ended with %d: %s".formatted(line, code, output.strip()));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + line, e);
        }
    }
}
