package app.oegukmin.authorizer;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanMarker;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.limit.TokenBucket;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Script;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the bans of a member's token and takes from the member's limits, in one script and one
 * round trip. So a banned token cannot empty its owner's buckets. When Valkey has no copy of the
 * bans or cannot be reached, the table is read first and the buckets are taken from afterwards.
 */
final class Admission {

  private static final Script ADMIT =
      TokenBucket.scriptThat(Script.resource(Admission.class, "admit.lua").text());
  private static final String BANNED = "banned";

  private final Bans bans;
  private final Limiter limiter;
  private final Optional<Valkey> valkey;
  private final Clock clock;

  Admission(Bans bans, Limiter limiter, Optional<Valkey> valkey, Clock clock) {
    this.bans = bans;
    this.limiter = limiter;
    this.valkey = valkey;
    this.clock = clock;
  }

  /** The result of the limits, empty when the token is banned. */
  Optional<Decision> decide(AccessToken token, List<Limit> limits) {
    Subject subject = Subject.user(token.member());
    TokenBucket buckets = TokenBucket.of(subject, limits);
    Optional<Object> answer =
        valkey
            .flatMap(it -> it.run(admitting(token, buckets)))
            .flatMap(answers -> Optional.ofNullable(answers.getFirst()));
    if (answer.isPresent()) {
      return answer
          .filter(it -> !it.equals(BANNED))
          .map(it -> limiter.counted(buckets.decision(it)));
    }
    return bans.hit(token) ? Optional.empty() : Optional.of(limiter.take(subject, limits));
  }

  private Script.Invocation admitting(AccessToken token, TokenBucket buckets) {
    List<String> keys = new ArrayList<>(List.of(BanMarker.key(MemberKey.of(token.member()))));
    keys.addAll(buckets.keys());
    List<String> arguments = new ArrayList<>(List.of(String.join("\n", Ban.names(token)) + "\n"));
    arguments.addAll(buckets.arguments(clock));
    return ADMIT.on(keys, arguments);
  }
}
