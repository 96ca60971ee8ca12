package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of all settings in docs/settings.md is what the code says: the records that hold settings, with their
 * Javadoc, and META-INF/additional-spring-configuration-metadata.json for the others.
 */
class SettingsTableTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path METADATA =
            Path.of("src/main/resources/META-INF/additional-spring-configuration-metadata.json");
    private static final Path TABLE = Path.of("docs/settings.md");
    private static final Path WRITTEN = Path.of("target/settings.md");

    private static final String HEAD = """
        # Settings

        All settings of Claimtrail itself, made from the code by `SettingsTableTests`. Each can stand in an
        `application.yaml` beside the jar, be an argument (`--claimtrail.desk-name=…`), or an environment variable: in
        capitals, with underscores for dots and hyphens (`CLAIMTRAIL_DESK_NAME`). Those of Spring Boot that matter are in
        [operations](operations.md).

        | setting | default | meaning |
        |---|---|---|
        """;

    private record Setting(String standard, String meaning) {}

    @Test
    void theTableIsWhatTheCodeSays() throws Exception {
        Map<String, Setting> settings = new TreeMap<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (text.contains("@ConfigurationProperties(")) {
                Class<?> type = Class.forName(
                        SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.'));
                add(
                        settings,
                        type,
                        type.getAnnotation(ConfigurationProperties.class).value(),
                        text);
            }
        }
        for (JsonNode property :
                JsonMapper.shared().readTree(Files.readString(METADATA)).get("properties")) {
            JsonNode standard = property.get("defaultValue");
            settings.put(
                    property.get("name").asString(),
                    new Setting(
                            standard == null ? "" : standard.asString(),
                            property.get("description").asString()));
        }
        StringBuilder table = new StringBuilder(HEAD);
        settings.forEach((name, setting) -> table.append("| `")
                .append(name)
                .append("` | ")
                .append(setting.standard().isEmpty() ? "none" : "`" + setting.standard() + "`")
                .append(" | ")
                .append(setting.meaning())
                .append(" |\n"));

        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, table);
        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
                .as("cp " + WRITTEN + " " + TABLE)
                .isEqualTo(table.toString());
    }

    @Test
    void everySettingThatTheCodeReadsByNameIsDescribed() throws IOException {
        // The other test holds the table to the code.
        String described = Files.readString(TABLE);
        Pattern read = Pattern.compile("\\$\\{(claimtrail\\.[a-z.-]+)");
        List<String> missing = new ArrayList<>();
        for (Path file : sources()) {
            Matcher names = read.matcher(Files.readString(file));
            while (names.find()) {
                if (!described.contains("| `" + names.group(1) + "` |")) {
                    missing.add(names.group(1) + " in " + file);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void add(Map<String, Setting> settings, Class<?> type, String prefix, String source) {
        String doc = documentation(type, source);
        for (RecordComponent component : type.getRecordComponents()) {
            Name named = component.getAccessor().getAnnotation(Name.class);
            String name = prefix + "." + (named == null ? hyphens(component.getName()) : named.value());
            if (component.getType().getEnclosingClass() == type
                    && component.getType().isRecord()) {
                add(settings, component.getType(), name, source);
                continue;
            }
            settings.put(name, new Setting(standard(type, component), meaning(doc, component.getName(), name)));
        }
    }

    private static String standard(Class<?> type, RecordComponent component) {
        // The annotation is for parameters: it stands on that of the constructor.
        int at = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(component.getName());
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == type.getRecordComponents().length) {
                DefaultValue value = constructor.getParameters()[at].getAnnotation(DefaultValue.class);
                if (value != null) {
                    return String.join(",", value.value());
                }
            }
        }
        return "";
    }

    /** The Javadoc right before the declaration of the type. */
    private static String documentation(Class<?> type, String source) {
        Matcher declaration = Pattern.compile("(?:record|class) " + type.getSimpleName() + "\\b")
                .matcher(source);
        assertThat(declaration.find()).as(type + " in its file").isTrue();
        int end = source.lastIndexOf("*/", declaration.start());
        int start = source.lastIndexOf("/**", end);
        return start < 0 ? "" : source.substring(start + 3, end).replaceAll("(?m)^\\s*\\*? ?", "");
    }

    private static String meaning(String doc, String component, String name) {
        Matcher parameter = Pattern.compile("(?s)@param " + component + "\\s+(.*?)\\s*(?=@param|\\z)")
                .matcher(doc);
        assertThat(parameter.find())
                .as("a word about " + name + " in the Javadoc")
                .isTrue();
        return parameter.group(1).replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`");
    }

    private static String hyphens(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
