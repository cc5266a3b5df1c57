package app.oegukmin.authorizer;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.token.AccessTokenVerifier;
import java.time.Clock;

/** What the two handlers share: how they come to a verifier. */
final class Authorizer {

  private Authorizer() {}

  static AccessTokenVerifier verifier(Environment environment) {
    Clock clock = Clock.systemUTC();
    KeyTable table = new KeyTable(Dynamo.connect(), environment.require("KEY_TABLE"));
    KeySet keys = new KeySet(table, KeyTable.SIGNING, clock);
    return new AccessTokenVerifier(keys, environment.require("TOKEN_ISSUER"), clock);
  }
}
