package org.claimtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachedDatabaseTests {

    @TempDir
    Path place;

    @Test
    void readsBesideADeskAtWorkAndLeavesItRunning() throws Exception {
        Path folder = place.resolve("desk");
        try (EmbeddedDatabase desk = EmbeddedDatabase.start(folder, 0)) {
            try (ReachedDatabase reached = ReachedDatabase.in(folder);
                    Connection connection = reached.connect(EmbeddedDatabase.PROGRAM)) {
                assertThat(reached.atWork()).isTrue();
                assertThat(reached.url()).isEqualTo(desk.url());
                assertThat(connection.isValid(5)).isTrue();
            }
            try (ReachedDatabase again = ReachedDatabase.in(folder);
                    Connection connection = again.connect(EmbeddedDatabase.PROGRAM)) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
        try (ReachedDatabase stopped = ReachedDatabase.in(folder);
                Connection connection = stopped.connect(EmbeddedDatabase.PROGRAM)) {
            assertThat(stopped.atWork()).isFalse();
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void makesNoDeskWhereThereIsNone() {
        Path folder = place.resolve("nothing");
        assertThatThrownBy(() -> ReachedDatabase.in(folder)).hasMessageContaining("There is no desk");
        assertThat(folder).doesNotExist();
    }
}
