package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md and the tables of requirements say what is so: nothing is left out, and what is named is there. */
class SecurityDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Path REQUIREMENTS = Path.of("docs/security");
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("e2e-tests/src/test/java"));
    private static final Set<String> STATUS = Set.of("met", "not applicable", "not met");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|Test))(?:#(\\w+))?`");

    private record Requirement(String number, int level, String words, String status, String shownBy) {}

    private static List<Requirement> requirements() throws IOException {
        List<Requirement> found = new ArrayList<>();
        for (Path file : files(REQUIREMENTS, ".md")) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("(?<!\\\\)\\|");
                if (line.matches("\\| V?\\d+\\.\\d+\\.\\d+ .*")) {
                    assertThat(cells).as(line).hasSize(6);
                    found.add(new Requirement(
                            cells[1].strip(),
                            Integer.parseInt(cells[3].strip()),
                            cells[2].strip(),
                            cells[4].strip(),
                            cells[5].strip()));
                }
            }
        }
        return found;
    }

    @Test
    void everyRequirementOfBothLevelsStandsOnceWithAStatus() throws IOException {
        List<String> asked =
                Files.readAllLines(Path.of("src/test/resources/security/asvs-5.0.0-levels-1-and-2.txt")).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        assertThat(asked).hasSize(253);
        List<Requirement> requirements = requirements();
        assertThat(requirements.stream().map(r -> "V" + r.number() + " " + r.level()))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(requirements).allSatisfy(r -> {
            assertThat(STATUS).as(r.number()).contains(r.status());
            assertThat(r.words()).as(r.number()).isNotEmpty();
            assertThat(r.shownBy()).as(r.number()).hasSizeGreaterThan(5);
        });
    }

    @Test
    void whatIsMetNamesATest() throws IOException {
        assertThat(requirements().stream()
                        .filter(r -> r.status().equals("met"))
                        .filter(r -> !TEST.matcher(r.shownBy()).find())
                        .map(Requirement::number))
                .isEmpty();
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path folder : TESTS) {
            for (Path file : files(folder, ".java")) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        List<Path> documents = new ArrayList<>(files(REQUIREMENTS, ".md"));
        documents.add(DOCUMENT);
        Set<String> missing = new TreeSet<>();
        for (Path document : documents) {
            TEST.matcher(Files.readString(document)).results().forEach(named -> {
                String source = sources.get(named.group(1));
                String member = named.group(2);
                if (source == null || member != null && !holds(source, member)) {
                    missing.add(named.group());
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    /** A method with {@code @Test} or the like, or a rule of ArchUnit, and none that is switched off. */
    private static boolean holds(String source, String member) {
        Matcher method = Pattern.compile(
                        "(?s)@(?:Test|ParameterizedTest)\\b((?:(?!@Test|@ParameterizedTest|\\bvoid\\b).)*)" + "\\bvoid "
                                + member + "\\(")
                .matcher(source);
        boolean rule = Pattern.compile("@ArchTest\\s+static final ArchRule " + member + "\\b")
                .matcher(source)
                .find();
        return rule || method.find() && !method.group(1).contains("@Disabled");
    }

    @Test
    void theSummaryCountsWhatTheTablesSay() throws IOException {
        Map<String, Long> counted = new HashMap<>();
        for (Requirement requirement : requirements()) {
            counted.merge(requirement.level() + " " + requirement.status(), 1L, Long::sum);
        }
        List<String[]> rows = table("| level | met | not applicable | not met |");
        assertThat(rows).hasSize(2);
        for (String[] row : rows) {
            assertThat(List.of(row[2].strip(), row[3].strip(), row[4].strip()))
                    .as("level " + row[1])
                    .isEqualTo(Stream.of("met", "not applicable", "not met")
                            .map(status -> "" + counted.getOrDefault(row[1].strip() + " " + status, 0L))
                            .toList());
        }
    }

    @Test
    void theLimitsNamedAreThoseOfTheProgram() throws IOException {
        List<String[]> rows = table("| what | limit | where |");
        assertThat(rows).hasSizeGreaterThan(10);
        for (String[] row : rows) {
            String limit = row[2].strip().replace(",", "");
            String where = row[3].strip().replace("`", "");
            if (where.contains(": ")) {
                String[] parts = where.split(": ", 2);
                assertThat(source(parts[0])).as(where).contains(parts[1]);
                assertThat(parts[1]).as(where).contains(limit);
            } else {
                String[] parts = where.split("\\.");
                Matcher constant =
                        Pattern.compile("\\b" + parts[1] + " = ([\\d_]+);").matcher(source(parts[0] + ".java"));
                assertThat(constant.find()).as(where).isTrue();
                assertThat(constant.group(1).replace("_", "")).as(where).isEqualTo(limit);
            }
        }
    }

    private static String source(String name) throws IOException {
        String file = name.contains(".") ? name : name + ".java";
        List<Path> found = files(Path.of("src/main"), "/" + file);
        assertThat(found).as(name).hasSize(1);
        return Files.readString(found.get(0));
    }

    @Test
    void everyTableOfTheDatabaseIsClassed() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path migration : files(Path.of("migrations"), ".sql")) {
            Pattern.compile("(?im)^create (?:unlogged )?table (?:if not exists )?(\\w+)")
                    .matcher(Files.readString(migration))
                    .results()
                    .forEach(found -> tables.add(found.group(1)));
            Pattern.compile("(?im)^drop table (?:if exists )?(\\w+)")
                    .matcher(Files.readString(migration))
                    .results()
                    .forEach(found -> tables.remove(found.group(1)));
        }
        List<String> classed = new ArrayList<>();
        for (String[] row : table("| class | what | tables | measures |")) {
            Pattern.compile("`(\\w+)`")
                    .matcher(row[3])
                    .results()
                    .map(MatchResult::group)
                    .forEach(name -> classed.add(name.replace("`", "")));
        }
        assertThat(classed)
                .as("tables of the database in docs/security.md, each in one class")
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void everyHashAndKeyOfTheProgramIsInTheInventory() throws IOException {
        String inventory = section("## Secrets and algorithms");
        Set<String> algorithms = new TreeSet<>();
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            String source = Files.readString(file);
            Pattern.compile(
                            "(?:MessageDigest|Mac|Cipher|Signature|KeyPairGenerator|SecretKeyFactory)\\.getInstance\\(\"([^\"]+)\"")
                    .matcher(source)
                    .results()
                    .forEach(found -> algorithms.add(found.group(1)));
            Pattern.compile("new (\\w+)PasswordEncoder|(Argon2)PasswordEncoder\\.defaults")
                    .matcher(source)
                    .results()
                    .forEach(found -> algorithms.add(Objects.requireNonNullElse(found.group(1), "Argon2id")));
        }
        assertThat(algorithms).contains("SHA-256", "Argon2id");
        assertThat(algorithms).allSatisfy(algorithm -> assertThat(inventory).contains(algorithm));
    }

    @Test
    void theDocumentHasItsParts() throws IOException {
        for (String part : List.of(
                "## To report a weakness",
                "## What is protected",
                "## Who",
                "## Boundaries",
                "## Threats",
                "## Signing in",
                "## Limits",
                "## Secrets and algorithms",
                "## Parts of others",
                "## Logs")) {
            assertThat(section(part).lines().count()).as(part).isGreaterThan(4);
        }
        for (String log : List.of("audit_entry", "moderation_entry", "revision", "postgres.log", "standard output")) {
            assertThat(section("## Logs")).contains(log);
        }
        assertThat(section("## Parts of others")).contains("7 days", "30");
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(DOCUMENT);
        int from = text.indexOf(heading + "\n");
        assertThat(from).as(heading).isNotNegative();
        int to = text.indexOf("\n## ", from + 1);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /** The rows of the table of docs/security.md with this head. */
    private static List<String[]> table(String head) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int at = lines.indexOf(head);
        assertThat(at).as(head).isNotNegative();
        List<String[]> rows = new ArrayList<>();
        for (int i = at + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
            rows.add(lines.get(i).split("\\|"));
        }
        return rows;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
