/** Claimtrail: the program's entry point; every sub-package is a module of its own. */
@NullMarked
package org.claimtrail;

import org.jspecify.annotations.NullMarked;
