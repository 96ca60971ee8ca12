package org.claimtrail.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How the program itself connects to its own database. */
record ProgramConnection(String url, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return EmbeddedDatabase.PROGRAM;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ProgramConnection[" + url + "]";
    }
}
