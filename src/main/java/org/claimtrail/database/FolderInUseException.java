package org.claimtrail.database;

import java.io.Serial;
import java.nio.file.Path;

/** Another running Claimtrail has the data folder. */
class FolderInUseException extends DatabaseStartException {

    @Serial
    private static final long serialVersionUID = 1;

    FolderInUseException(Path folder) {
        super(
                "Another Claimtrail is running on the data folder %s.".formatted(folder),
                "Stop it first, or name another folder in claimtrail.data-dir.");
    }
}
