package app.oegukmin.chat;

import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import java.util.Optional;
import java.util.regex.Pattern;

/** Registers the phones that pushes go to. */
final class DeviceService {

  // FCM promises no form; a token of today has some 150 letters, digits and signs.
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,1024}");

  private final ChatStore store;
  private final DeviceTable devices;

  DeviceService(ChatStore store, DeviceTable devices) {
    this.store = store;
    this.devices = devices;
  }

  /**
   * Makes a phone the caller's, whoever had it before; a member's oldest gives way.
   *
   * @throws ApiException C001 for what is not right, C003 when the account is gone
   */
  void register(AccessToken caller, DeviceRequest request) {
    Device device =
        Device.of(
            caller,
            token(request),
            language(request.language()),
            showText(request.showText()),
            store.clock().instant());
    Transaction transaction = store.transaction();
    store.members().demand(transaction, caller.member());
    devices.put(transaction, device);
    if (transaction.write().isPresent()) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    devices.of(device.member()).stream().skip(DeviceTable.MOST).forEach(devices::remove);
  }

  /**
   * Removes a phone of the caller; a success when it is somebody else's, or nobody's.
   *
   * @throws ApiException C001 for what is no token
   */
  void remove(AccessToken caller, DeviceRequest request) {
    devices.remove(MemberKey.of(caller.member()), Device.hash(token(request)));
  }

  private static String token(DeviceRequest request) {
    return Optional.ofNullable(request)
        .map(DeviceRequest::token)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> TOKEN.matcher(text).matches())
        .orElseThrow(() -> invalid("token"));
  }

  private static Language language(Object tag) {
    if (tag == null) {
      return Language.KO;
    }
    return Language.of(tag.toString()).orElseThrow(() -> invalid("language"));
  }

  private static boolean showText(Object shown) {
    if (shown == null || shown instanceof Boolean) {
      return Boolean.TRUE.equals(shown);
    }
    throw invalid("showText");
  }

  private static ApiException invalid(String field) {
    return new ApiException(ErrorCode.INVALID_INPUT, field + " is not valid");
  }
}
