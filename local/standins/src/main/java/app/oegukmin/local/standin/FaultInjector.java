package app.oegukmin.local.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a stand-in fail for a while. Safe for many threads. */
public final class FaultInjector {

  private static final Injection NONE = new Injection(Fault.OK, Instant.MIN);

  private final FaultProfile profile;
  private final InstantSource clock;
  private volatile Injection injection = NONE;

  private record Injection(Fault fault, Instant end) {}

  /** An injector without a fault. */
  public FaultInjector(FaultProfile profile, InstantSource clock) {
    this.profile = profile;
    this.clock = clock;
  }

  /** Replaces the fault that there is; the new one ends by itself. */
  void inject(Fault fault, Duration time) {
    injection = new Injection(fault, clock.instant().plus(time));
  }

  /** Whether a model is to obey whatever it reads. */
  public boolean obeys() {
    return fault() == Fault.OBEY;
  }

  /** Whether a model is to make things up. */
  public boolean invents() {
    return fault() == Fault.INVENT;
  }

  private Fault fault() {
    Injection now = injection;
    return clock.instant().isBefore(now.end()) ? now.fault() : Fault.OK;
  }

  /** A handler that fails as long as a fault lasts, and otherwise is the given one. */
  public HttpHandler around(HttpHandler healthy) {
    return exchange -> handle(exchange, healthy);
  }

  private void handle(HttpExchange exchange, HttpHandler healthy) throws IOException {
    Duration left = Duration.between(clock.instant(), injection.end());
    switch (fault()) {
      case OK, OBEY, INVENT -> healthy.handle(exchange);
      case DOWN -> exchange.close();
      case SLOW -> delayed(exchange, healthy);
      case THROTTLED -> throttle(exchange, left);
      case MALFORMED -> profile.malformed().send(exchange);
    }
  }

  private void delayed(HttpExchange exchange, HttpHandler healthy) throws IOException {
    try {
      Thread.sleep(profile.delay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    }
    healthy.handle(exchange);
  }

  private void throttle(HttpExchange exchange, Duration left) throws IOException {
    if (profile.retryAfter()) {
      long seconds = left.plusMillis(999).toSeconds();
      exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
    }
    profile.throttled().send(exchange);
  }
}
