/** What several modules share and no module owns: refusals, codes, limits on text, web addresses. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.claimtrail.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
