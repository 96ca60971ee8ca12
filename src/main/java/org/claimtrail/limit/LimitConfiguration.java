package org.claimtrail.limit;

import java.time.Duration;
import org.claimtrail.notification.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    @Bean
    PeriodicJob sweepLimits(Limits limits) {
        return new PeriodicJob("sweep_limits", Duration.ofMinutes(30), limits::sweep);
    }
}
