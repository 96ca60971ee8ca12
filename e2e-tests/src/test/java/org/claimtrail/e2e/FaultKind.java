package org.claimtrail.e2e;

/** What may befall a desk at work. */
enum FaultKind {
    APPLICATION_KILLED("application killed"),
    SERVER_KILLED("PostgreSQL killed"),
    DISK_FULL("disk full"),
    SERVER_PAUSED("PostgreSQL paused"),
    CONNECTIONS_CUT("connections cut"),
    BACKEND_KILLED("a backend killed");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
