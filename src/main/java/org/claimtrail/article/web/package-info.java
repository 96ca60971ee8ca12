/** Pages to import an article, list articles and edit what is known of one. */
@NullMarked
package org.claimtrail.article.web;

import org.jspecify.annotations.NullMarked;
