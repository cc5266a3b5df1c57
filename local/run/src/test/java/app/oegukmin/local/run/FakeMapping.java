package app.oegukmin.local.run;

import app.oegukmin.local.event.Mapping;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** A mapping that is what a test says. */
record FakeMapping(String name, LongSupplier count, Predicate<Instant> quiet) implements Mapping {

  @Override
  public long delivered() {
    return count.getAsLong();
  }

  @Override
  public boolean quietSince(Instant moment) {
    return quiet.test(moment);
  }

  @Override
  public void close() {}
}
