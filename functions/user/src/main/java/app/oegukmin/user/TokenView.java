package app.oegukmin.user;

/** A pair of tokens as the app stores it (contract §6.1). Its text shows neither. */
record TokenView(String accessToken, String refreshToken) {

  @Override
  public String toString() {
    return "TokenView";
  }
}
