package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.run.sample.SampleCommunity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run does once its API is ready, so that nobody waits for it. */
final class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final FunctionHost functions;
  private final List<String> names;
  private final Crawl crawl;
  private final List<String> boards;
  private final Optional<SampleCommunity> community;
  private final LocalFolder folder;
  private final Progress progress;

  /**
   * Work that has not begun.
   *
   * @param names the functions to load, in this order
   * @param boards those of the first crawl, empty for all
   * @param community what the campus comes with, empty for the real one
   */
  Background(
      FunctionHost functions,
      List<String> names,
      Crawl crawl,
      List<String> boards,
      Optional<SampleCommunity> community,
      LocalFolder folder,
      Progress progress) {
    this.functions = functions;
    this.names = names;
    this.crawl = crawl;
    this.boards = boards;
    this.community = community;
    this.folder = folder;
    this.progress = progress;
  }

  /** Loads the functions; crawls and lets the members write when the data is new. */
  void start() {
    Thread.ofVirtual().name("background").start(this::run);
  }

  private void run() {
    try {
      write();
      if (!Files.exists(folder.crawled())) {
        progress.say("First crawl …");
        if (crawl.run(boards, progress::status, progress::say)) {
          Files.createFile(folder.crawled());
        }
      }
      names.forEach(this::load);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Stopped", e);
    }
  }

  private void write() throws IOException {
    if (community.isEmpty() || Files.exists(folder.written())) {
      return;
    }
    try {
      progress.say("Members have written " + community.get().write() + " posts.");
      Files.createFile(folder.written());
    } catch (IllegalStateException e) {
      LOG.warn("Not all posts are written", e);
      progress.say("Not all posts of the sample campus are written: see gateway.log.");
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
