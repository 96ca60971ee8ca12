package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("any-database")
class CorpusTests {

    static List<CorpusCase> cases() {
        return CorpusCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatTheFileSays(CorpusCase corpus) {
        assertThat(corpus.found()).containsExactlyInAnyOrderEntriesOf(corpus.expected());
    }
}
