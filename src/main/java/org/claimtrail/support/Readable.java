package org.claimtrail.support;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text of which {@link Texts#orNull} leaves something. {@code @NotBlank} knows no white space beyond U+0020 and would pass
 * what is then kept as nothing.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Readable.Check.class)
public @interface Readable {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    final class Check implements ConstraintValidator<Readable, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return Texts.orNull(text) != null;
        }
    }
}
