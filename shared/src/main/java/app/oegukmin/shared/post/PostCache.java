package app.oegukmin.shared.post;

import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lists of posts and posts in full in Valkey, as every viewer sees them. Without Valkey all is read
 * from the tables. Not safe for use by many threads, because the connection is not.
 */
public final class PostCache<R, P> {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  // An index may lag behind the generation; what was read then is gone soon.
  private static final Duration INDEXED = Duration.ofSeconds(10);

  /** A slice as JSON has it. */
  private record Entry<R>(List<R> rows, Long next) {

    static <R> Entry<R> of(PostSlice<R> slice) {
      return new Entry<>(slice.rows(), slice.next().orElse(null));
    }

    PostSlice<R> slice() {
      return new PostSlice<>(rows, Optional.ofNullable(next), true);
    }
  }

  /** Slices as JSON; those of a cursor that somebody has made up are not kept. */
  private record Slices<R>(Codec<Entry<R>> entries) implements Codec<PostSlice<R>> {

    // In UTF-16 units. Lists of posts of ordinary length stay far below.
    private static final int LARGEST = 400_000;

    static <R> Slices<R> of(Class<R> row) {
      return new Slices<>(Codec.json(Entry.class, row, entry -> entry.rows() != null));
    }

    @Override
    public Optional<String> write(PostSlice<R> slice) {
      return slice.cursorKnown()
          ? entries.write(Entry.of(slice)).filter(text -> text.length() <= LARGEST)
          : Optional.empty();
    }

    @Override
    public Optional<PostSlice<R>> read(String text) {
      return entries.read(text).map(Entry::slice);
    }
  }

  private record Caches<R, P>(
      GenerationCache<PostSlice<R>> all,
      GenerationCache<PostSlice<R>> indexed,
      GenerationCache<Optional<P>> posts) {}

  private final Optional<Caches<R, P>> caches;

  /**
   * The cache of a board.
   *
   * @param name one of {@link PostCaches}
   * @param row what its lists have
   * @param post a post in full
   * @param whole whether a post in full that was read has all its parts
   */
  public PostCache(
      Optional<Valkey> valkey, String name, Class<R> row, Class<P> post, Predicate<P> whole) {
    Codec<PostSlice<R>> slices = Slices.of(row);
    Codec<Optional<P>> posts = Codec.optional(Codec.json(post, whole));
    this.caches =
        valkey.map(
            server ->
                new Caches<>(
                    new GenerationCache<>(server, name, LIFETIME, slices),
                    new GenerationCache<>(server, name, INDEXED, slices),
                    new GenerationCache<>(server, name, LIFETIME, posts)));
  }

  /**
   * Some posts of a list below a cursor.
   *
   * @param index names a list whose ids come from an index; empty for that of all posts
   */
  public PostSlice<R> slice(Optional<String> index, long before, Supplier<PostSlice<R>> table) {
    return caches.map(some -> slice(some, index, before, table)).orElseGet(table);
  }

  private static <R, P> PostSlice<R> slice(
      Caches<R, P> some, Optional<String> index, long before, Supplier<PostSlice<R>> table) {
    return index
        .map(list -> some.indexed().get("list:%d:%s".formatted(before, list), table))
        .orElseGet(() -> some.all().get("list:%d".formatted(before), table));
  }

  /** A post in full, empty when there is none. */
  public Optional<P> post(long id, Supplier<Optional<P>> table) {
    return caches.map(some -> some.posts().get("id:" + id, table)).orElseGet(table);
  }
}
