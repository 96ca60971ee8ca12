package org.claimtrail.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database keeps its data and listens.
 *
 * @param dataDir the folder that belongs to one running Claimtrail
 * @param database the server's own settings
 */
@ConfigurationProperties("claimtrail")
record EmbeddedDatabaseSettings(
        @DefaultValue("data") Path dataDir, @DefaultValue Database database) {

    /** @param port TCP port on 127.0.0.1; 0 takes a free one at each start */
    record Database(@DefaultValue("0") int port) {}
}
