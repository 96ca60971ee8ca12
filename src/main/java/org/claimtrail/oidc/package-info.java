/** Who somebody is, as a provider of OpenID Connect says. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support"})
package org.claimtrail.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
