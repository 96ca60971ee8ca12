package org.claimtrail.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;
import org.jspecify.annotations.Nullable;

/**
 * {@code split [--published YYYY-MM-DD] [--lines] FILE}: prints what {@link ClaimSplitter} finds as JSON. Bad input is
 * told in one line on the error stream, with exit status 2 and nothing on the output.
 */
public final class SplitCommand {

    private static final int MAX_MEBIBYTES = 10;
    private static final int MAX_BYTES = MAX_MEBIBYTES * 1024 * 1024;
    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;
    private static final String USAGE = "usage: split [--published YYYY-MM-DD] [--lines] FILE";

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream errors;

    SplitCommand(InputStream in, OutputStream out, PrintStream errors) {
        this.in = in;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Runs the command on the process's own streams.
     *
     * @param args what follows {@code split}
     * @return the exit status: 0, or 2 for bad input
     */
    public static int run(List<String> args) {
        return new SplitCommand(System.in, System.out, System.err).execute(args);
    }

    int execute(List<String> args) {
        try {
            Request request = Request.parse(args);
            String text = decode(read(request.file()));
            byte[] document = document(request, text);
            out.write(document);
            out.flush();
            return DONE;
        } catch (BadInput e) {
            errors.println("split: " + e.getMessage());
        } catch (IOException e) {
            errors.println("split: the result could not be written");
        }
        return BAD_INPUT;
    }

    private static byte[] document(Request request, String text) {
        SplitterSettings settings = new SplitterSettings(
                request.published(), SplitterSettings.defaults().threshold());
        ClaimSplitter splitter = ClaimSplitter.standard();
        if (!request.lines()) {
            return SplitJson.document(splitter.split(text, settings)).getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder lines = new StringBuilder();
        for (SplitSentence sentence : splitter.splitLines(text, settings)) {
            lines.append(SplitJson.line(sentence)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] read(String file) throws BadInput {
        try {
            byte[] bytes;
            if (file.equals("-")) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            } else {
                try (InputStream stream = Files.newInputStream(Path.of(file))) {
                    bytes = stream.readNBytes(MAX_BYTES + 1);
                }
            }
            if (bytes.length > MAX_BYTES) {
                throw new BadInput("the text is larger than " + MAX_MEBIBYTES + " MiB");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new BadInput("no such file: " + file);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput("the file cannot be read: " + file);
        }
    }

    private static String decode(byte[] bytes) throws BadInput {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput("the text is not UTF-8");
        }
    }

    private record Request(@Nullable LocalDate published, boolean lines, String file) {

        static Request parse(List<String> args) throws BadInput {
            LocalDate published = null;
            boolean lines = false;
            String file = null;
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                if (arg.equals("--lines")) {
                    lines = true;
                } else if (arg.equals("--published")) {
                    i++;
                    published = day(i < args.size() ? args.get(i) : "");
                } else if (file != null || arg.startsWith("--")) {
                    throw new BadInput(USAGE);
                } else {
                    file = arg;
                }
            }
            if (file == null) {
                throw new BadInput(USAGE);
            }
            return new Request(published, lines, file);
        }

        private static LocalDate day(String value) throws BadInput {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new BadInput("--published needs a day such as 2022-01-21");
            }
        }
    }

    private static final class BadInput extends Exception {
        BadInput(String message) {
            super(message);
        }
    }
}
