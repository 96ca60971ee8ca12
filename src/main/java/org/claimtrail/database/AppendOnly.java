package org.claimtrail.database;

/** The tables whose rows are never changed nor removed; their triggers tell which they are. */
final class AppendOnly {

    /** The function that refuses a change, whichever table calls it. */
    static final String REFUSAL = "refuse_change";

    /** A query for the object numbers of these tables. */
    static final String TABLES = """
            select t.tgrelid from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where p.proname = '%s' and not t.tgisinternal and (t.tgtype & 8) <> 0
            """.formatted(REFUSAL);

    private AppendOnly() {}
}
