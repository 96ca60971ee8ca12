package org.claimtrail.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Breaks off requests whose body comes more slowly than anybody types or uploads. Tomcat's own time-out begins anew with
 * each byte, so a byte a second would keep a thread for hours.
 */
class SlowBodies extends ValveBase {

    private static final double NANOS = 1e9;
    private static final long LONGEST_REST = 32L << 20;

    private final SlowClientSettings settings;

    SlowBodies(SlowClientSettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer own = coyote.getInputBuffer();
        Paced paced = new Paced(own, coyote);
        coyote.setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && paced.unread()) {
                response.flushBuffer();
                paced.drain();
            }
        } finally {
            // Tomcat takes the request again for the next one of the connection.
            coyote.setInputBuffer(own);
        }
    }

    /** Reads on as long as the pace is kept, and closes the connection where it is not. */
    private final class Paced implements InputBuffer {

        private final InputBuffer own;
        private final org.apache.coyote.Request request;
        private final long start = System.nanoTime();
        private long read;
        private boolean ended;

        Paced(InputBuffer own, org.apache.coyote.Request request) {
            this.own = own;
            this.request = request;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            double late = (System.nanoTime() - start - settings.grace().toNanos()) / NANOS;
            if (late > 0 && read < late * settings.pace().toBytes()) {
                ended = true;
                SocketTimeoutException slow = new SocketTimeoutException("the body of the request comes too slowly");
                request.getResponse().action(ActionCode.CLOSE_NOW, slow);
                throw slow;
            }
            int more = own.doRead(handler);
            ended = more < 0;
            read += Math.max(0, more);
            return more;
        }

        @Override
        public int available() {
            return own.available();
        }

        /** Whether a body is left that nobody asked for. Tomcat would wait for it itself, however slowly it comes. */
        boolean unread() {
            boolean body = request.getContentLengthLong() > read || request.getHeader("Transfer-Encoding") != null;
            return body && !ended && !request.hasExpectation();
        }

        /** Reads what is left, up to what Tomcat would have read. */
        void drain() {
            try {
                while (!ended && read < LONGEST_REST) {
                    doRead(new Discarded());
                }
            } catch (IOException gone) {
                ended = true;
            }
        }
    }

    /** Takes what is read and forgets it. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The buffer is Tomcat's own.
        }
    }
}
