package org.claimtrail.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Whatever a comment says, its links and mentions joined are the text, and a link leads to the web. */
public final class CommentFuzzer {

    private static final List<Mention> PEOPLE =
            List.of(new Mention(1, "Ada"), new Mention(2, "Ada Bell"), new Mention(3, "İlke Ön"), new Mention(4, "a"));

    private CommentFuzzer() {}

    /** The bytes are the comment, in UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        List<Piece> pieces = Piece.of(text, new Mentions(PEOPLE).in(text));
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        for (Piece piece : pieces) {
            if (piece.address() != null) {
                assertThat(piece.address()).matches("(?is)https?://.*").doesNotContainPattern("[\\s<>\"]");
            }
        }
    }
}
