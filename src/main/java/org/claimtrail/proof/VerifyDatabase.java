package org.claimtrail.proof;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * What it takes to reach the configured database, and no more: nothing migrates it. Named by a file in META-INF/spring, and
 * not a configuration of the web application.
 */
@ImportAutoConfiguration
class VerifyDatabase {}
