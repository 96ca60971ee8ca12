package org.claimtrail.history;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Recomputes the chains of all claims of a database, without the program around it. */
public final class ChainCheck {

    private ChainCheck() {}

    /**
     * What a look at all chains found.
     *
     * @param chains how many there are
     * @param revisions how many rows they have
     * @param broken for each chain that does not fit, the first row that does not; empty where all are whole
     */
    public record Result(long chains, long revisions, List<Broken> broken) {}

    /** A chain and the number of its first row that does not fit. */
    public record Broken(long claimId, int number) {}

    /** Looks at all chains as they stand in one snapshot of the database. */
    public static Result of(Connection connection) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        JdbcTemplate template = new JdbcTemplate(source);
        RevisionRepository revisions = new RevisionRepository(
                template, JdbcClient.create(template), JsonMapper.builder().build());
        List<Broken> broken = new ArrayList<>();
        long rows = 0;
        List<Long> claims = template.queryForList(
                "select claim_id from chain_head union select claim_id from revision order by 1", Long.class);
        for (Long claim : claims) {
            Optional<RevisionRepository.Head> head = revisions.head(claim);
            List<Revision> chain = revisions.upTo(claim, Integer.MAX_VALUE);
            rows += chain.size();
            Optional<Integer> first = head.isPresent()
                    ? HashChain.firstBroken(
                            chain, head.get().number(), head.get().hash())
                    : Optional.of(chain.size() + 1);
            first.ifPresent(number -> broken.add(new Broken(claim, number)));
        }
        return new Result(claims.size(), rows, broken);
    }
}
