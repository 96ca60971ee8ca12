package org.claimtrail.site;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** HTTP that closes connections on which the head of a request takes too long, which Tomcat's own time-out does not. */
public class PatientProtocol extends Http11NioProtocol {

    private static final long NOT_BEGUN = -1;

    private Duration longestHead = Duration.ofSeconds(15);
    private @Nullable ScheduledFuture<?> watch;

    void setLongestHead(Duration longest) {
        this.longestHead = longest;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::closeSlow, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        ScheduledFuture<?> watching = watch;
        if (watching != null) {
            watching.cancel(false);
        }
        super.stop();
    }

    private void closeSlow() {
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (connection.getCurrentProcessor() instanceof Processor processor && slow(processor)) {
                connection.close();
            }
        }
    }

    /**
     * A connection has a processor while no thread works on it only where the head of a request is not whole yet, or an
     * answer is written asynchronously.
     */
    private boolean slow(Processor processor) {
        Request request = processor.getRequest();
        if (request == null || processor.isAsync() || processor.isUpgrade()) {
            return false;
        }
        long start = request.getStartTimeNanos();
        return start != NOT_BEGUN && System.nanoTime() - start > longestHead.toNanos();
    }
}
