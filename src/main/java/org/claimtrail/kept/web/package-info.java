/** Requests by which pages keep what is typed and ask for it. */
@NullMarked
package org.claimtrail.kept.web;

import org.jspecify.annotations.NullMarked;
