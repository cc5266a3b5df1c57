package app.oegukmin.help;

import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists of help articles and help articles in full in Valkey, as they are for every viewer. */
final class HelpCache {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  // An index may lag behind the generation; what was read then is gone soon.
  private static final Duration INDEXED = Duration.ofSeconds(10);

  private static final Codec<HelpSlice> SLICES = Codec.json(HelpSlice.class, HelpSlice::kept);
  private static final Codec<Optional<HelpPost>> POSTS =
      Codec.optional(Codec.json(HelpPost.class, post -> post.help() != null));

  private final GenerationCache<HelpSlice> all;
  private final GenerationCache<HelpSlice> indexed;
  private final GenerationCache<Optional<HelpPost>> posts;

  HelpCache(Valkey valkey) {
    this.all = new GenerationCache<>(valkey, PostCaches.HELP, LIFETIME, SLICES);
    this.indexed = new GenerationCache<>(valkey, PostCaches.HELP, INDEXED, SLICES);
    this.posts = new GenerationCache<>(valkey, PostCaches.HELP, LIFETIME, POSTS);
  }

  HelpSlice slice(HelpList list, long before, Supplier<HelpSlice> table) {
    return (list.indexed() ? indexed : all).get(list.key(before), table);
  }

  Optional<HelpPost> post(long id, Supplier<Optional<HelpPost>> table) {
    return posts.get("id:" + id, table);
  }
}
