package org.claimtrail.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the tests: the one that E2E_CHROMIUM names, else one that the machine has, else one that Playwright
 * downloads. Without any the tests fail.
 */
final class Chromium implements AutoCloseable {

    private static final String HOW_TO_GET_ONE = "No browser for the end-to-end tests: install Chromium"
            + " (on Debian: apt-get install chromium) or name one with E2E_CHROMIUM=/path/to/it";
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        if (installed().isEmpty()) {
            install();
        }
        Optional<Path> installed = installed();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        installed.ifPresent(options::setExecutablePath);
        try {
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(HOW_TO_GET_ONE, e);
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> installed() {
        String named = System.getenv("E2E_CHROMIUM");
        if (named != null && !named.isBlank()) {
            Path path = Path.of(named);
            if (!Files.isExecutable(path)) {
                throw new IllegalStateException("E2E_CHROMIUM names " + path + ", which is no program");
            }
            return Optional.of(path);
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** As root on Debian the system's Chromium, which comes with the libraries it needs; else Playwright's own. */
    private static void install() {
        if (System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run(new ProcessBuilder("apt-get", "-qq", "update"));
            run(new ProcessBuilder("apt-get", "-qq", "-y", "--no-install-recommends", "install", "chromium"));
            return;
        }
        ProcessBuilder installer = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        installer.command().addAll(List.of("install", "--only-shell", "chromium"));
        run(installer);
    }

    private static void run(ProcessBuilder installer) {
        try {
            if (installer.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(HOW_TO_GET_ONE);
            }
        } catch (IOException e) {
            throw new IllegalStateException(HOW_TO_GET_ONE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
