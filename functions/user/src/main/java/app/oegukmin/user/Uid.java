package app.oegukmin.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Firebase uid. Firebase makes them of 28 letters and digits, and lets a backend choose up to 128
 * of any characters; here they are parts of keys, paths and log lines, so only characters without a
 * meaning there are accepted.
 */
@Constraint(validatedBy = {})
@NotNull
@Pattern(regexp = "[A-Za-z0-9._:|@-]{1,128}")
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Uid {

  /** What the caller is told. */
  String message() default "must be 1 to 128 of the characters A-Z a-z 0-9 . _ : | @ -";

  /** Unused, demanded by bean validation. */
  Class<?>[] groups() default {};

  /** Unused, demanded by bean validation. */
  Class<? extends Payload>[] payload() default {};
}
