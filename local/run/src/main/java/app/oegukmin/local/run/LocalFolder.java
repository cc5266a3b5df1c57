package app.oegukmin.local.run;

import java.nio.file.Path;

/** The checkout's {@code .local}: everything a run keeps. */
record LocalFolder(Path path) {

  /** The folder of a checkout, made when it does not exist; nobody else may look into it. */
  static LocalFolder of(Path root) {
    return new LocalFolder(PrivateFile.directory(root.resolve(".local")));
  }

  Path data() {
    return path.resolve("data");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path secrets() {
    return path.resolve("secrets");
  }

  /** Where functions keep what is theirs alone, such as their copies of the search's index. */
  Path temporary() {
    return path.resolve("tmp");
  }

  Path checkpoints() {
    return data().resolve("checkpoints");
  }

  /** Exists while the gateway is ready; a shell can source it. */
  Path env() {
    return path.resolve("env");
  }

  /** The processes of the last run, in case it was killed. */
  Path processes() {
    return path.resolve("processes");
  }

  /** Held by the run that goes on in this checkout. */
  Path lock() {
    return path.resolve("lock");
  }

  /** There once the members of the sample campus have written their posts. */
  Path written() {
    return data().resolve("written");
  }

  /** There once the first crawl has begun. */
  Path crawled() {
    return data().resolve("crawled");
  }
}
