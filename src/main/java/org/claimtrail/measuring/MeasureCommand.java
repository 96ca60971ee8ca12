package org.claimtrail.measuring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code measure [--record FILE] FOLDER...}: prints one table of figures for every data set in the folders, beside the
 * figures of the run before, which the file remembers.
 */
public final class MeasureCommand {

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;
    private static final String USAGE = "usage: measure [--record FILE] FOLDER...";
    private static final List<DataSet> KINDS = List.of(
            new GoldArticle(),
            new SentenceEnds(),
            new CheckThat(),
            new PolicyClaims(),
            new NewsQuant(),
            new Recognizers(),
            new DateTimeCases(),
            new PolNear(),
            new PlainArticles());

    private final PrintStream out;
    private final PrintStream errors;

    MeasureCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * Runs the command on the process's own streams.
     *
     * @param args what follows {@code measure}
     * @return the exit status: 0, or 2 for bad input
     */
    public static int run(List<String> args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new MeasureCommand(out, System.err).execute(args);
    }

    int execute(List<String> args) {
        Path record = null;
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--record") && i + 1 < args.size()) {
                i++;
                record = Path.of(args.get(i));
            } else if (args.get(i).startsWith("--")) {
                return refuse(USAGE);
            } else {
                folders.add(Path.of(args.get(i)));
            }
        }
        if (folders.isEmpty()) {
            return refuse(USAGE);
        }
        try {
            return measure(folders, record);
        } catch (IOException e) {
            return refuse("the data cannot be read: " + e.getMessage());
        }
    }

    private int measure(List<Path> folders, @Nullable Path record) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                return refuse("no such folder: " + folder);
            }
            for (Path inside : withFolders(folder)) {
                for (DataSet kind : KINDS) {
                    if (kind.isIn(inside)) {
                        figures.addAll(kind.measure(inside));
                    }
                }
            }
        }
        if (figures.isEmpty()) {
            return refuse("no known data in " + folders);
        }
        EarlierRun before = record == null ? EarlierRun.none() : EarlierRun.read(record);
        out.print(Table.of(figures, before));
        if (record != null) {
            EarlierRun.write(record, figures);
        }
        return DONE;
    }

    private static List<Path> withFolders(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return Stream.concat(
                            Stream.of(folder), inside.filter(Files::isDirectory).sorted())
                    .toList();
        }
    }

    private int refuse(String message) {
        errors.println("measure: " + message);
        return BAD_INPUT;
    }
}
