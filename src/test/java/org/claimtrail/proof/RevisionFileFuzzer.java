package org.claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** A file that is said to be a history is refused, or read; what fits counts no more revisions than it has lines. */
public final class RevisionFileFuzzer {

    private RevisionFileFuzzer() {}

    /** The bytes are a {@code revisions.csv} or a {@code history.zip}. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Findings findings = FileVerifier.verify(new ByteArrayInputStream(input), List.of());
            if (input.length > 0 && input[0] != 'P') {
                long lines = 1;
                for (byte each : input) {
                    lines += each == '\n' || each == '\r' ? 1 : 0;
                }
                assertThat(findings.revisions).isLessThan(lines);
            }
            assertThat(findings.lines()).isNotEmpty();
        } catch (UnreadableFile refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotEndWith("null");
        } catch (IOException broken) {
            // The command says so in words of its own: a ZIP that breaks off has none.
        }
    }
}
