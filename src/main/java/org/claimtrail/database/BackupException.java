package org.claimtrail.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A backup cannot be made or restored; the message is one sentence for whoever asked for it. */
public class BackupException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean asked;

    private BackupException(String message, boolean asked, @Nullable Throwable cause) {
        super(message, cause);
        this.asked = asked;
    }

    /** It went wrong underway. */
    public static BackupException failed(String message) {
        return new BackupException(message, false, null);
    }

    static BackupException failed(String message, Throwable cause) {
        return new BackupException(message, false, cause);
    }

    /** What was asked for cannot be done, and nothing was begun. */
    public static BackupException refused(String message) {
        return new BackupException(message, true, null);
    }

    /** Whether the fault lies in what was asked for. */
    public boolean isRefusal() {
        return asked;
    }
}
