package org.claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private BackupCommand command() {
        return new BackupCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    }

    private void assertTold(int status, int expected, String words) {
        assertThat(status).isEqualTo(expected);
        assertThat(out.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(words).doesNotContain("\tat ");
    }

    @Test
    void saysHowItIsUsed() {
        assertTold(command().backup(List.of()), 2, "usage: backup");
        assertTold(command().backup(List.of("--fast")), 2, "usage: backup");
        assertTold(command().restore(List.of("one")), 2, "usage: restore");
    }

    @Test
    void refusesAFolderWithoutADesk() {
        assertTold(
                command().backup(List.of("--data-dir", folder.toString(), folder.toString())),
                2,
                "There is no desk with an embedded database in " + folder);
        assertTold(command().backup(List.of(folder.resolve("desk.zip").toString())), 2, "does not end in .tar.gz");
    }

    @Test
    void refusesAFileThatIsNoBackupWithAnotherStatus() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.tar.gz"), "Dear desk,");
        assertTold(
                command().restore(List.of(file.toString(), folder.resolve("new").toString())),
                1,
                "restore: " + file + " is not a backup made by Claimtrail.");
    }
}
