package org.claimtrail.intake;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    ArticleReader articleReader() {
        return new ArticleReader();
    }

    @Bean
    ArticleFetcher articleFetcher(Clock clock) {
        return new ArticleFetcher(clock);
    }
}
