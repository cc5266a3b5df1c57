package app.oegukmin.authorizer;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.limit.Addresses;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.RouteLimits;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What an admitted call is counted against: the buckets of its caller, and the usage plan of all
 * callers of its tier.
 */
final class Metering {

  private final Addresses addresses;
  private final Limiter limiter;
  private final String memberPlanKey;
  private final String guestPlanKey;

  Metering(Environment environment, Optional<Valkey> valkey, Clock clock) {
    this.addresses =
        Addresses.of(
            Integer.parseInt(environment.require("MEMBERS_PER_ADDRESS")),
            environment.optional("EXEMPT_RANGES").orElse(""));
    this.limiter = new Limiter(valkey, clock, new Metrics("authorizer", clock, System.out));
    this.memberPlanKey = environment.require("MEMBER_PLAN_KEY");
    this.guestPlanKey = environment.require("GUEST_PLAN_KEY");
  }

  /** Counts a call that is admitted; a refused one costs nobody anything. */
  Verdict count(Verdict verdict, AuthorizerEvent event) {
    if (!verdict.allowed()) {
      return verdict;
    }
    Optional<String> member = verdict.member();
    return verdict.counted(
        decide(member, event), member.isPresent() ? memberPlanKey : guestPlanKey);
  }

  private Decision decide(Optional<String> member, AuthorizerEvent event) {
    List<Limit> limits = RouteLimits.of(event.method(), event.resource(), member.isPresent());
    Optional<Subject> subject =
        limits.getFirst().subject() == Subject.Kind.USER
            ? member.map(Subject::user)
            : addresses.subject(event.sourceIp());
    return subject.map(it -> limiter.take(it, limits)).orElse(Decision.UNLIMITED);
  }
}
