package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no source, page or script of the program may hold, for the sake of security. */
class SourceRulesTests {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");

    @Test
    void onlyApprovedAlgorithmsAreUsed() throws IOException {
        Set<String> hashes = new TreeSet<>();
        for (Path file : files(JAVA, ".java")) {
            String source = Files.readString(file);
            Matcher named = Pattern.compile("(?:MessageDigest|Mac|Cipher)\\.getInstance\\(\"([^\"]+)\"")
                    .matcher(source);
            named.results().forEach(found -> hashes.add(found.group(1)));
            assertThat(source)
                    .as(file.toString())
                    .doesNotContain("\"MD5\"", "\"SHA-1\"", "\"SHA1\"", "/ECB/", "PKCS1Padding");
        }
        assertThat(hashes).containsExactly("AES/GCM/NoPadding", "HmacSHA256", "SHA-256");
    }

    @Test
    void whatNobodyMayGuessIsMadeByASecureGenerator() throws IOException {
        Pattern weak =
                Pattern.compile("new Random\\(|Math\\.random|ThreadLocalRandom|SplittableRandom|UUID\\.randomUUID");
        for (Path file : files(JAVA, ".java")) {
            String name = file.toString().replace('\\', '/');
            if (name.contains("/account/") || name.contains("/setup/") || name.contains("/session/")) {
                assertThat(weak.matcher(Files.readString(file)).find()).as(name).isFalse();
            }
        }
        assertThat(Files.readString(JAVA.resolve("org/claimtrail/account/Secret.java")))
                .contains("SecureRandom");
    }

    @Test
    void pagesShowTextAsTextAndNothingOfOtherHosts() throws IOException {
        for (Path page : files(TEMPLATES, ".html")) {
            String source = Files.readString(page);
            assertThat(source.replace("th:utext=\"${line.end}\"", ""))
                    .as(page.toString())
                    .doesNotContain("th:utext", "th:inline", "[(", "http-equiv");
            assertThat(source).as(page.toString()).doesNotContainPattern("(src|action|<link[^>]*href)=\"(https?:)?//");
        }
        // The one exception holds line ends and nothing that anybody typed.
        assertThat(Files.readString(JAVA.resolve("org/claimtrail/site/TextLayout.java")))
                .contains("crlf ? \"&#13;\\n\" : \"\\n\"");
    }

    @Test
    void scriptsBuildNoMarkupAndRunNoText() throws IOException {
        for (Path script : files(SCRIPTS, ".js")) {
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "new Function",
                            "postMessage",
                            "addEventListener('message'",
                            "__proto__",
                            "document.domain",
                            "http://",
                            "https://");
        }
    }

    @Test
    void passwordFieldsHideWhatIsTypedAndLetManagersFillThem() throws IOException {
        int fields = 0;
        for (Path page : files(TEMPLATES, ".html")) {
            for (String line : Files.readAllLines(page)) {
                if (line.contains("name=\"password") || line.contains("th:fragment=\"secret(")) {
                    fields++;
                    String field = Files.readString(page);
                    field = field.substring(field.indexOf(line));
                    field = field.substring(0, field.indexOf("</div>"));
                    assertThat(field)
                            .as(page.toString())
                            .contains("type=\"password\"", "autocomplete")
                            .doesNotContain("\"off\"");
                }
                // No other kind of field is used for one.
                assertThat(line)
                        .as(page.toString())
                        .doesNotContainPattern("field :: (?!secret)\\w+\\(name='[pP]assword");
            }
            assertThat(Files.readString(page)).as(page.toString()).doesNotContain("onpaste");
        }
        assertThat(fields).isGreaterThanOrEqualTo(2);
    }

    @Test
    void noSecretIsInTheSource() throws IOException {
        List<Path> files = new ArrayList<>(files(Path.of("src/main"), ".yaml"));
        files.addAll(files(Path.of("src/main"), ".properties"));
        files.addAll(files(Path.of("docker"), ".yaml"));
        files.addAll(files(Path.of("docker"), "Dockerfile"));
        Pattern secret = Pattern.compile(
                "(?im)^\\s*[\\w.-]*(password|secret|token|api-?key)\\s*[:=][ \\t]*+(?!\\$\\{)[^\\s#{]{6,}\\s*$");
        for (Path file : files) {
            if (!file.endsWith("messages.properties")) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(secret);
            }
        }
        assertThat(Path.of(".dockerignore").toFile().exists()
                        || Files.exists(Path.of("docker/Dockerfile.dockerignore")))
                .isTrue();
        assertThat(Files.readString(Path.of("docker/Dockerfile"))).doesNotContain("COPY . ", "ADD ", "COPY .git");
    }

    @Test
    void noLogGoesElsewhere() throws IOException {
        assertThat(files(Path.of("src/main/resources"), "logback.xml")).isEmpty();
        for (Path settings : files(Path.of("src/main/resources"), ".yaml")) {
            assertThat(Files.readString(settings))
                    .as(settings.toString())
                    .doesNotContainPattern("(?m)^\\s+file:|syslog|zipkin|otlp");
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
