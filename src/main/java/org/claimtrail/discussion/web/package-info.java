/** The page of a claim's discussion, and the forms of comments. */
@NullMarked
package org.claimtrail.discussion.web;

import org.jspecify.annotations.NullMarked;
