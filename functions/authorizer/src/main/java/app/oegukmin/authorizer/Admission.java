package app.oegukmin.authorizer;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanCache;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.limit.Addresses;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.RouteLimits;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.limit.TokenBucket;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Script;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refuses banned tokens and counts a call against the limits of its caller and the usage plan of
 * its tier. A refused call is not counted.
 *
 * <p>The bans of a member's token are checked and the member's limits are taken from in one script
 * and one round trip, so a banned token cannot empty its owner's buckets. When Valkey has no copy
 * of the bans or cannot be reached, the table is read first and the buckets are taken from
 * afterwards.
 */
final class Admission {

  private static final Script ADMIT =
      TokenBucket.scriptThat(Script.resource(Admission.class, "admit.lua").text());
  private static final String BANNED = "banned";

  private final Addresses addresses;
  private final Limiter limiter;
  private final Bans bans;
  private final Optional<Valkey> valkey;
  private final Clock clock;
  private final String memberPlanKey;
  private final String guestPlanKey;

  Admission(Environment environment, BanTable table, Optional<Valkey> valkey, Clock clock) {
    this.addresses =
        Addresses.of(
            Integer.parseInt(environment.require("MEMBERS_PER_ADDRESS")),
            environment.optional("EXEMPT_RANGES").orElse(""));
    this.limiter = new Limiter(valkey, clock, new Metrics("authorizer", clock, System.out));
    this.bans = new Bans(table, valkey, clock);
    this.valkey = valkey;
    this.clock = clock;
    this.memberPlanKey = environment.require("MEMBER_PLAN_KEY");
    this.guestPlanKey = environment.require("GUEST_PLAN_KEY");
  }

  /** The verdict on a member's call, empty when the token is banned. */
  Optional<Verdict> member(AccessToken token, AuthorizerEvent event) {
    return member(token, event, RouteLimits.of(event.method(), event.resource(), true));
  }

  /** The verdict on a member's call that counts against some limits. */
  Optional<Verdict> member(AccessToken token, AuthorizerEvent event, List<Limit> limits) {
    Optional<Decision> decision =
        limits.getFirst().subject() == Subject.Kind.USER
            ? byMember(token, limits)
            : Optional.of(event).filter(it -> !bans.hit(token)).map(it -> byAddress(it, limits));
    return decision.map(it -> Verdict.member(token).counted(it, memberPlanKey));
  }

  /** The verdict on a guest's call. */
  Verdict guest(AuthorizerEvent event) {
    List<Limit> limits = RouteLimits.of(event.method(), event.resource(), false);
    return Verdict.guest().counted(byAddress(event, limits), guestPlanKey);
  }

  private Decision byAddress(AuthorizerEvent event, List<Limit> limits) {
    return addresses
        .subject(event.sourceIp())
        .map(subject -> limiter.take(subject, limits))
        .orElse(Decision.UNLIMITED);
  }

  private Optional<Decision> byMember(AccessToken token, List<Limit> limits) {
    Subject subject = Subject.user(token.member());
    TokenBucket buckets = TokenBucket.of(subject, limits);
    Optional<Object> reply =
        valkey
            .flatMap(it -> it.run(admitting(token, buckets)))
            .flatMap(replies -> Optional.ofNullable(replies.getFirst()));
    if (reply.isPresent()) {
      return reply
          .filter(it -> !it.equals(BANNED))
          .map(it -> limiter.counted(buckets.decision(it)));
    }
    return bans.hit(token) ? Optional.empty() : Optional.of(limiter.take(subject, limits));
  }

  private Script.Invocation admitting(AccessToken token, TokenBucket buckets) {
    List<String> keys = new ArrayList<>(List.of(BanCache.key(MemberKey.of(token.member()))));
    keys.addAll(buckets.keys());
    List<String> arguments = new ArrayList<>();
    arguments.add(String.join("\n", Ban.names(token)) + "\n");
    arguments.add(Long.toString(token.issuedAt().getEpochSecond()));
    arguments.addAll(buckets.arguments(clock));
    return ADMIT.on(keys, arguments);
  }
}
