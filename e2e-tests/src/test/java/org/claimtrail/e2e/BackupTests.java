package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk is backed up while people work at it, and restored elsewhere. */
class BackupTests {

    /** In the export, and not that of the process. */
    private static final String ADDRESS = "--claimtrail.base-url=http://desk.example";

    @TempDir
    Path place;

    @Test
    void aBackupMadeDuringLoadIsRestoredElsewhereWithEveryAnsweredWriteAndTheSameExport() throws Exception {
        Path file = place.resolve("desk.tar.gz");
        Path restored = place.resolve("restored");
        try (Desk desk = Desk.start("backed-up", ADDRESS)) {
            List<Ledger.Write> before;
            int meanwhile;
            try (Load load = Load.start(desk, 3, 20)) {
                waitForWrites(load, 60);
                before = load.ledger().acknowledged();
                String told = desk.command("backup", "--data-dir", desk.folder().toString(), file.toString());
                meanwhile = load.ledger().acknowledgedCount() - before.size();
                System.out.println(told);
                assertThat(told)
                        .contains("the desk is at work and stays so", "are sound", "were recomputed")
                        .doesNotContain("WARNING")
                        .endsWith(file + "\n0");
                String verified = desk.command("verify", "--claimtrail.data-dir=" + desk.folder());
                assertThat(verified).contains("everything fits").endsWith("\n0");
                System.out.println("given up: " + load.gaveUp());
                assertThat(meanwhile).as("writes answered during the backup").isPositive();
            }
            try (Desk elsewhere = restore(desk, file, restored)) {
                DeskDatabase database = new DeskDatabase(restored);
                assertThat(database.missing(before)).isEmpty();
                assertThat(database.brokenChains()).isEmpty();
                assertThat(database.halfDone()).isEmpty();
                System.out.printf(
                        "%d writes answered before the backup are restored, %d more were answered during it%n",
                        before.size(), meanwhile);
            }

            String export = Http.visitor(desk).get("/verdicts.csv").body();
            Path second = place.resolve("second.tar.gz");
            assertThat(desk.command("backup", "--data-dir", desk.folder().toString(), second.toString()))
                    .endsWith("\n0");
            try (Desk elsewhere = restore(desk, second, place.resolve("again"))) {
                assertThat(Http.visitor(elsewhere).get("/verdicts.csv").body()).isEqualTo(export);
                int verdicts = VerdictsFile.read(Files.writeString(place.resolve("verdicts.csv"), export))
                        .rows()
                        .size();
                assertThat(verdicts).isGreaterThan(3);
                System.out.printf("%d verdicts exported there and here, byte for byte the same%n", verdicts);
            }
        }
    }

    private static Desk restore(Desk desk, Path file, Path folder) {
        String told = desk.command("restore", file.toString(), folder.toString());
        assertThat(told)
                .contains("each file is the one that its manifest lists")
                .endsWith(folder + "\n0");
        String verified = desk.command("verify", "--claimtrail.data-dir=" + folder);
        System.out.println(verified);
        assertThat(verified).endsWith("\n0");
        return Desk.startOn(folder, "restored-" + folder.getFileName(), ADDRESS);
    }

    private static void waitForWrites(Load load, int many) throws InterruptedException {
        for (int i = 0; i < 600 && load.ledger().acknowledgedCount() < many; i++) {
            Thread.sleep(200);
        }
        assertThat(load.ledger().acknowledgedCount()).isGreaterThanOrEqualTo(many);
    }
}
