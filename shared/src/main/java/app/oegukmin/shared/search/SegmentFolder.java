package app.oegukmin.shared.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of the index's files on this machine. Each content is fetched once and lies once on the
 * disk, however many commits have it: the folder of a commit holds links.
 *
 * <pre>
 *   contents/&lt;hash&gt;      commits/&lt;name&gt;/_3.cfs
 * </pre>
 */
final class SegmentFolder {

  private final Path contents;
  private final Path commits;
  private final SegmentBucket bucket;

  SegmentFolder(Path folder, SegmentBucket bucket) throws IOException {
    this.contents = Files.createDirectories(folder.resolve("contents"));
    this.commits = Files.createDirectories(folder.resolve("commits"));
    this.bucket = bucket;
  }

  /**
   * A folder with the files of a commit, made anew.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when a file cannot be fetched; there
   *     is no folder then
   */
  Path open(String name, Commit commit) throws IOException {
    for (String object : commit.files().values()) {
      Path content = content(object);
      if (!Files.exists(content)) {
        bucket.fetch(object, content);
      }
    }
    Path folder = commits.resolve(name);
    delete(folder);
    Files.createDirectory(folder);
    for (Map.Entry<String, String> file : commit.files().entrySet()) {
      Files.createLink(folder.resolve(file.getKey()), content(file.getValue()));
    }
    return folder;
  }

  /** Removes the folders of other commits than these, and the contents that no commit here has. */
  void keep(Map<String, Commit> open) throws IOException {
    for (Path folder : children(commits)) {
      if (!open.containsKey(folder.getFileName().toString())) {
        delete(folder);
      }
    }
    Set<Path> needed = new HashSet<>();
    open.values().forEach(commit -> commit.files().values().forEach(o -> needed.add(content(o))));
    for (Path content : children(contents)) {
      if (!needed.contains(content)) {
        Files.delete(content);
      }
    }
  }

  private Path content(String object) {
    return contents.resolve(object.substring(object.lastIndexOf('/') + 1));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : children(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
