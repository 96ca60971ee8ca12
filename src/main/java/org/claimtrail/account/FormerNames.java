package org.claimtrail.account;

import java.util.regex.Pattern;

/** What people are called who were erased, as the database's function {@code former_name} says it. */
public final class FormerNames {

    private static final Pattern FORM = Pattern.compile("(?i)Former reviewer [1-9][0-9]*");

    private FormerNames() {}

    /** Whether it is such a name. */
    public static boolean isOne(String name) {
        return FORM.matcher(name.strip()).matches();
    }
}
