package org.claimtrail.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Gives the program's role what it needs of each table, after every migration by the owner: rows of all tables may be
 * read and added; changed and removed only where no trigger refuses it; and functions that work as the owner called. It
 * owns nothing, so it can neither drop a table nor switch a trigger off.
 */
@Component
final class ProgramRights extends BaseCallback {

    private static final String GRANT = """
            do $$
            declare
                program text := current_setting('claimtrail.program');
                right_ record;
            begin
                perform pg_advisory_xact_lock(hashtext('claimtrail rights of the program'));
                if not has_schema_privilege(program, current_schema(), 'usage') then
                    execute format('grant usage on schema %I to %I', current_schema(), program);
                end if;
                for right_ in
                    with relation as (
                        select c.oid, c.oid::regclass::text as name, c.relkind = 'S' as counts,
                               c.relname = 'flyway_schema_history' or c.relkind in ('v', 'm') as read_only,
                               coalesce(bit_or(t.tgtype) filter (where p.proname = 'refuse_change'
                                   and t.tgqual is null and t.tgattr::text = ''), 0::int2) as refused
                        from pg_class c
                             left join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
                             left join pg_proc p on p.oid = t.tgfoid
                        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                              and pg_has_role(c.relowner, 'usage')
                        group by c.oid),
                    wanted as (
                        select r.oid, r.name, u.action,
                               case u.action when 'select' then true
                                             when 'insert' then not r.read_only
                                             when 'update' then not r.read_only and r.refused & 16 = 0
                                             when 'delete' then not r.read_only and r.refused & 8 = 0
                                             else false end as granted
                        from relation r
                             cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate'),
                                                ('references'), ('trigger')) u (action)
                        where not r.counts
                        union all
                        select r.oid, 'sequence ' || r.name, 'usage', true from relation r where r.counts)
                    select w.* from wanted w
                    where w.granted <> case when w.action = 'usage' then has_sequence_privilege(program, w.oid, 'usage')
                                            else has_table_privilege(program, w.oid, w.action) end
                loop
                    execute format(case when right_.granted then 'grant %s on %s to %I' else 'revoke %s on %s from %I' end,
                                   right_.action, right_.name, program);
                end loop;
                -- What works with the owner's rights is for the program, and for nobody else.
                for right_ in
                    select p.oid::regprocedure::text as name from pg_proc p
                    where p.pronamespace = current_schema()::regnamespace and p.prosecdef
                          and pg_has_role(p.proowner, 'usage') and not has_function_privilege(program, p.oid, 'execute')
                loop
                    execute format('grant execute on function %s to %I', right_.name, program);
                end loop;
            end
            $$""";

    private final DataSource program;

    /** @param program whose role the program connects as */
    ProgramRights(DataSource program) {
        this.program = program;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Connection connection = program.getConnection()) {
            grant(context.getConnection(), connection.getMetaData().getUserName());
        } catch (SQLException e) {
            throw new FlywayException("The program's role could not be given its rights: " + e.getMessage(), e);
        }
    }

    /** @param owner a connection of the role that owns the tables; where that is the program's too, nothing is done */
    static void grant(Connection owner, String program) throws SQLException {
        if (owner.getMetaData().getUserName().equals(program)) {
            return;
        }
        try (PreparedStatement name = owner.prepareStatement("select set_config('claimtrail.program', ?, false)")) {
            name.setString(1, program);
            name.execute();
        }
        try (Statement grant = owner.createStatement()) {
            grant.execute(GRANT);
        }
    }
}
