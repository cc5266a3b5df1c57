package app.oegukmin.template;

import java.util.List;
import java.util.Optional;

/** Reads the usage plans of a stage with the keys that other resources tie to them. */
final class UsagePlanReader {

  private static final String PLAN = "AWS::ApiGateway::UsagePlan";
  private static final String KEY = "AWS::ApiGateway::ApiKey";
  private static final String TIE = "AWS::ApiGateway::UsagePlanKey";

  private record Tie(String plan, String key) {}

  private final Resources resources;
  private final Resource api;

  UsagePlanReader(Resources resources, Resource api) {
    this.resources = resources;
    this.api = api;
  }

  List<UsagePlan> read() {
    List<UsagePlan.Key> keys =
        resources.read(KEY, this::key).stream().flatMap(Optional::stream).toList();
    List<Tie> ties =
        resources.read(
            TIE,
            tie -> new Tie(tie.properties().text("UsagePlanId"), tie.properties().text("KeyId")));
    return resources.read(PLAN, plan -> plan(plan, keys, ties)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A key with a value that AWS takes; empty when it is not enabled, which is AWS's default. */
  private Optional<UsagePlan.Key> key(Resource key) {
    Section properties = key.properties();
    String value = properties.text("Value");
    if (value.length() < 20 || value.length() > 128) {
      throw new TemplateException(properties.line(), "a key's Value has 20 to 128 characters");
    }
    return properties.flag("Enabled", false)
        ? Optional.of(new UsagePlan.Key(resources.reference(key), value))
        : Optional.empty();
  }

  private Optional<UsagePlan> plan(Resource plan, List<UsagePlan.Key> keys, List<Tie> ties) {
    Section properties =
        plan.properties().only("UsagePlanName", "Description", "ApiStages", "Throttle", "Quota");
    if (properties.list("ApiStages").stream().noneMatch(this::isOurs)) {
      return Optional.empty();
    }
    List<String> tied =
        ties.stream()
            .filter(tie -> tie.plan().equals(resources.reference(plan)))
            .map(Tie::key)
            .toList();
    return Optional.of(
        new UsagePlan(
            plan.logicalId(),
            keys.stream().filter(key -> tied.contains(key.id())).toList(),
            throttle(properties),
            quota(properties)));
  }

  /** {@code !Ref Api.Stage} or the stage's name. */
  private boolean isOurs(Section stage) {
    stage.only("ApiId", "Stage");
    String made = resources.names().attribute(api.logicalId(), Resources.API, "Stage");
    return stage.text("ApiId").equals(resources.reference(api))
        && List.of(made, api.properties().text("StageName")).contains(stage.text("Stage"));
  }

  private static Optional<Throttle> throttle(Section plan) {
    if (plan.find("Throttle").isEmpty()) {
      return Optional.empty();
    }
    Section throttle = plan.section("Throttle").only("RateLimit", "BurstLimit");
    return Optional.of(Throttle.read(throttle, "RateLimit", "BurstLimit"));
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
