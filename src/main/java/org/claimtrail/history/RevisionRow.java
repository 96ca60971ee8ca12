package org.claimtrail.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the table {@code revision}. */
public final class RevisionRow {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

    private RevisionRow() {}

    public static Revision read(ResultSet row, JsonMapper json) throws SQLException {
        long actor = row.getLong("actor_id");
        Long actorId = row.wasNull() ? null : actor;
        byte[] salt = row.getBytes("salt");
        return new Revision(
                row.getLong("claim_id"),
                row.getInt("number"),
                actorId,
                row.getString("actor_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("reason"),
                new Facts(json.readValue(row.getString("before"), VALUES)),
                new Facts(json.readValue(row.getString("after"), VALUES)),
                new Hash(row.getBytes("previous_hash")),
                new Seal(
                        row.getInt("seal"),
                        salt == null ? null : HexFormat.of().formatHex(salt),
                        row.getBoolean("name_erased")),
                new Hash(row.getBytes("hash")));
    }
}
