package org.claimtrail;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@Tag("any-database")
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyMayUse() {
        ApplicationModules.of(ClaimtrailApplication.class).verify();
    }
}
