package org.claimtrail.claim;

import org.claimtrail.splitting.ClaimSplitter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    @Bean
    ClaimSplitter claimSplitter() {
        return ClaimSplitter.standard();
    }
}
