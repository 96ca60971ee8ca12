package org.claimtrail.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.CheckworthinessTrainer;
import org.claimtrail.splitting.CheckworthinessTrainer.Example;
import org.jspecify.annotations.Nullable;

/**
 * {@code train --debates FILE [--held-out FILE] --out FILE LABELS.jsonl...}: writes the splitter's weights. The labels
 * are sentences of articles, as the desk offers its own for download.
 */
public final class TrainCommand {

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;
    private static final String USAGE = "usage: train --debates FILE [--held-out FILE] --out FILE LABELS.jsonl...";

    private final PrintStream errors;

    TrainCommand(PrintStream errors) {
        this.errors = errors;
    }

    /**
     * Runs the command.
     *
     * @param args what follows {@code train}
     * @return the exit status: 0, or 2 for bad input
     */
    public static int run(List<String> args) {
        return new TrainCommand(System.err).execute(args);
    }

    int execute(List<String> args) {
        Request request = Request.parse(args);
        if (request == null) {
            errors.println("train: " + USAGE);
            return BAD_INPUT;
        }
        try {
            train(request);
            return DONE;
        } catch (IOException e) {
            errors.println("train: " + e.getMessage());
            return BAD_INPUT;
        }
    }

    private void train(Request request) throws IOException {
        Examples examples = new Examples(HeldOut.read(request.heldOut()));
        List<Example> speeches = examples.debates(request.debates());
        List<List<Example>> reports = new ArrayList<>();
        for (Path file : request.labels()) {
            reports.addAll(examples.articles(file));
        }
        int sentences = reports.stream().mapToInt(List::size).sum();
        errors.printf(
                "%d sentences of debates, %d of %d articles, %d held out%n",
                speeches.size(), sentences, reports.size(), examples.skipped());
        Files.writeString(request.out(), new CheckworthinessTrainer().train(speeches, reports));
    }

    private record Request(Path debates, @Nullable Path heldOut, Path out, List<Path> labels) {

        static @Nullable Request parse(List<String> args) {
            Path debates = null;
            Path heldOut = null;
            Path out = null;
            List<Path> labels = new ArrayList<>();
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                if (!arg.startsWith("--")) {
                    labels.add(Path.of(arg));
                    continue;
                }
                i++;
                if (i == args.size()) {
                    return null;
                }
                Path value = Path.of(args.get(i));
                switch (arg) {
                    case "--debates" -> debates = value;
                    case "--held-out" -> heldOut = value;
                    case "--out" -> out = value;
                    default -> {
                        return null;
                    }
                }
            }
            if (debates == null || out == null || labels.isEmpty()) {
                return null;
            }
            return new Request(debates, heldOut, out, labels);
        }
    }
}
