package org.claimtrail.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Rows of values parted by tabs, a row a line. A value may stand in quotation marks, those inside it doubled; unlike CSV a
 * mark that opens nothing is a character like others.
 */
public final class TabSeparated {

    private TabSeparated() {}

    /** @throws IOException if the file cannot be read as UTF-8 */
    public static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split("\t")).stream()
                        .map(TabSeparated::unquoted)
                        .toList())
                .toList();
    }

    private static String unquoted(String value) {
        boolean wrapped = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return wrapped ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
    }
}
