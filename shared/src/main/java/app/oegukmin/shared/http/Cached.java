package app.oegukmin.shared.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that what a resource method answers to a GET may be kept, and asked for again with its
 * {@code ETag}. The answer must not depend on the caller.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cached {

  /** For how long it is good without asking. */
  int seconds();

  /** Whether a cache that serves many may keep it, too; then it must not tell of limits. */
  boolean shared() default true;
}
