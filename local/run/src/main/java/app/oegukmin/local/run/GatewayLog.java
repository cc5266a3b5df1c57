package app.oegukmin.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;
import org.slf4j.jul.JULServiceProvider;

/** What the gateway and its libraries have to say goes to a file; the terminal is for people. */
final class GatewayLog {

  private static final String FORMAT = "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

  private GatewayLog() {}

  /** Takes what is logged, and says nothing yet: the file may belong to another run. */
  static void silence() {
    System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    LogManager.getLogManager().reset();
    choose();
  }

  /**
   * Binds SLF4J to java.util.logging: the class path has the functions' log too. Only here, because
   * the SLF4J of each function reads the same property.
   */
  private static void choose() {
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, JULServiceProvider.class.getName());
    LoggerFactory.getILoggerFactory();
    System.clearProperty(LoggerFactory.PROVIDER_PROPERTY_KEY);
  }

  /** Adds to a file from now on. */
  static void to(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileHandler handler = new FileHandler(file.toString(), true);
    handler.setFormatter(new SimpleFormatter());
    Logger.getLogger("").addHandler(handler);
  }
}
