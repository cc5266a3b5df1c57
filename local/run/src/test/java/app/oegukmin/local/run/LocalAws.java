package app.oegukmin.local.run;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.access.TableWrites;
import app.oegukmin.local.metric.CloudWatchServer;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.service.Vendors;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;

/**
 * All engines with what the template names in them, in legacy mode, for the functions of a test.
 */
record LocalAws(StandIns standIns, Template template, AwsClients clients) {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  /**
   * Starts everything, and points the SDK there.
   *
   * @param folder for logs
   * @param cleanup closes everything but the given parts
   * @param campus what is asked in place of the university and DeepL
   */
  static LocalAws start(Path folder, Cleanup cleanup, URI campus, SsmServer ssm)
      throws IOException {
    return start(folder, cleanup, campus, ssm, cleanup.keep(Vendors.start(Clock.systemUTC())));
  }

  /** The same with the vendors whose keys the parameter store has. */
  static LocalAws start(Path folder, Cleanup cleanup, URI campus, SsmServer ssm, Vendors vendors)
      throws IOException {
    StandIns standIns =
        new StandIns(
            cleanup.keep(Engines.start(EnumSet.allOf(Engine.class), Optional.empty(), folder)),
            Optional.of(campus),
            Optional.empty(),
            Optional.of(vendors),
            ssm,
            cleanup.keep(CloudWatchServer.start(new MetricStore(), Clock.systemUTC())),
            Optional.empty(),
            "legacy");
    standIns.pointSdk();
    Template template = standIns.template(PROJECT);
    standIns.engines().admit(template);
    AwsClients clients = cleanup.keep(AwsClients.of(standIns.engines()));
    new Provisioning(template, clients).run();
    return new LocalAws(standIns, template, clients);
  }

  /** The writes of functions and of {@link #clients}. */
  TableWrites writes() {
    return standIns.engines().front().writes();
  }
}
