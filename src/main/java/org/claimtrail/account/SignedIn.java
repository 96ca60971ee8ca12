package org.claimtrail.account;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When and with what a session was signed in, kept in it so that its owner knows it again.
 *
 * @param browser its name; empty where it gives none that is known
 * @param system likewise
 * @param strong whether a provider vouched for more than a password
 */
public record SignedIn(Instant at, String browser, String system, boolean strong) implements Serializable {

    static final String ATTRIBUTE = "claimtrail.signed-in";

    /** What a browser calls itself. Many name others too, which they are like: the first that fits counts. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    static SignedIn with(@Nullable String userAgent, Instant at, boolean strong) {
        String said = userAgent == null ? "" : userAgent;
        return new SignedIn(at, first(BROWSERS, said), first(SYSTEMS, said), strong);
    }

    /** Whether a provider vouched for more than a password when this session was signed in. */
    public static boolean strong(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn how && how.strong();
    }

    private static String first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
