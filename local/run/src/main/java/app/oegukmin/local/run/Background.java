package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run does once its API is ready, so that nobody waits for it. */
final class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final FunctionHost functions;
  private final List<String> names;
  private final Crawl crawl;
  private final Path crawled;
  private final Progress progress;

  /**
   * Work that has not begun.
   *
   * @param names the functions to load, in this order
   * @param crawled the file that says that this data was crawled for
   */
  Background(
      FunctionHost functions, List<String> names, Crawl crawl, Path crawled, Progress progress) {
    this.functions = functions;
    this.names = names;
    this.crawl = crawl;
    this.crawled = crawled;
    this.progress = progress;
  }

  /** Loads the functions, and crawls when the data is new. */
  void start() {
    Thread.ofVirtual().name("background").start(this::run);
  }

  private void run() {
    try {
      if (!Files.exists(crawled)) {
        progress.say("First crawl …");
        if (crawl.run(List.of(), progress::status, progress::say)) {
          Files.createFile(crawled);
        }
      }
      names.forEach(this::load);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Stopped", e);
    }
  }

  private void load(String name) {
    try {
      functions.prime(name);
    } catch (FunctionError e) {
      LOG.warn("{} does not load: {}", name, e.getMessage());
      progress.say(name + " does not load: see its log.");
    }
  }
}
