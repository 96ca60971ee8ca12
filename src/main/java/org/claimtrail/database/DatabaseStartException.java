package org.claimtrail.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot start; the message is one sentence for whoever starts the program. */
class DatabaseStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    DatabaseStartException(String message, String remedy) {
        this(message, remedy, null);
    }

    DatabaseStartException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do about it, one sentence. */
    String remedy() {
        return remedy;
    }
}
