package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Legacy mode pays for no class of Firebase: it runs where there is none. */
@Tag("process")
class LegacyClassesTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable", "NonceTable");

  @Test
  void legacyNeedsNoFirebase() throws Exception {
    JsonNode answer = signIn(STACK.environment("UserFunction"));
    assertThat(Json.MAPPER.readTree(answer.path("body").asText()).path("code").asText())
        .as("past every check, to an account that is not there")
        .isEqualTo("C003");
  }

  @Test
  void strictDoes() {
    Map<String, String> strict = new HashMap<>(STACK.environment("UserFunction"));
    strict.put("SIGN_IN_MODE", "strict");
    strict.put("FIREBASE_PROJECT_ID", "p");
    assertThat(catchThrowable(() -> signIn(strict)))
        .hasRootCauseInstanceOf(ClassNotFoundException.class);
  }

  private static byte[] event() throws IOException {
    String body = "{\"uuid\":\"uid-1\",\"email\":\"one@kookmin.ac.kr\"}";
    ObjectNode event = App.event("user-signin").put("body", body).put("isBase64Encoded", false);
    event.withObject("/multiValueHeaders").putArray("HMAC").add(new App(STACK).sign(body));
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private static JsonNode signIn(Map<String, String> environment) throws Exception {
    byte[] event = event();
    ClassLoader ours = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = withoutFirebase()) {
      // Where Jersey looks for its parts.
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> type = loader.loadClass(UserHandler.class.getName());
      assertThat(type).isNotSameAs(UserHandler.class);
      Object handler = type.getConstructor(Map.class).newInstance(environment);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      Class<?> context = loader.loadClass("com.amazonaws.services.lambda.runtime.Context");
      type.getMethod("handleRequest", InputStream.class, OutputStream.class, context)
          .invoke(handler, new ByteArrayInputStream(event), answer, null);
      return Json.MAPPER.readTree(answer.toByteArray());
    } finally {
      Thread.currentThread().setContextClassLoader(ours);
    }
  }

  private static URLClassLoader withoutFirebase() throws MalformedURLException {
    List<String> path =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    URL[] urls = new URL[path.size()];
    int kept = 0;
    for (String entry : path) {
      if (!entry.matches(".*(firebase-admin|google-|opencensus|guava|grpc|api-common).*")) {
        urls[kept++] = Path.of(entry).toUri().toURL();
      }
    }
    assertThat(kept).isLessThan(path.size());
    return new URLClassLoader(Arrays.copyOf(urls, kept), ClassLoader.getPlatformClassLoader());
  }
}
