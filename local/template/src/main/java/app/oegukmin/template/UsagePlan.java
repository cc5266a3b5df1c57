package app.oegukmin.template;

import java.util.List;
import java.util.Optional;

/**
 * A usage plan of the API: a limit on all calls that name one of its keys (aws §1.2).
 *
 * @param keys those that are enabled
 * @param throttle of each key by itself; empty for none
 * @param requestsPerDay of each key by itself; empty for no quota
 */
public record UsagePlan(
    String logicalId,
    List<Key> keys,
    Optional<Throttle> throttle,
    Optional<Integer> requestsPerDay) {

  /** A key by its id and the value that calls name. */
  public record Key(String id, String value) {}

  private static final String PLAN = "AWS::ApiGateway::UsagePlan";
  private static final String API_KEY = "AWS::ApiGateway::ApiKey";
  private static final String TIE = "AWS::ApiGateway::UsagePlanKey";

  private record Tie(String plan, String key) {

    static Tie of(Resource tie) {
      return new Tie(tie.properties().text("UsagePlanId"), tie.properties().text("KeyId"));
    }
  }

  /** Reads the usage plans of an API's stage, with the keys that other resources tie to them. */
  static List<UsagePlan> read(Resources resources, Resource api) {
    List<Key> keys =
        resources.read(API_KEY, key -> key(resources, key)).stream()
            .flatMap(Optional::stream)
            .toList();
    List<Tie> ties = resources.read(TIE, Tie::of);
    return resources
        .read(
            PLAN,
            plan ->
                Optional.of(plan)
                    .filter(candidate -> isOf(resources, api, candidate))
                    .map(ours -> plan(resources, ours, keys, ties)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A key with a value that AWS takes; empty when it is not enabled, which is AWS's default. */
  private static Optional<Key> key(Resources resources, Resource key) {
    Section properties = key.properties();
    String value = properties.text("Value");
    if (value.length() < 20 || value.length() > 128) {
      throw new TemplateException(properties.line(), "a key's Value has 20 to 128 characters");
    }
    return properties.flag("Enabled", false)
        ? Optional.of(new Key(resources.reference(key), value))
        : Optional.empty();
  }

  /** Whether a plan names the API's stage: {@code !Ref Api.Stage} or the stage's name. */
  private static boolean isOf(Resources resources, Resource api, Resource plan) {
    String made = resources.names().attribute(api.logicalId(), Resources.API, "Stage");
    List<String> names = List.of(made, api.properties().text("StageName"));
    return properties(plan).list("ApiStages").stream()
        .map(stage -> stage.only("ApiId", "Stage"))
        .anyMatch(
            stage ->
                stage.text("ApiId").equals(resources.reference(api))
                    && names.contains(stage.text("Stage")));
  }

  private static UsagePlan plan(
      Resources resources, Resource plan, List<Key> keys, List<Tie> ties) {
    List<String> tied =
        ties.stream()
            .filter(tie -> tie.plan().equals(resources.reference(plan)))
            .map(Tie::key)
            .toList();
    return new UsagePlan(
        plan.logicalId(),
        keys.stream().filter(key -> tied.contains(key.id())).toList(),
        throttle(properties(plan)),
        quota(properties(plan)));
  }

  private static Section properties(Resource plan) {
    return plan.properties().only("UsagePlanName", "Description", "ApiStages", "Throttle", "Quota");
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
