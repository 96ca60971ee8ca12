package org.claimtrail.support;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day on which something can have been published: in the years 1000 to 9999. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleDate.Check.class)
public @interface PlausibleDate {

    String message() default "{support.date}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    final class Check implements ConstraintValidator<PlausibleDate, LocalDate> {

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            return date == null || plausible(date);
        }

        /** @return null where the text, as a date field sends it, is no such day */
        public static @Nullable LocalDate parse(String text) {
            try {
                LocalDate day = LocalDate.parse(text);
                return plausible(day) ? day : null;
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        private static boolean plausible(LocalDate date) {
            return date.getYear() >= 1000 && date.getYear() <= 9999;
        }
    }
}
