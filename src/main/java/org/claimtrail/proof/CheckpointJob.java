package org.claimtrail.proof;

import org.claimtrail.notification.DailyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes a checkpoint each hour in which something happened. */
@Configuration(proxyBeanMethods = false)
class CheckpointJob {

    private static final int MINUTE = 7;

    @Bean
    DailyJob takeCheckpoint(Checkpoints checkpoints) {
        return DailyJob.hourly("take_checkpoint", MINUTE, checkpoints::take);
    }
}
