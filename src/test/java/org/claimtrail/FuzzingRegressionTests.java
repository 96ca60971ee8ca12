package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.claimtrail.claim.SelectorFuzzer;
import org.claimtrail.discussion.CommentFuzzer;
import org.claimtrail.intake.HtmlFuzzer;
import org.claimtrail.intake.JsonLdFuzzer;
import org.claimtrail.intake.TextFuzzer;
import org.claimtrail.proof.RevisionFileFuzzer;
import org.claimtrail.splitting.SplitterFuzzer;
import org.claimtrail.support.WebAddressFuzzer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every input that a fuzzer's search starts from, and every one that it once found a fault with, is read again. The
 * search itself is {@code .ci/fuzz}; what it came to is in docs/fuzzing.md.
 */
class FuzzingRegressionTests {

    private static final Path CORPORA = Path.of("src/test/resources/fuzzing");

    /** No input may take longer; the first of a target also loads what it needs. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final TreeMap<String, Consumer<byte[]>> TARGETS = new TreeMap<>();

    static {
        TARGETS.put("html", HtmlFuzzer::fuzzerTestOneInput);
        TARGETS.put("text", TextFuzzer::fuzzerTestOneInput);
        TARGETS.put("json-ld", JsonLdFuzzer::fuzzerTestOneInput);
        TARGETS.put("splitter", SplitterFuzzer::fuzzerTestOneInput);
        TARGETS.put("selector", SelectorFuzzer::fuzzerTestOneInput);
        TARGETS.put("comment", CommentFuzzer::fuzzerTestOneInput);
        TARGETS.put("web-address", WebAddressFuzzer::fuzzerTestOneInput);
        TARGETS.put("revisions", RevisionFileFuzzer::fuzzerTestOneInput);
    }

    @TestFactory
    List<DynamicTest> everyInputIsReadAgain() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : TARGETS.keySet()) {
            Consumer<byte[]> target = TARGETS.get(name);
            target.accept(HexFormat.of().parseHex("00203c703e41203232"));
            try (Stream<Path> files = Files.list(CORPORA.resolve(name))) {
                files.sorted()
                        .forEach(file -> tests.add(DynamicTest.dynamicTest(
                                name + "/" + file.getFileName(),
                                () -> assertTimeoutPreemptively(
                                        LONGEST, () -> target.accept(Files.readAllBytes(file))))));
            }
        }
        return tests;
    }

    @Test
    void everyCorpusHasItsTarget() throws IOException {
        try (Stream<Path> corpora = Files.list(CORPORA)) {
            assertThat(corpora.map(corpus -> corpus.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        }
    }
}
