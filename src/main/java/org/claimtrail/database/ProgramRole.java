package org.claimtrail.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The role that the program connects to its database as. */
@Component
public class ProgramRole {

    private static final Logger log = LoggerFactory.getLogger(ProgramRole.class);

    private final JdbcClient jdbc;

    ProgramRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it could change the history, by switching a trigger off or by a right it should not have. */
    public boolean mayChangeHistory() {
        return jdbc.sql("""
                        select exists (
                            select 1 from pg_trigger t
                                 join pg_proc p on p.oid = t.tgfoid
                                 join pg_class c on c.oid = t.tgrelid
                            where p.proname = 'refuse_change' and not t.tgisinternal
                              and c.relnamespace = current_schema()::regnamespace
                              and (pg_has_role(c.relowner, 'member')
                                   or has_table_privilege(c.oid, 'truncate, trigger')
                                   or (t.tgtype & 8 <> 0 and has_table_privilege(c.oid, 'delete'))
                                   or (t.tgtype & 16 <> 0 and t.tgqual is null and t.tgattr::text = ''
                                       and has_table_privilege(c.oid, 'update'))))
                        """).query(Boolean.class).single();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (mayChangeHistory()) {
            log.warn(
                    "The program connects to its database as a role that could change the history. Give it a role of its"
                            + " own, as docs/operations.md says.");
        }
    }
}
