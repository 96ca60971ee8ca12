package org.claimtrail.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs jobs while the application runs. */
class JobRunner implements SmartLifecycle {

    private final Supplier<Scheduler> schedulers;
    private @Nullable Scheduler running;

    JobRunner(Supplier<Scheduler> schedulers) {
        this.schedulers = schedulers;
    }

    @Override
    public synchronized void start() {
        Scheduler scheduler = schedulers.get();
        scheduler.start();
        running = scheduler;
    }

    @Override
    public synchronized void stop() {
        Scheduler scheduler = running;
        running = null;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
