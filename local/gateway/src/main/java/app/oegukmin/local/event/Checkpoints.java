package app.oegukmin.local.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far one mapping has read its stream, in a file that a killed process leaves whole: what was
 * not written there is read again.
 */
public final class Checkpoints {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Map<String, String> positions;

  /** The positions in a file, none when it does not exist yet. */
  public Checkpoints(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      positions =
          Files.exists(file)
              ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
              : new TreeMap<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Checkpoint of(String shard) {
    return new Checkpoint(shard, this);
  }

  synchronized Optional<String> get(String shard) {
    return Optional.ofNullable(positions.get(shard));
  }

  synchronized void put(String shard, String position) {
    if (!position.equals(positions.put(shard, position))) {
      write();
    }
  }

  synchronized void remove(String shard) {
    if (positions.remove(shard) != null) {
      write();
    }
  }

  /** Forgets the shards that the stream no longer has. */
  synchronized void keep(Set<String> shards) {
    if (positions.keySet().retainAll(shards)) {
      write();
    }
  }

  private void write() {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      JSON.writeValue(next.toFile(), positions);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
