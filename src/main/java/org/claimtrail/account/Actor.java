package org.claimtrail.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the history and the audit log name them.
 *
 * @param id the account; null for the program itself and for visitors
 */
public record Actor(@Nullable Long id, String name, boolean admin) implements Serializable {

    /** The program, where it acts on its own: it proposes claims and imports the sample article. */
    public static final Actor CLAIMTRAIL = new Actor(null, "Claimtrail", false);

    /** Somebody without an account. */
    public static final Actor VISITOR = new Actor(null, "Visitor", false);

    /**
     * The account's number, where only people act.
     *
     * @throws IllegalStateException for the program and for visitors
     */
    public long accountId() {
        if (id == null) {
            throw new IllegalStateException(name + " has no account");
        }
        return id;
    }

    public boolean is(@Nullable Long accountId) {
        return id != null && id.equals(accountId);
    }
}
