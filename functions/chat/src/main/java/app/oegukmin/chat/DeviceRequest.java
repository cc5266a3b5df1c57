package app.oegukmin.chat;

/**
 * A phone; the fields are of any type, so that what is not right is refused.
 *
 * @param token FCM's
 * @param language of the fixed sentence, Korean without it
 * @param showText whether pushes show messages themselves, which they do not without it
 */
record DeviceRequest(Object token, Object language, Object showText) {

  /** Shows nothing of the token. */
  @Override
  public String toString() {
    return "DeviceRequest";
  }
}
