package app.oegukmin.dispatcher;

import app.oegukmin.shared.member.MemberRemoval;
import app.oegukmin.shared.member.MemberTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Changes of the user table. */
final class AccountChange {

  private AccountChange() {}

  /** The removal that a stream record asks for; empty unless it marks an account as deleted. */
  static Optional<MemberRemoval> removal(JsonNode record) {
    JsonNode account = record.path("dynamodb").path("NewImage");
    String deleted = text(account, MemberTable.DELETED);
    return deleted.isEmpty()
        ? Optional.empty()
        : Optional.of(new MemberRemoval(text(account, "id"), text(account, "publicId"), deleted));
  }

  private static String text(JsonNode image, String attribute) {
    return image.path(attribute).path("S").asText();
  }
}
