package org.claimtrail.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a claim at one moment, as text under names such as {@code wording} or {@code evidence.12.stance}. A
 * name that is absent has no value. Immutable.
 */
public record Facts(SortedMap<String, String> values) {

    public static final Facts NONE = new Facts(new TreeMap<>());

    public Facts {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Builder builder() {
        return new Builder();
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** These facts and the others; a name may stand in one of them only. */
    public Facts and(Facts others) {
        TreeMap<String, String> all = new TreeMap<>(values);
        all.putAll(others.values);
        return new Facts(all);
    }

    /** Those of these facts that the others lack or give another value. */
    Facts without(Facts others) {
        TreeMap<String, String> rest = new TreeMap<>(values);
        rest.entrySet().removeIf(fact -> fact.getValue().equals(others.values.get(fact.getKey())));
        return new Facts(rest);
    }

    /** Gathers facts; empty texts, nulls and false count as no value. */
    public static final class Builder {

        private final TreeMap<String, String> values = new TreeMap<>();

        public Builder with(String name, @Nullable String text) {
            if (text != null && !text.isEmpty()) {
                values.put(name, text);
            }
            return this;
        }

        public Builder with(String name, @Nullable Coded code) {
            return with(name, code == null ? null : code.code());
        }

        public Builder with(String name, boolean flag) {
            return with(name, flag ? "true" : null);
        }

        public Builder with(String name, @Nullable Instant instant) {
            return with(name, instant == null ? null : instant.toString());
        }

        public Builder with(String name, @Nullable LocalDate date) {
            return with(name, date == null ? null : date.toString());
        }

        public Facts build() {
            return new Facts(values);
        }
    }
}
