package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.secret.Secret;
import app.oegukmin.shared.secret.SecretParameter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;

class DeepLKeyTest {

  private static final String NAME = "/oegukmin/deepl-key";

  private Instant now = Instant.parse("2026-11-20T03:00:00Z");
  private SsmServer ssm;

  @BeforeEach
  void start() throws IOException {
    ssm = new SsmServer();
  }

  @AfterEach
  void stop() {
    ssm.close();
  }

  @Test
  void readsTheParameterOnceForSomeMinutes() {
    ssm.put(NAME, "secret:fx");
    Secret<Optional<String>> key = key(Optional.of(NAME));
    assertThat(key.get()).contains("secret:fx");
    ssm.put(NAME, "other:fx");
    now = now.plus(Duration.ofMinutes(4));
    assertThat(key.get()).contains("secret:fx");
    assertThat(ssm.calls()).isEqualTo(1);
  }

  @Test
  void noticesAnExchangedKey() {
    ssm.put(NAME, "secret:fx");
    Secret<Optional<String>> key = key(Optional.of(NAME));
    assertThat(key.get()).contains("secret:fx");
    ssm.put(NAME, "other:fx");
    now = now.plus(Duration.ofMinutes(5));
    assertThat(key.get()).contains("other:fx");
  }

  @Test
  void hasNoneWhenTheParameterIsMissingOrBlank() {
    assertThat(key(Optional.of(NAME)).get()).isEmpty();
    ssm.put(NAME, " ");
    assertThat(key(Optional.of(NAME)).get()).isEmpty();
  }

  @Test
  void asksNobodyWhenNoParameterIsNamed() {
    assertThat(key(Optional.empty()).get()).isEmpty();
    assertThat(ssm.calls()).isZero();
  }

  private Secret<Optional<String>> key(Optional<String> parameter) {
    SsmClient client =
        SsmClient.builder()
            .endpointOverride(ssm.url())
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();
    InstantSource source = () -> now;
    return new Secret<>(new SecretParameter(client, parameter), source.withZone(ZoneOffset.UTC));
  }
}
