package app.oegukmin.authorizer;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.limit.Addresses;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.RouteLimits;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Counts an admitted call against the buckets of its caller and the usage plan of its tier. A
 * refused call is not counted.
 */
final class Metering {

  private final Addresses addresses;
  private final Limiter limiter;
  private final Bans bans;
  private final Admission admission;
  private final String memberPlanKey;
  private final String guestPlanKey;

  Metering(Environment environment, BanTable table, Optional<Valkey> valkey, Clock clock) {
    this.addresses =
        Addresses.of(
            Integer.parseInt(environment.require("MEMBERS_PER_ADDRESS")),
            environment.optional("EXEMPT_RANGES").orElse(""));
    this.limiter = new Limiter(valkey, clock, new Metrics("authorizer", clock, System.out));
    this.bans = new Bans(table, valkey, clock);
    this.admission = new Admission(bans, limiter, valkey, clock);
    this.memberPlanKey = environment.require("MEMBER_PLAN_KEY");
    this.guestPlanKey = environment.require("GUEST_PLAN_KEY");
  }

  /** The verdict on a member's call, empty when the token is banned. */
  Optional<Verdict> member(AccessToken token, AuthorizerEvent event) {
    List<Limit> limits = RouteLimits.of(event.method(), event.resource(), true);
    Optional<Decision> decision =
        limits.getFirst().subject() == Subject.Kind.USER
            ? admission.decide(token, limits)
            : Optional.of(event).filter(it -> !bans.hit(token)).map(it -> address(it, limits));
    return decision.map(it -> Verdict.member(token).counted(it, memberPlanKey));
  }

  /** The verdict on a guest's call. */
  Verdict guest(AuthorizerEvent event) {
    List<Limit> limits = RouteLimits.of(event.method(), event.resource(), false);
    return Verdict.guest().counted(address(event, limits), guestPlanKey);
  }

  private Decision address(AuthorizerEvent event, List<Limit> limits) {
    return addresses
        .subject(event.sourceIp())
        .map(subject -> limiter.take(subject, limits))
        .orElse(Decision.UNLIMITED);
  }
}
