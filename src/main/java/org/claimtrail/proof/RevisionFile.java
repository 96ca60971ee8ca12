package org.claimtrail.proof;

import java.util.List;

/**
 * The columns of {@code revisions.csv} and {@code checkpoints.csv}. The first holds rows of two kinds: revisions in the order
 * of the log, and after the last revision that a checkpoint covers, that checkpoint.
 */
public final class RevisionFile {

    public static final String REVISION = "revision";
    public static final String CHECKPOINT = "checkpoint";
    /** The names of the two files, which are those of the entries of {@code history.zip}. */
    public static final String REVISIONS_CSV = "revisions.csv";

    public static final String CHECKPOINTS_CSV = "checkpoints.csv";

    /**
     * The texts {@code actor_name} and {@code reason} stand in the file as JSON, so that none begins as a formula does and
     * none loses a character.
     */
    public static final List<String> COLUMNS = List.of(
            "schema_version",
            "kind",
            "position",
            "claim_id",
            "number",
            "at",
            "actor_id",
            "actor_name",
            "action",
            "reason",
            "before",
            "after",
            "seal",
            "salt",
            "name_erased",
            "withheld",
            "size",
            "root",
            "outside",
            "previous_hash",
            "hash",
            "row_sha256");

    public static final List<String> CHECKPOINT_COLUMNS =
            List.of("schema_version", "number", "at", "size", "root", "outside", "previous_hash", "hash", "row_sha256");

    private RevisionFile() {}
}
