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

/** Text that PostgreSQL can keep as it is: no NUL, no half of a surrogate pair; and not longer than {@link #max}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Storable.Check.class)
public @interface Storable {

    /** The greatest number of Unicode code points. */
    int max();

    String message() default "{support.not-storable}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    final class Check implements ConstraintValidator<Storable, CharSequence> {

        private int max;

        @Override
        public void initialize(Storable annotation) {
            max = annotation.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (Texts.unstorable(text)) {
                return false;
            }
            int length = Character.codePointCount(text, 0, text.length());
            if (length <= max) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{support.too-long}").addConstraintViolation();
            return false;
        }
    }
}
