package org.claimtrail.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a query, read as they are asked for, with a look at the next one. */
final class Rows<T> implements AutoCloseable {

    private static final int FETCH = 1_000;

    private final PreparedStatement statement;
    private final ResultSet result;
    private final Reader<T> reader;
    private @Nullable T next;

    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Rows(Connection connection, String sql, Reader<T> reader) throws SQLException {
        this.statement = connection.prepareStatement(sql);
        this.reader = reader;
        statement.setFetchSize(FETCH);
        this.result = statement.executeQuery();
        advance();
    }

    @Nullable
    T peek() {
        return next;
    }

    /** The row that peek shows; goes on to the next. */
    T take() throws SQLException {
        T taken = next;
        if (taken == null) {
            throw new IllegalStateException("no more rows");
        }
        advance();
        return taken;
    }

    private void advance() throws SQLException {
        next = result.next() ? reader.read(result) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
