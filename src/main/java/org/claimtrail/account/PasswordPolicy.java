package org.claimtrail.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which passwords are refused: too short, too long, common, or made of the person's own name or address, or of the
 * desk's. After NIST
 * SP 800-63B section 5.1.1.2: no rules on kinds of characters, a list of common passwords instead.
 */
@Component
class PasswordPolicy {

    static final int MIN = 12;
    static final int MAX = 200;

    /** Words of the program that come to mind; docs/security.md lists them. */
    private static final List<String> OF_THE_PROGRAM =
            List.of("claimtrail", "claimtraildesk", "factcheck", "factchecker", "factchecking", "factcheckdesk");

    private final Set<String> common;
    private final String desk;

    PasswordPolicy(@Value("${claimtrail.desk-name}") String desk) {
        this.desk = desk;
        try (InputStream in = PasswordPolicy.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            common = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message key of the refusal, or nothing where the password will do. */
    Optional<String> refusal(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN) {
            return Optional.of("account.password.short");
        }
        if (length > MAX) {
            return Optional.of("account.password.long");
        }
        List<String> readings = readings(password);
        if (common.contains(password.toLowerCase(Locale.ROOT))
                || readings.stream().anyMatch(this::isCommon)) {
            return Optional.of("account.password.common");
        }
        List<String> own = new ArrayList<>(readings(name));
        own.addAll(readings(email));
        own.addAll(readings(email.split("@", 2)[0]));
        own.addAll(readings(desk));
        own.addAll(OF_THE_PROGRAM);
        if (readings.stream().anyMatch(reading -> own.stream().anyMatch(part -> isMadeOf(reading, part)))) {
            return Optional.of("account.password.own");
        }
        return Optional.empty();
    }

    /** A common word stays common with digits behind it, in capitals, written twice, or with 0 for o. */
    private boolean isCommon(String bare) {
        if (bare.codePoints().distinct().count() < 4) {
            return true;
        }
        if (common.contains(bare)) {
            return true;
        }
        for (int times = 2; times <= 4; times++) {
            int part = bare.length() / times;
            if (part >= 3
                    && part * times == bare.length()
                    && bare.equals(bare.substring(0, part).repeat(times))
                    && common.contains(bare.substring(0, part))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMadeOf(String reading, String part) {
        return !part.isEmpty() && (reading.equals(part) || reading.equals(part + part));
    }

    /** The letters alone, and the letters with the signs read that are written for letters. */
    private static List<String> readings(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String read =
                lower.replace('0', 'o').replace('@', 'a').replace('$', 's').replace('3', 'e');
        return List.of(letters(lower), letters(read));
    }

    private static String letters(String text) {
        return text.replaceAll("[\\d\\p{Punct}\\s]+", "");
    }
}
