package app.oegukmin.engines;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the engines that run listen. Safe for use by many threads. */
final class Endpoints {

  private final Map<Engine, Integer> ports = new EnumMap<>(Engine.class);

  /** Adds engines that are ready. */
  synchronized void add(Map<Engine, Integer> started) {
    ports.putAll(started);
  }

  synchronized boolean has(Engine engine) {
    return ports.containsKey(engine);
  }

  /**
   * The port on 127.0.0.1.
   *
   * @throws IllegalStateException when the engine was not started
   */
  synchronized int port(Engine engine) {
    return Optional.ofNullable(ports.get(engine))
        .orElseThrow(() -> new IllegalStateException(engine + " was not started"));
  }

  /** The address of an engine that speaks HTTP; throws as {@link #port} does. */
  URI of(Engine engine) {
    return URI.create("http://127.0.0.1:" + port(engine));
  }

  /** The system properties by which AWS clients find these engines and the local account. */
  synchronized Map<String, String> sdkProperties() {
    var properties = new HashMap<String, String>();
    properties.put("aws.accessKeyId", LocalAccount.ACCESS_KEY_ID);
    properties.put("aws.secretAccessKey", LocalAccount.SECRET_ACCESS_KEY);
    properties.put("aws.region", LocalAccount.REGION);
    for (var engine : ports.keySet()) {
      engine.sdkProperties().forEach(name -> properties.put(name, of(engine).toString()));
    }
    return properties;
  }
}
