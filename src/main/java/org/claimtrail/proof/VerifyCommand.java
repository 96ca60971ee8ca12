package org.claimtrail.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code verify [--head NUMBER:HASH]... [--SETTING=VALUE]... [FILE]}: recomputes the history of a file that was exported, or
 * of the configured database, and names the first row that does not fit. Exit status 0 where all fits, 1 where something
 * does not, 2 where it could not be verified.
 */
public final class VerifyCommand {

    private static final int FITS = 0;
    private static final int MISFIT = 1;
    private static final int NOT_VERIFIED = 2;
    private static final String USAGE =
            "usage: verify [--head NUMBER:HASH]... [--SETTING=VALUE]... [revisions.csv | history.zip]";

    private final PrintStream out;
    private final PrintStream errors;

    VerifyCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * Runs the command on the process's own streams.
     *
     * @param args what follows {@code verify}
     * @return the exit status
     */
    public static int run(List<String> args) {
        return new VerifyCommand(System.out, System.err).execute(args);
    }

    int execute(List<String> args) {
        List<Pin> pins = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        String file = null;
        try {
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                if (arg.equals("--head")) {
                    i++;
                    pins.add(Pin.parse(i < args.size() ? args.get(i) : ""));
                } else if (arg.matches("--[\\w.-]+=.*")) {
                    settings.add(arg);
                } else if (file != null || arg.startsWith("--")) {
                    return refuse(USAGE);
                } else {
                    file = arg;
                }
            }
        } catch (IllegalArgumentException e) {
            return refuse("--head needs NUMBER:HASH, the hash with 64 lower-case hexadecimal digits");
        }
        return file == null ? database(settings, pins) : file(file, pins);
    }

    private int file(String name, List<Pin> pins) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(name)))) {
            return print(FileVerifier.verify(in, pins));
        } catch (UnreadableFile e) {
            return refuse(e.getMessage());
        } catch (IOException | InvalidPathException e) {
            return refuse("the file cannot be read: " + name);
        }
    }

    private int database(List<String> settings, List<Pin> pins) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(VerifyDatabase.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=error", "logging.level.org.claimtrail.database=error");
        try (ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
                Connection connection = context.getBean(DataSource.class).getConnection()) {
            return database(connection, pins);
        } catch (SQLException e) {
            return refuse("the database cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            return refuse("the database cannot be reached");
        }
    }

    int database(Connection connection, List<Pin> pins) throws SQLException {
        return print(new DatabaseVerifier(connection).verify(pins));
    }

    private int print(Findings findings) {
        findings.lines().forEach(out::println);
        return findings.fits() ? FITS : MISFIT;
    }

    private int refuse(@Nullable String sentence) {
        errors.println("verify: " + sentence);
        return NOT_VERIFIED;
    }
}
