package org.claimtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrail.database.DeskCheck.Findings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-database")
class BackupTests {

    private static final String SECRET = "a key of the desk's own";

    @TempDir
    static Path shared;

    @TempDir
    Path place;

    private Path desk;
    private Path stopped;
    private final List<String> said = new ArrayList<>();

    /** One desk for all tests; a backup of it while it was stopped serves those that restore. */
    @BeforeAll
    void makeADesk() throws Exception {
        desk = shared.resolve("desk");
        stopped = shared.resolve("stopped.tar.gz");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(desk, 0);
                Connection connection = connect(database)) {
            connection.createStatement().execute("""
                    create table kept (number bigint primary key, word text);
                    create function refuse_change() returns trigger language plpgsql as
                        $$ begin raise exception 'no' using errcode = 'restrict_violation'; end $$;
                    create trigger kept_only_grows before update or delete on kept
                        for each row execute function refuse_change();
                    insert into kept select n, repeat('word ', 500) || n from generate_series(1, 2000) n;
                    """);
        }
        OwnerOnly.write(desk.resolve("secret.key"), SECRET);
        Files.createDirectories(desk.resolve("more"));
        Files.writeString(desk.resolve("more/notes"), "kept too");
        backup().backup(desk, stopped);
    }

    @AfterAll
    void nothingRunsAnyMore() throws Exception {
        assertThat(new ServerProcess(desk.toRealPath().resolve("postgres-18")).find())
                .isEmpty();
    }

    @Test
    void aBackupOfADeskAtWorkHoldsEveryRowThatWasAnsweredBefore() throws Exception {
        AtomicLong answered = new AtomicLong(2000);
        AtomicBoolean enough = new AtomicBoolean();
        Path file = place.resolve("at-work.tar.gz");
        long before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(desk, 0)) {
            Thread writer = new Thread(() -> writeUntil(database, enough, answered));
            writer.start();
            while (answered.get() < 2100) {
                Thread.onSpinWait();
            }
            before = answered.get();
            backup().backup(desk, file);
            assertThat(answered.get()).as("rows written meanwhile").isGreaterThan(before + 10);
            enough.set(true);
            writer.join();
            assertThat(query(database, "select count(*) from pg_replication_slots"))
                    .isEqualTo("0");
        }

        assertThat(said).contains("the desk is at work and stays so").anyMatch(line -> line.contains("are sound"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names(place)).containsExactly("at-work.tar.gz");
        Path restored = place.resolve("restored");
        backup().restore(file, restored);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(restored, 0)) {
            long rows = Long.parseLong(query(database, "select count(*) from kept"));
            assertThat(rows).isGreaterThanOrEqualTo(before);
            assertThat(query(database, "select max(number) from kept")).isEqualTo(Long.toString(rows));
            assertThatThrownBy(() -> query(database, "delete from kept returning 1"))
                    .hasMessageContaining("no");
        }
    }

    @Test
    void aStoppedDeskIsRestoredWithItsSecretsForItsOwnerAlone() throws Exception {
        Path restored = Files.createDirectory(place.resolve("elsewhere"));
        backup().restore(stopped, restored);

        assertThat(names(restored)).containsExactly("more", "postgres-18", "postgres.password", "secret.key");
        assertThat(Files.readString(restored.resolve("secret.key"))).isEqualTo(SECRET);
        assertThat(Files.readString(restored.resolve("more/notes"))).isEqualTo("kept too");
        try (Stream<Path> all = Files.walk(restored)) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(restored, 0)) {
            assertThat(Long.parseLong(query(database, "select count(*) from kept")))
                    .isGreaterThanOrEqualTo(2000);
        }
    }

    @Test
    void aCopyThatDoesNotHoldLeavesNoFile() {
        AtomicLong looks = new AtomicLong();
        DeskBackup backup = new DeskBackup(
                connection ->
                        new Findings("looked", looks.incrementAndGet() == 1 ? List.of() : List.of("row 7 differs")),
                said::add);
        assertThatThrownBy(() -> backup.backup(desk, place.resolve("bad.tar.gz")))
                .isInstanceOf(BackupException.class)
                .hasMessage("The copy does not hold what the desk does: row 7 differs");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aDeskWhoseHistoryDoesNotFitIsBackedUpWithAWarning() throws Exception {
        DeskBackup backup = new DeskBackup(connection -> new Findings("looked", List.of("row 7 differs")), said::add);
        backup.backup(desk, place.resolve("faithful.tar.gz"));
        assertThat(place.resolve("faithful.tar.gz")).isNotEmptyFile();
        assertThat(said).contains("WARNING: row 7 differs");
    }

    @Test
    void neverReplacesAFileNorWritesIntoTheDesk() throws Exception {
        Path taken = Files.writeString(place.resolve("taken.tar.gz"), "mine");
        assertRefused(() -> backup().backup(desk, taken), "is there already");
        assertThat(taken).hasContent("mine");
        assertRefused(() -> backup().backup(desk, desk.resolve("inside.tar.gz")), "is lost with it");
        assertRefused(() -> backup().backup(desk, place.resolve("none/file.tar.gz")), "There is no folder");
        assertRefused(() -> backup().backup(place, place.resolve("x.tar.gz")), "There is no desk");
    }

    @Test
    void restoresOnlyIntoAnEmptyFolder() throws Exception {
        Path full = Files.createDirectory(place.resolve("full"));
        Files.writeString(full.resolve("mine"), "mine");
        assertRefused(() -> backup().restore(stopped, full), "is not an empty folder");
        assertRefused(() -> backup().restore(place.resolve("none.tar.gz"), place.resolve("a")), "There is no file");
        assertThat(names(full)).containsExactly("mine");
    }

    @Test
    void refusesWhatIsDamagedAtAnyPlace() throws Exception {
        byte[] good = Files.readAllBytes(stopped);
        for (int part = 1; part < 8; part++) {
            byte[] flipped = good.clone();
            flipped[good.length / 8 * part] ^= 0x55;
            assertDamaged(flipped);
        }
        byte[] lastByte = good.clone();
        lastByte[good.length - 6] ^= 1;
        assertDamaged(lastByte);
        assertDamaged(Arrays.copyOf(good, good.length / 2));
        assertDamaged(Arrays.copyOf(good, good.length - 1));
    }

    @Test
    void refusesWhatIsNoBackup() throws Exception {
        Path text = Files.writeString(place.resolve("text.tar.gz"), "Not an archive at all.");
        assertFails(text, "is not a backup made by Claimtrail");
        Path other = archive(List.of(), "other", "x");
        assertFails(other, "is not a backup made by Claimtrail");
        Path later = archive(List.of(), BackupArchive.MARK, "claimtrail-backup/9\n");
        assertFails(later, "has the format claimtrail-backup/9");
    }

    @Test
    void writesNothingOutsideOfTheFolder() throws Exception {
        String mark = BackupArchive.FORMAT + "\n";
        for (String name :
                List.of("data/../../evil", "../evil", "/tmp/evil-claimtrail", "data/a/../../../evil", "evil")) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(0);
            assertFails(archive(List.of(entry), BackupArchive.MARK, mark), "does not belong into a data folder");
        }
        TarArchiveEntry link = new TarArchiveEntry("data/link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        assertFails(archive(List.of(link), BackupArchive.MARK, mark), "neither a file nor a folder");
        assertThat(place.resolve("evil")).doesNotExist();
        assertThat(shared.resolve("evil")).doesNotExist();
        assertThat(Path.of("/tmp/evil-claimtrail")).doesNotExist();
    }

    @Test
    void refusesAFileThatTheManifestDoesNotList() throws Exception {
        TarArchiveEntry smuggled = new TarArchiveEntry("data/secret.key");
        smuggled.setSize(0);
        TarArchiveEntry manifest = new TarArchiveEntry(BackupArchive.MANIFEST);
        manifest.setSize(0);
        assertFails(
                archive(List.of(smuggled, manifest), BackupArchive.MARK, BackupArchive.FORMAT + "\n"),
                "what it holds is not what its manifest lists");
    }

    private Path archive(List<TarArchiveEntry> entries, String first, String text) throws IOException {
        Path file = place.resolve("made.tar.gz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            TarArchiveEntry mark = new TarArchiveEntry(first);
            mark.setSize(text.length());
            tar.putArchiveEntry(mark);
            tar.write(text.getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private void assertDamaged(byte[] bytes) throws IOException {
        assertFails(Files.write(place.resolve("damaged.tar.gz"), bytes), "");
    }

    private void assertFails(Path file, String words) {
        Path target = place.resolve("target");
        assertThatThrownBy(() -> backup().restore(file, target))
                .isInstanceOfSatisfying(
                        BackupException.class, e -> assertThat(e.isRefusal()).isFalse())
                .hasMessageContaining(words)
                .hasMessageContaining(file.toString());
        assertThat(target).doesNotExist();
    }

    private static void assertRefused(ThrowingCallable work, String words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        BackupException.class, e -> assertThat(e.isRefusal()).isTrue())
                .hasMessageContaining(words);
    }

    private DeskBackup backup() {
        return new DeskBackup(connection -> new Findings("looked", List.of()), said::add);
    }

    private static void writeUntil(EmbeddedDatabase database, AtomicBoolean enough, AtomicLong answered) {
        try (Connection connection = connect(database);
                PreparedStatement insert = connection.prepareStatement("insert into kept values (?, 'at work')")) {
            while (!enough.get()) {
                insert.setLong(1, answered.get() + 1);
                insert.executeUpdate();
                answered.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, database.password());
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
