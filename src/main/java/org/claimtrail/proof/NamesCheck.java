package org.claimtrail.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.claimtrail.history.HashChain;

/**
 * Compares the names in the history, which rows of format 2 do not seal, with the accounts, and what is marked as erased
 * with the erasures. Of each kind the first row that does not fit is found.
 */
final class NamesCheck {

    /** Sets {@code named} to the names of people in the facts of a revision r. */
    private static final String FACTS = """
            cross join lateral (select f.value as named from jsonb_each_text(r.before) f where f.key in (%1$s)
                                union all
                                select f.value from jsonb_each_text(r.after) f where f.key in (%1$s)) n
            """.formatted(quoted());

    private static final String ERASED = "(select former_name(e.number) from erasure e)";

    private static final String ROW = "select 'claim ' || r.claim_id || ', revision ' || r.number, ";

    private static final String IN_ORDER = " order by r.claim_id, r.number limit 1";

    private static final List<String> MISFITS = List.of(
            ROW + "'name of account ' || a.id, a.name, r.actor_name from revision r join account a on a.id = r.actor_id"
                    + " where a.name <> r.actor_name" + IN_ORDER,
            ROW + "'name of a reviewer', 'somebody who worked on the claim', n.named from revision r " + FACTS
                    + " where not exists (select 1 from revision q where q.claim_id = r.claim_id"
                    + " and q.actor_id is not null and q.actor_name = n.named)" + IN_ORDER,
            ROW + "'mark that a name was erased', case when r.name_erased then 'none' else 'one' end,"
                    + " case when r.name_erased then 'one' else 'none' end from revision r where r.name_erased <>"
                    + " (r.actor_name in " + ERASED + " or exists (select 1 from (select r.before, r.after) r " + FACTS
                    + " where n.named in " + ERASED + "))" + IN_ORDER,
            "select 'claim ' || v.claim_id, 'name of account ' || a.id, a.name, x.name from verdict v"
                    + " cross join lateral (values (v.first_reviewer_id, v.first_reviewer_name),"
                    + " (v.second_reviewer_id, v.second_reviewer_name)) x (id, name) join account a on a.id = x.id"
                    + " where x.name <> a.name order by v.claim_id limit 1",
            "select 'account ' || a.id, 'erasure', case when e.number is null then 'none' else former_name(e.number) end,"
                    + " a.status || ', ' || a.name from account a left join erasure e on e.account_id = a.id"
                    + " where (a.status = 'erased') <> (e.number is not null) or a.name <> former_name(e.number)"
                    + " order by a.id limit 1",
            "select 'erasure ' || d.number, 'digest', encode(c.digest, 'hex'), encode(d.digest, 'hex') from ("
                    + Outside.erasures() + ") d join checkpoint_erasure c on c.number = d.number"
                    + " where c.digest <> d.digest order by d.number limit 1");

    private final Connection connection;
    private final Findings findings;

    NamesCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String misfit : MISFITS) {
                try (ResultSet row = statement.executeQuery(misfit)) {
                    if (row.next()) {
                        findings.add(
                                new Misfit(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
            }
        }
    }

    private static String quoted() {
        return HashChain.NAMES.stream()
                .sorted()
                .reduce("", (all, name) -> all + (all.isEmpty() ? "'" : ", '") + name + "'");
    }
}
