/** Makes the splitter's weights from labelled sentences. */
@ApplicationModule(allowedDependencies = {"splitting", "support"})
@NullMarked
package org.claimtrail.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
