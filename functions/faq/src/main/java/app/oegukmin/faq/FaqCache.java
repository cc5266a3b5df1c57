package app.oegukmin.faq;

import app.oegukmin.shared.faq.FaqPost;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists of FAQ entries and FAQ entries in full in Valkey. */
final class FaqCache {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  // An index may lag behind the generation; what was read then is gone soon.
  private static final Duration INDEXED = Duration.ofSeconds(10);

  private static final Codec<FaqSlice> SLICES = Codec.json(FaqSlice.class, FaqSlice::kept);
  private static final Codec<Optional<FaqPost>> POSTS =
      Codec.optional(Codec.json(FaqPost.class, post -> post.faq() != null));

  private final GenerationCache<FaqSlice> all;
  private final GenerationCache<FaqSlice> indexed;
  private final GenerationCache<Optional<FaqPost>> posts;

  FaqCache(Valkey valkey) {
    this.all = new GenerationCache<>(valkey, PostCaches.FAQ, LIFETIME, SLICES);
    this.indexed = new GenerationCache<>(valkey, PostCaches.FAQ, INDEXED, SLICES);
    this.posts = new GenerationCache<>(valkey, PostCaches.FAQ, LIFETIME, POSTS);
  }

  FaqSlice slice(Optional<String> language, long before, Supplier<FaqSlice> table) {
    return language
        .map(wanted -> indexed.get("list:%d:%s".formatted(before, wanted), table))
        .orElseGet(() -> all.get("list:%d".formatted(before), table));
  }

  Optional<FaqPost> post(long id, Supplier<Optional<FaqPost>> table) {
    return posts.get("id:" + id, table);
  }
}
