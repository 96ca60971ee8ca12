/** What the program does from the command line without starting the desk. */
@NullMarked
package org.claimtrail.command;

import org.jspecify.annotations.NullMarked;
