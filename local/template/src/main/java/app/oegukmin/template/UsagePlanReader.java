package app.oegukmin.template;

import app.oegukmin.template.UsagePlan.Throttle;
import java.util.List;
import java.util.Optional;

/** Reads usage plans with the keys that other resources tie to them. */
final class UsagePlanReader {

  private static final String PLAN = "AWS::ApiGateway::UsagePlan";
  private static final String KEY = "AWS::ApiGateway::ApiKey";
  private static final String TIE = "AWS::ApiGateway::UsagePlanKey";

  private record Key(String reference, String value) {}

  private record Tie(String plan, String key) {}

  private final Resources resources;

  UsagePlanReader(Resources resources) {
    this.resources = resources;
  }

  List<UsagePlan> read() {
    List<Key> keys =
        resources.read(
            KEY, key -> new Key(resources.reference(key), key.properties().text("Value")));
    List<Tie> ties =
        resources.read(
            TIE,
            tie -> new Tie(tie.properties().text("UsagePlanId"), tie.properties().text("KeyId")));
    return resources.read(PLAN, plan -> plan(plan, keys, ties));
  }

  private UsagePlan plan(Resource plan, List<Key> keys, List<Tie> ties) {
    Section properties =
        plan.properties().only("UsagePlanName", "Description", "ApiStages", "Throttle", "Quota");
    String reference = resources.reference(plan);
    return new UsagePlan(
        plan.logicalId(),
        ties.stream()
            .filter(tie -> tie.plan().equals(reference))
            .flatMap(tie -> keys.stream().filter(key -> key.reference().equals(tie.key())))
            .map(Key::value)
            .toList(),
        throttle(properties),
        quota(properties));
  }

  private static Optional<Throttle> throttle(Section plan) {
    if (plan.find("Throttle").isEmpty()) {
      return Optional.empty();
    }
    Section throttle = plan.section("Throttle").only("RateLimit", "BurstLimit");
    return Optional.of(
        new Throttle(
            throttle.number("RateLimit").orElseThrow(),
            throttle.number("BurstLimit").orElseThrow()));
  }

  private static Optional<Integer> quota(Section plan) {
    if (plan.find("Quota").isEmpty()) {
      return Optional.empty();
    }
    Section quota = plan.section("Quota").only("Limit", "Period");
    if (!quota.text("Period").equals("DAY")) {
      throw new TemplateException(quota.line(), "only quotas by DAY are supported here");
    }
    return Optional.of(quota.number("Limit").orElseThrow());
  }
}
