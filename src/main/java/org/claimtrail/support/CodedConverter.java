package org.claimtrail.support;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Stores a {@link Coded} enum as its code. Each enum has a subclass that names it. */
public abstract class CodedConverter<E extends Enum<E> & Coded>
        implements AttributeConverter<@Nullable E, @Nullable String> {

    private final Class<E> type;

    protected CodedConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E constant) {
        return constant == null ? null : constant.code();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(type, code);
    }
}
