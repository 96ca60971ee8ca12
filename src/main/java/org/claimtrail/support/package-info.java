/** Support: small types without domain words that several modules use. */
@NullMarked
package org.claimtrail.support;

import org.jspecify.annotations.NullMarked;
