package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** House rules that no compiler knows. */
@Tag("any-database")
class GuardTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int MAX_TEMPLATE_LINES = 120;

    @Test
    void everyKeyThatAPageNamesHasAText() throws IOException {
        Set<String> known = keys();
        Pattern whole = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]");
        for (Path page : files(TEMPLATES, ".html")) {
            assertThat(found(whole, page)).as(page.toString()).isSubsetOf(known);
        }
    }

    @Test
    void everyTextIsNamedSomewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path file : files(TEMPLATES, ".html")) {
            sources.append(Files.readString(file));
        }
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            sources.append(Files.readString(file));
        }
        String text = sources.toString();
        List<String> unused = new ArrayList<>();
        for (String key : keys()) {
            String prefix = key.substring(0, key.lastIndexOf('.') + 1);
            boolean composed = text.contains("'" + prefix + "'")
                    || text.contains("\"" + prefix + "\"")
                    || text.contains("#" + prefix + "\"")
                    || text.contains("'" + key.substring(0, key.indexOf('.') + 1) + "'");
            boolean ofAnException = key.startsWith("intake.refused.") || key.startsWith("address.refused.");
            if (!text.contains(key)
                    && !composed
                    && !ofAnException
                    && !key.startsWith("typeMismatch")
                    && !key.startsWith("typed.")
                    && !key.endsWith(".done")
                    && !key.startsWith("history.field.")) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void noPageHoldsScriptOrStyleOfItsOwn() throws IOException {
        Pattern inline = Pattern.compile("(?is)<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*src=)[^>]*>");
        for (Path page : files(TEMPLATES, ".html")) {
            assertThat(inline.matcher(Files.readString(page)).find())
                    .as(page.toString())
                    .isFalse();
        }
    }

    @Test
    void pagesStayShort() throws IOException {
        for (Path page : files(TEMPLATES, ".html")) {
            assertThat(Files.readAllLines(page)).as(page.toString()).hasSizeLessThanOrEqualTo(MAX_TEMPLATE_LINES);
        }
    }

    @Test
    void noFileHoldsBothSidesOfAMerge() throws IOException {
        Pattern side = Pattern.compile("(?m)^[\\s*#/-]*(<{7}|>{7}) ");
        for (String folder : List.of("src", "migrations", "docs", "e2e-tests/src", "docker", ".ci")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    assertThat(side.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                    .find())
                            .as(file.toString())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void noTagIsReplacedAndConditionalAtOnce() throws IOException {
        // Thymeleaf replaces first: a condition or a loop on the same tag is never looked at.
        Pattern both = Pattern.compile("<\\w[^<>]*th:replace=\"[^\"]*\"[^<>]*>");
        Pattern condition = Pattern.compile("th:(if|unless|each)=");
        for (Path page : files(TEMPLATES, ".html")) {
            Matcher tags = both.matcher(Files.readString(page));
            while (tags.find()) {
                assertThat(condition.matcher(tags.group()).find())
                        .as(page + ": " + tags.group())
                        .isFalse();
            }
        }
    }

    @Test
    void migrationsAreNumberedWithoutGapAndNamedForWhatTheyDo() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("migrations"))) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(names.get(i)).matches(String.format("V%03d__[a-z0-9]+(_[a-z0-9]+)*\\.sql", i + 1));
        }
    }

    @Test
    void versionsArePinned() throws IOException {
        for (String pom : List.of("pom.xml", "e2e-tests/pom.xml")) {
            String text = Files.readString(Path.of(pom)).replaceFirst("<version>[^<]*-SNAPSHOT</version>", "");
            assertThat(found(Pattern.compile("version>\\s*([^<]*(?:SNAPSHOT|LATEST|RELEASE|[\\[(,])[^<]*)<"), text, 1))
                    .as(pom + ": ranges and versions that move")
                    .isEmpty();
            assertThat(found(Pattern.compile("(?s)<plugin>(?:(?!</plugin>).)*"), text, 0).stream()
                            .filter(plugin -> !plugin.contains("<version>") && !ofTheParent(plugin)))
                    .as(pom + ": plugins without a version")
                    .isEmpty();
        }
    }

    /** Those whose version Boot's parent pins. */
    private static boolean ofTheParent(String plugin) {
        return Stream.of(
                        "maven-compiler-plugin",
                        "spring-boot-maven-plugin",
                        "maven-invoker-plugin",
                        "maven-surefire-plugin")
                .anyMatch(name -> plugin.contains("<artifactId>" + name + "<"));
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static Set<String> keys() throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
