package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.limit.Bucket;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.template.Api;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.MethodThrottle;
import app.oegukmin.template.Template;
import app.oegukmin.template.Throttle;
import app.oegukmin.template.UsagePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What all callers share at the gateway, beside what one address may use. */
class PlanTest {

  private static final int FEW = 4;

  @Test
  @DisplayName("F-7: a few addresses within their limits fill no plan and no route")
  void f7_aFewAddressesFillNoPlan() throws IOException {
    Template template = template();
    Bucket address = Limit.GUEST_REQUESTS.bucket().times(membersPerAddress(template));
    long rate = address.gain() * 1000 / address.millis();

    assertThat(shared(template.api().orElseThrow().stage()))
        .isNotEmpty()
        .allSatisfy(
            throttle -> {
              assertThat(throttle.rate()).isGreaterThanOrEqualTo((int) (FEW * rate));
              assertThat(throttle.burst()).isGreaterThanOrEqualTo((int) (FEW * address.capacity()));
            });
  }

  private static Stream<Throttle> shared(Api.Stage stage) {
    return Stream.concat(
        stage.plans().stream().map(UsagePlan::throttle).flatMap(Optional::stream),
        stage.throttles().stream().map(MethodThrottle::throttle));
  }

  private static int membersPerAddress(Template template) {
    return Integer.parseInt(
        template.function("GuestAuthorizerFunction").environment().get("MEMBERS_PER_ADDRESS"));
  }

  private static Template template() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "template.yaml");
    LocalNames names = new LocalNames("", URI.create("http://127.0.0.1:1"));
    return Template.read(file, Map.of("Local", "true"), names);
  }
}
