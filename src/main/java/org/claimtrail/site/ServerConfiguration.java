package org.claimtrail.site;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server does about those who send slowly. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlowClientSettings.class)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(SlowClientSettings settings) {
        return factory -> {
            factory.setProtocol(PatientProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PatientProtocol protocol) {
                    protocol.setLongestHead(settings.head());
                }
            });
            factory.addEngineValves(new SlowBodies(settings));
        };
    }
}
