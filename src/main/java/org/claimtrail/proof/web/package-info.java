@NullMarked
package org.claimtrail.proof.web;

import org.jspecify.annotations.NullMarked;
