package org.claimtrail.claim;

import java.io.IOException;
import java.nio.file.Path;
import org.claimtrail.splitting.ClaimSplitter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    /** @param weights what the desk trained itself, or null for the weights that come with the program */
    @Bean
    ClaimSplitter claimSplitter(@Value("${claimtrail.weights:#{null}}") @Nullable Path weights) throws IOException {
        return weights == null ? ClaimSplitter.standard() : ClaimSplitter.weighing(weights);
    }
}
