/** What pages of figures share: the days they are asked for, and plots that are drawn on the server as SVG. */
@NullMarked
@ApplicationModule(allowedDependencies = "support")
package org.claimtrail.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
