/** Measures what the splitter finds against texts with known answers. */
@ApplicationModule(allowedDependencies = {"splitting", "support"})
@NullMarked
package org.claimtrail.measuring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
