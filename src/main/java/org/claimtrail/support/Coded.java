package org.claimtrail.support;

import java.util.Locale;

/** An enum whose constants have a code: the lower-case word that stands in SQL, addresses, message keys and exports. */
public interface Coded {

    String name();

    /** The constant's name in lower case, for example {@code in_review}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant with this code.
     *
     * @throws IllegalArgumentException where no constant has it
     */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
