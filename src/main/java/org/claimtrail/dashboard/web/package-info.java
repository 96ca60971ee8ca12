/** The page of the dashboard. */
@NullMarked
package org.claimtrail.dashboard.web;

import org.jspecify.annotations.NullMarked;
