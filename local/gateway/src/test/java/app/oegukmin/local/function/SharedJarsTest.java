package app.oegukmin.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.local.function.sample.ProbeFunction;
import app.oegukmin.template.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedJarsTest {

  @TempDir private Path root;
  private FunctionHost host;

  @BeforeEach
  void packageFunctions() throws IOException {
    List<LambdaFunction> functions =
        List.of(
            Packaged.function(root, ProbeFunction.class, "One"),
            Packaged.function(root, ProbeFunction.class, "Two"),
            Packaged.function(root, ProbeFunction.class, "Three"));
    host = new FunctionHost(functions, root, root.resolve("logs"), InstantSource.system(), 1);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  private String invoke(String function, String event) throws FunctionError {
    return new String(
        host.invoke(function, event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @Test
  void loadsAThirdPartysJarOnceForFunctionsThatShipTheSame() throws Exception {
    Packaged.library(root, "One", "counter-1.0.jar", "");
    Packaged.library(root, "Two", "counter-1.0.jar", "");
    assertThat(invoke("One", "count:")).isEqualTo("1");
    assertThat(invoke("Two", "count:")).isEqualTo("2");
    assertThat(invoke("One", "calls:")).isEqualTo("1");
    assertThat(invoke("Two", "calls:")).isEqualTo("1");
  }

  @Test
  void keepsFunctionsApartThatShipDifferentVersions() throws Exception {
    Packaged.library(root, "One", "counter-1.0.jar", "");
    Packaged.library(root, "Two", "counter-1.1.jar", "fixed");
    Packaged.library(root, "Three", "counter-1.1.jar", "fixed");
    assertThat(invoke("One", "count:")).isEqualTo("1");
    assertThat(invoke("Two", "count:")).isEqualTo("1");
    assertThat(invoke("Three", "count:")).isEqualTo("2");
  }

  @Test
  void knowsThatTwoProjectsCanGiveTheirJarsOneName() throws Exception {
    Packaged.library(root, "One", "counter-1.0.jar", "");
    Packaged.library(root, "Two", "counter-1.0.jar", "");
    Packaged.library(root, "Two", "counter-20.0.jar", "another project's");
    assertThat(invoke("One", "count:")).isEqualTo("1");
    assertThat(invoke("Two", "count:")).isEqualTo("2");
  }

  @Test
  void leavesJarsToTheirFunctionThatKeepSomethingOfItInStatics() throws Exception {
    Packaged.library(root, "One", "powertools-counter-1.0.jar", "");
    Packaged.library(root, "Two", "powertools-counter-1.0.jar", "");
    assertThat(invoke("One", "count:")).isEqualTo("1");
    assertThat(invoke("Two", "count:")).isEqualTo("1");
  }

  @Test
  void showsAFunctionOnlyWhatItShips() throws Exception {
    Packaged.library(root, "One", "counter-1.0.jar", "");
    assertThat(invoke("One", "services:")).isEqualTo("1");
    assertThat(invoke("Two", "services:")).isEqualTo("0");
    FunctionError error = catchThrowableOfType(FunctionError.class, () -> invoke("Two", "count:"));
    assertThat(error.type()).isEqualTo("java.lang.NoClassDefFoundError");
  }
}
