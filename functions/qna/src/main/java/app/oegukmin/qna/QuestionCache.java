package app.oegukmin.qna;

import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists of questions and questions in full in Valkey, as every viewer sees them. */
final class QuestionCache {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  // The index over tags may lag behind the generation; what was read then is gone soon.
  private static final Duration TAGGED = Duration.ofSeconds(10);

  private static final Codec<QuestionSlice> SLICES =
      Codec.json(QuestionSlice.class, QuestionSlice::kept);
  private static final Codec<Optional<QuestionPost>> POSTS =
      Codec.optional(Codec.json(QuestionPost.class, post -> post.question() != null));

  private final GenerationCache<QuestionSlice> all;
  private final GenerationCache<QuestionSlice> tagged;
  private final GenerationCache<Optional<QuestionPost>> posts;

  QuestionCache(Valkey valkey) {
    this.all = new GenerationCache<>(valkey, PostCaches.QUESTIONS, LIFETIME, SLICES);
    this.tagged = new GenerationCache<>(valkey, PostCaches.QUESTIONS, TAGGED, SLICES);
    this.posts = new GenerationCache<>(valkey, PostCaches.QUESTIONS, LIFETIME, POSTS);
  }

  QuestionSlice slice(Optional<String> tag, long before, Supplier<QuestionSlice> table) {
    return tag.map(wanted -> tagged.get("list:%d:%s".formatted(before, wanted), table))
        .orElseGet(() -> all.get("list:%d".formatted(before), table));
  }

  Optional<QuestionPost> post(long id, Supplier<Optional<QuestionPost>> table) {
    return posts.get("id:" + id, table);
  }
}
