package org.claimtrail.export;

import org.claimtrail.support.Coded;

/** For whom a file is written. */
enum ExportProfile implements Coded {
    /** Every cell as it is stored. */
    DATA,

    /**
     * An apostrophe stands before a cell that a spreadsheet would take for a formula (OWASP, CSV Injection); the file
     * begins with a byte order mark.
     */
    SPREADSHEET;

    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";

    String schemaVersion() {
        return this == SPREADSHEET ? "1s" : "1";
    }

    String cell(String text) {
        boolean guarded = this == SPREADSHEET && !text.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0;
        return guarded ? "'" + text : text;
    }
}
