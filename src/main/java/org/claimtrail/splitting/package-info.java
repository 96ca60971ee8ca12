/** Cuts an article into sentences and proposes the claims in them; plain Java and OpenNLP, no framework. */
@NullMarked
package org.claimtrail.splitting;

import org.jspecify.annotations.NullMarked;
