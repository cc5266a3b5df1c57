package app.oegukmin.shared.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method whose response to a GET may be kept and revalidated by its {@code ETag}.
 * The response must not depend on the caller.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cached {

  /** How long it may be used without revalidation. */
  int seconds();

  /** Whether shared caches may keep it, too. Then it carries no RateLimit headers. */
  boolean shared() default true;
}
