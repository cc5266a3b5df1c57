package org.example.library;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A third party's class that counts in a static, so that copies can be told apart. */
public final class Counter implements IntSupplier {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public int getAsInt() {
    return COUNT.incrementAndGet();
  }
}
