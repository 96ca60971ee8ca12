package org.claimtrail.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.intake.Refusals.assertRefusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    private final ArticleReader reader = new ArticleReader();

    @Test
    void keepsAnUploadedTextToTheLastCharacter() {
        String text = "  Line\ttwo \r\nthree\r\n\r\n\u0007 caf\u00e9 \ud83d\ude80\u202e!\u00a0\n ";
        assertThat(reader.read(text.getBytes(UTF_8), "text/plain", "a.txt")).isEqualTo(ReadableText.of(text));
    }

    @Test
    void bringsTheLineEndsOfAPastedTextIntoOneAndKeepsTheRest() {
        assertThat(reader.readPasted(" one\r\ntwo\rthree\n\r\nfour\u2028\tfive \u202e")
                        .text())
                .isEqualTo(" one\ntwo\nthree\n\nfour\u2028\tfive \u202e");
    }

    @Test
    void dropsAByteOrderMarkAndNothingElse() {
        assertThat(read("\ufeff\ufeffText".getBytes(UTF_8), "text/plain")).isEqualTo("\ufeffText");
        assertThat(read("\ufeffТекст".getBytes(UTF_16LE), "text/plain")).isEqualTo("Текст");
        assertThat(read("\ufeffТекст".getBytes(UTF_16BE), "text/plain; charset=utf-8"))
                .isEqualTo("Текст");
    }

    @Test
    void takesTheDeclaredCharacterSetOnlyWhereTheTextIsNotUtf8() {
        byte[] latin = "café €".getBytes(Charset.forName("windows-1252"));
        assertThat(read(latin, "text/plain; charset=\"windows-1252\"")).isEqualTo("café €");
        assertThat(read("café".getBytes(UTF_8), "text/plain; charset=windows-1252"))
                .isEqualTo("café");
        assertThat(read("café".getBytes(UTF_16BE), "text/plain; charset=utf-16be"))
                .isEqualTo("café");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; charset=no-such-set", "text/plain; charset=us-ascii"})
    void refusesATextThatIsNotUtf8AndNamesTheLine(String mediaType) {
        assertRefusal(() -> read("one\r\ntwo\nthree caf\u00e9".getBytes(ISO_8859_1), mediaType))
                .startsWith("This file is not UTF-8 text: line 3 ");
    }

    @Test
    void refusesATextCutInTheMiddleOfACharacter() {
        assertRefusal(() -> read(new byte[] {'a', '\n', (byte) 0xe2, (byte) 0x82}, "text/plain"))
                .contains("line 2");
    }

    @Test
    void refusesNulAndNamesTheLine() {
        assertRefusal(() -> read("one\n\ntw\0o".getBytes(UTF_8), "text/plain")).startsWith("Line 3 holds a NUL");
        assertRefusal(() -> reader.readPasted("one\r\ntw\0o")).startsWith("Line 2 holds a NUL");
    }

    @Test
    void refusesHalfACharacterAndNamesTheLine() {
        assertRefusal(() -> reader.readPasted("one\ud83d")).startsWith("Line 1 holds half of a character");
        assertRefusal(() -> reader.readPasted("one\n\ude80two")).startsWith("Line 2 holds half of a character");
        assertRefusal(() -> reader.readPasted("\ud83d\ude80\n\ud83d\n\ude80")).startsWith("Line 2 holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\u00a0\u2003\n", "\ufeff\u200b\u202e"})
    void refusesATextInWhichNothingShows(String text) {
        assertRefusal(() -> reader.readPasted(text)).startsWith("There is no text here.");
        assertRefusal(() -> read(text.getBytes(UTF_8), "text/plain")).startsWith("There is no text here.");
    }

    @Test
    void takesAMillionCharactersAndNotOneMore() {
        String rocket = "\ud83d\ude80";
        assertThat(reader.readPasted(rocket.repeat(1_000_000)).text()).hasSize(2_000_000);
        assertRefusal(() -> reader.readPasted(rocket.repeat(1_000_001)))
                .startsWith("This text has 1,000,001 characters; the most that is taken in is 1,000,000.");
    }

    @Test
    void refusesAnOriginalOfMoreThanTenMebibytes() {
        assertRefusal(() -> read(new byte[10 * 1024 * 1024 + 1], "text/plain")).startsWith("This is more than 10 MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, \\x89PNG\\r\\n",
        "JPEG, \\xff\\xd8\\xff\\xe0",
        "PDF, %PDF-1.7",
        "RTF, {\\x5crtf1 Text}",
        "GIF, GIF89a",
    })
    void refusesAnotherFormatUnderATextsName(String format, String start) {
        String bytes = unescape(start);
        for (String mediaType : new String[] {"text/plain", "text/html", "application/octet-stream"}) {
            assertRefusal(() -> reader.read((bytes + " rest of it").getBytes(ISO_8859_1), mediaType, "story.txt"))
                    .startsWith("This is a " + format + " file, whatever its name says.");
        }
    }

    private static String unescape(String text) {
        return java.util.regex.Pattern.compile("\\\\x(..)|\\\\r|\\\\n")
                .matcher(text)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group().equals("\\r") ? "\r" : "\n"
                                : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    @Test
    void refusesAZipFile() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write("<text/>".getBytes(UTF_8));
        }
        assertRefusal(() -> read(zip.toByteArray(), "text/plain")).startsWith("This is a ZIP file");
    }

    @Test
    void refusesOtherBytesThatAreNoText() {
        assertRefusal(() -> read(new byte[] {1, 0, 2, (byte) 0xff, 3}, "text/plain"))
                .startsWith("This file is not text.");
        assertRefusal(() -> read(new byte[] {'<', 0, 2, (byte) 0xff, 3}, "text/html"))
                .startsWith("This file is not text.");
    }

    @Test
    void refusesWhatIsDeclaredAsSomethingElse() {
        assertRefusal(() -> read("text".getBytes(UTF_8), "application/json; charset=utf-8"))
                .startsWith("This is of type application/json.");
    }

    @Test
    void warnsOfCharactersThatChangeTheOrderOfReading() {
        assertThat(ArticleReader.hasBidirectionalControls("safe\u202etxt.exe")).isTrue();
        assertThat(ArticleReader.hasBidirectionalControls("a\u2066b\u2069")).isTrue();
        assertThat(ArticleReader.hasBidirectionalControls("\u200fשלום\u200e \u2065 \u206a"))
                .isFalse();
    }

    @Test
    void fingerprintsTheTextAsUtf8() {
        assertThat(TextFingerprint.sha256("é"))
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
        assertThat(Original.ofPasted("é").sha256()).isEqualTo(TextFingerprint.sha256("é"));
    }

    private String read(byte[] file, String mediaType) {
        return reader.read(file, mediaType, "story.txt").text();
    }
}
