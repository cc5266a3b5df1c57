package app.oegukmin.shared.valkey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A Lua script that ElastiCache Serverless accepts (aws §0 #4): at least one key, all keys in one
 * slot, no TIME. It is sent by its digest, and in full only to a server that does not know it.
 */
public record Script(String text, String digest) {

  /** A script of a text. */
  public static Script of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Script(text, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-1 is required of every JRE", e);
    }
  }

  /** The script in a resource beside a class. */
  public static Script resource(Class<?> owner, String name) {
    try (InputStream resource = owner.getResourceAsStream(name)) {
      return of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script with its keys, of which there must be one, and its arguments. */
  public Invocation on(List<String> keys, List<String> arguments) {
    return new Invocation(this, keys, arguments);
  }

  /** A script, what it is about, and its arguments. */
  public record Invocation(Script script, List<String> keys, List<String> arguments) {

    /** Refuses a script without keys, which only a local server would run. */
    public Invocation {
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("A script needs a key");
      }
    }

    Response<Object> queue(AbstractPipeline pipeline) {
      return pipeline.evalsha(script.digest(), keys, arguments);
    }

    /** The result of a queued script; sends it in full if the server did not know it. */
    Object answer(Response<Object> response, Jedis connection) {
      try {
        return response.get();
      } catch (JedisNoScriptException e) {
        return connection.eval(script.text(), keys, arguments);
      }
    }
  }
}
