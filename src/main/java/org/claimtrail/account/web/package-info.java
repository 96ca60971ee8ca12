/** Pages to set up the desk, invite, accept, sign in and manage accounts. */
@NullMarked
package org.claimtrail.account.web;

import org.jspecify.annotations.NullMarked;
