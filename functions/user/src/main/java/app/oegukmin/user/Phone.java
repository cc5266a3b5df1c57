package app.oegukmin.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A phone number with or without dashes (D-A10). Null passes. */
@Constraint(validatedBy = {})
@Pattern(regexp = PhoneNumber.EITHER)
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Phone {

  /** What the caller is told. */
  String message() default "must be like 010-1234-5678 or 01012345678";

  /** Unused, demanded by bean validation. */
  Class<?>[] groups() default {};

  /** Unused, demanded by bean validation. */
  Class<? extends Payload>[] payload() default {};
}
