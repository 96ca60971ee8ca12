package org.claimtrail.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, which holds for what comes over the wire and for what it unpacks to. */
final class ResponseBody {

    private ResponseBody() {}

    static byte[] read(@Nullable HttpEntity entity, int maxBytes) throws IOException {
        InputStream raw = entity == null ? null : entity.getContent();
        if (entity == null || raw == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return readAll(unpacked(new Limited(raw, maxBytes), entity.getContentEncoding()), maxBytes);
    }

    private static InputStream unpacked(InputStream raw, @Nullable String encoding) throws IOException {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw);
            default -> throw new IntakeRefused("intake.refused.encoding", name);
        };
    }

    private static byte[] readAll(InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Limited(in, maxBytes).transferTo(out);
        return out.toByteArray();
    }

    private static IntakeRefused tooLarge(int maxBytes) {
        return new IntakeRefused("intake.refused.too-large", maxBytes >> 20);
    }

    /** Refuses to give more than so many bytes. */
    private static final class Limited extends InputStream {

        private final InputStream in;
        private final int maxBytes;
        private long given;

        Limited(InputStream in, int maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            given += more;
            if (given > maxBytes) {
                throw tooLarge(maxBytes);
            }
        }
    }
}
