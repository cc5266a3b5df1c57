package app.oegukmin.qna.view;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.member.MemberKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who looks at a question, as Valkey remembers it for an hour; no table and no log has it.
 *
 * @param key of a member the {@link MemberKey}, of a guest an HMAC of address and question, under a
 *     salt that changes daily: nobody can tell that two questions had the same guest
 */
public record Viewer(String key) {

  /**
   * The viewer behind a call.
   *
   * @param member the uid of a signed-in member
   * @param salt asked only for a guest
   */
  public static Viewer of(
      Optional<String> member, String address, long question, Supplier<byte[]> salt) {
    return new Viewer(
        member.map(uid -> "m" + MemberKey.of(uid)).orElseGet(() -> guest(address, question, salt)));
  }

  private static String guest(String address, long question, Supplier<byte[]> salt) {
    byte[] message = (question + " " + address).getBytes(StandardCharsets.UTF_8);
    byte[] hash = Digests.hmacSha256(salt.get(), message);
    return "g" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
