package org.claimtrail.site;

import java.util.concurrent.ThreadLocalRandom;

/** Short references that stand on an error page and in the log beside it. */
final class References {

    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private References() {}

    static String next() {
        StringBuilder reference = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            reference.append(SIGNS.charAt(ThreadLocalRandom.current().nextInt(SIGNS.length())));
        }
        return reference.toString();
    }
}
