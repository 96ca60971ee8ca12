package org.claimtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("any-database")
class EmbeddedDatabaseTests {

    @TempDir
    static Path shared;

    @Test
    void writesEveryCommitToDiskBeforeItIsAnswered() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedDatabase database = start()) {
            for (String user : List.of(EmbeddedDatabase.OWNER, "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "wrong"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(Files.readAllLines(dataDir().resolve("postgres-18/pg_hba.conf")).stream()
                            .filter(line -> !line.startsWith("#") && !line.isBlank()))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(" scram-sha-256"));
        }
    }

    @Test
    void listensOnThisMachineOnly() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(dataDir().resolve("postgres-18/postmaster.pid"))
                            .get(4))
                    .as("folder of the local socket")
                    .isEmpty();
        }
    }

    @Test
    void worksWithoutSuperuserRights() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void keepsItsFilesFromOtherUsers() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(mode(dataDir())).isEqualTo("rwx------");
            assertThat(mode(dataDir().resolve("postgres-18"))).isEqualTo("rwx------");
            assertThat(mode(dataDir().resolve("postgres-bin"))).isEqualTo("rwx------");
            assertThat(mode(dataDir().resolve("postgres.password"))).isEqualTo("rw-------");
            assertThat(mode(dataDir().resolve("postgres.log"))).isEqualTo("rw-------");
            assertThat(database.password()).hasSizeGreaterThan(40);
        }
    }

    @Test
    void keepsRowsOverARestart() throws Exception {
        try (EmbeddedDatabase database = start()) {
            update(database, "create table kept (word text)");
            update(database, "insert into kept values ('Genève')");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select word from kept")).isEqualTo("Genève");
        }
    }

    @Test
    void refusesASecondProgramOnTheSameFolder() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(EmbeddedDatabaseTests::start)
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessage(
                            "Another Claimtrail is running on the data folder %s.",
                            dataDir().toRealPath());
            Process second = child(dataDir());
            String output = new String(second.getInputStream().readAllBytes());
            assertThat(output).contains("Another Claimtrail is running on the data folder");
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void keepsEveryAnsweredRowWhenTheProgramIsKilled() throws Exception {
        Process program = child(dataDir());
        long last = 0;
        try (BufferedReader output = program.inputReader()) {
            String line;
            while ((line = output.readLine()) != null) {
                if (line.startsWith("answered ")) {
                    last = Long.parseLong(line.substring("answered ".length()));
                }
                if (last == 1_000) {
                    program.toHandle().destroyForcibly();
                }
            }
        }
        program.waitFor();
        ProcessHandle orphan = server();

        assertThat(last).isGreaterThanOrEqualTo(1_000);
        try (EmbeddedDatabase database = start()) {
            assertThat(server()).isNotEqualTo(orphan);
            assertThat(query(database, "select count(*) from answered where number <= " + last))
                    .isEqualTo(Long.toString(last));
            update(database, "drop table answered");
        }
    }

    @Test
    void startsTheServerAgainWhenItDies() throws Exception {
        try (EmbeddedDatabase database = start()) {
            String before = query(database, "select pg_postmaster_start_time()");
            server().destroyForcibly();
            Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
            String now = before;
            while (now.equals(before) && Instant.now().isBefore(deadline)) {
                try {
                    now = query(database, "select pg_postmaster_start_time()");
                } catch (SQLException e) {
                    Thread.sleep(100);
                }
            }
            assertThat(now).as("start of the server").isNotEqualTo(before);
        }
    }

    @Test
    void isNotBlockedByAProcessNumberThatAnotherProgramHasNow() throws Exception {
        start().close();
        Path pidFile = dataDir().resolve("postgres-18/postmaster.pid");
        Files.writeString(
                pidFile,
                ProcessHandle.current().pid() + "\n" + dataDir() + "/postgres-18\n1\n5432\n\n127.0.0.1\n1 1\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void isNotBlockedByAProcessFileThatWasCutOff() throws Exception {
        start().close();
        Files.createFile(dataDir().resolve("postgres-18/postmaster.pid"));
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(dataDir(), taken.getLocalPort()))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessage("Port %d of 127.0.0.1 is in use by another program.", taken.getLocalPort());
        }
    }

    @Test
    void leavesTheDataOfAnotherMajorVersionAlone(@TempDir Path other) throws IOException {
        Path old = Files.createDirectory(other.resolve("postgres-17"));
        Files.writeString(old.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(other, 0))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("was written by PostgreSQL 17, and this Claimtrail brings PostgreSQL 18.");
        assertThat(other.resolve("postgres-18")).doesNotExist();
    }

    @Test
    void refusesAFolderThatOthersCanWriteTo(@TempDir Path open) throws IOException {
        Files.createFile(open.resolve("notes.txt"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(open, 0))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("other users of this machine can write to it");
    }

    private static Path dataDir() {
        return shared.resolve("data with a space");
    }

    private static EmbeddedDatabase start() {
        return EmbeddedDatabase.start(dataDir(), 0);
    }

    private static ProcessHandle server() throws IOException {
        return new ServerProcess(dataDir().toRealPath().resolve("postgres-18"))
                .find()
                .orElseThrow();
    }

    private static Process child(Path dataDir) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BurstOfInserts.class.getName(),
                        dataDir.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void update(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, database.password());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
