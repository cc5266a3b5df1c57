package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.example.library.Counter;

/** A function that does what its event says and returns text. */
public final class ProbeFunction implements RequestStreamHandler {

  private static final AtomicInteger CALLS = new AtomicInteger();

  private final Map<String, String> environment;
  private final AtomicInteger running = new AtomicInteger();

  public ProbeFunction(Map<String, String> environment) {
    this.environment = environment;
    if (environment.containsKey("BROKEN")) {
      throw new IllegalStateException("Missing environment variable X");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String[] event = new String(input.readAllBytes(), StandardCharsets.UTF_8).split(":", 2);
    if (running.incrementAndGet() > 1) {
      throw new IllegalStateException("two requests at once");
    }
    try {
      output.write(answer(event[0], event[1], context).getBytes(StandardCharsets.UTF_8));
    } finally {
      running.decrementAndGet();
    }
  }

  private String answer(String command, String argument, Context context) {
    return switch (command) {
      case "environment" -> String.valueOf(environment.get(argument));
      case "throw" -> throw new IllegalArgumentException(argument);
      case "error" -> throw new AssertionError(argument);
      case "hold" -> hold(Path.of(argument));
      case "instance" -> String.valueOf(System.identityHashCode(this));
      case "calls" -> String.valueOf(CALLS.incrementAndGet());
      case "answer" -> "x".repeat(Integer.parseInt(argument));
      case "loader" ->
          String.valueOf(
              Thread.currentThread().getContextClassLoader() == getClass().getClassLoader());
      case "context" ->
          String.join(
              " ",
              context.getFunctionName(),
              String.valueOf(context.getMemoryLimitInMB()),
              String.valueOf(context.getRemainingTimeInMillis()),
              context.getInvokedFunctionArn());
      case "count" -> String.valueOf(new Counter().getAsInt());
      case "services" -> String.valueOf(ServiceLoader.load(IntSupplier.class).stream().count());
      case "log" -> log(argument, context);
      default -> throw new UnsupportedOperationException(command);
    };
  }

  /** Leaves a mark in a folder and waits there for a file named go. */
  private static String hold(Path folder) {
    try {
      Files.createTempFile(folder, "held", "");
      while (!Files.exists(folder.resolve("go"))) {
        Thread.sleep(5);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "let go";
  }

  private static String log(String text, Context context) {
    context.getLogger().log("context " + text + "\n");
    LambdaRuntime.getLogger().log("runtime " + text + "\n");
    System.out.println("printed " + text);
    return "logged";
  }
}
