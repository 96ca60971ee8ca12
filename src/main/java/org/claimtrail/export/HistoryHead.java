package org.claimtrail.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The state of the desk that an export was read at, as one hash: SHA-256 over a line with the desk's name and one with its
 * address, then a line {@code claim:number:hash} for each claim's chain, by claim, then a line {@code article:version} for
 * each article, by article. Whatever an export shows
 * comes from these or from rows that never change.
 */
@Component
class HistoryHead {

    private static final int FETCH = 2_000;

    private final JdbcTemplate jdbc;

    HistoryHead(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH);
    }

    /**
     * A head.
     *
     * @param hash 64 hexadecimal digits
     * @param asOf the instant of the newest revision; empty where there is none
     */
    record Head(String hash, String asOf) {}

    /**
     * Reads the head in the caller's transaction, so that it belongs to the same snapshot as what is read next.
     *
     * @param desk the desk's name, and site its address, which stand in the rows too
     */
    Head read(String desk, String site) {
        MessageDigest digest = sha256();
        digest.update((desk + "\n" + site + "\n").getBytes(StandardCharsets.UTF_8));
        jdbc.query("select claim_id, number, encode(hash, 'hex') as hash from chain_head order by claim_id", row -> {
            String line = row.getLong("claim_id") + ":" + row.getInt("number") + ":" + row.getString("hash") + "\n";
            digest.update(line.getBytes(StandardCharsets.US_ASCII));
        });
        jdbc.query("select id, version from article order by id", row -> {
            String line = row.getLong("id") + ":" + row.getInt("version") + "\n";
            digest.update(line.getBytes(StandardCharsets.US_ASCII));
        });
        OffsetDateTime newest = jdbc.queryForObject("select max(at) from revision", OffsetDateTime.class);
        return new Head(HexFormat.of().formatHex(digest.digest()), newest == null ? "" : text(newest.toInstant()));
    }

    static String text(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.MICROS));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
