package app.oegukmin.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmServerTest {

  private SsmServer server;
  private SsmClient ssm;

  @BeforeEach
  void start() throws Exception {
    Map<String, String> parameters = Map.of("/oegukmin/deepl-key", "열쇠");
    server = SsmServer.start(name -> Optional.ofNullable(parameters.get(name)), Clock.systemUTC());
    ssm =
        SsmClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();
  }

  @AfterEach
  void stop() {
    ssm.close();
    server.close();
  }

  @Test
  void givesAParameterThatIsAskedForDecrypted() {
    var parameter =
        ssm.getParameter(r -> r.name("/oegukmin/deepl-key").withDecryption(true)).parameter();

    assertThat(parameter.value()).isEqualTo("열쇠");
    assertThat(parameter.name()).isEqualTo("/oegukmin/deepl-key");
    assertThat(parameter.type()).isEqualTo(ParameterType.SECURE_STRING);
  }

  @Test
  void keepsTheValueFromWhoForgetsToDecrypt() {
    assertThat(ssm.getParameter(r -> r.name("/oegukmin/deepl-key")).parameter().value())
        .doesNotContain("열쇠");
  }

  @Test
  void saysThatAParameterIsUnknown() {
    assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/unknown").withDecryption(true)))
        .isInstanceOf(ParameterNotFoundException.class);
  }

  @Test
  void refusesWhatItDoesNotPlay() {
    assertThatThrownBy(() -> ssm.describeParameters())
        .isInstanceOf(SsmException.class)
        .hasMessageContaining("Not played");
  }
}
