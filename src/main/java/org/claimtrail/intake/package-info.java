/** Intake: brings in an article's original, by paste, file or web address, and cuts its readable text out of it. */
@ApplicationModule(allowedDependencies = "support")
@NullMarked
package org.claimtrail.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
