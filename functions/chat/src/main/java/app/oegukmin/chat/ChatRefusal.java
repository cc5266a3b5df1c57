package app.oegukmin.chat;

/** Why a chat request is not served. It has no stack trace, because it is no failure of ours. */
public final class ChatRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The refusals, with the texts of the contract (contract §6.9); all are 400. */
  public enum Reason {
    /** Nobody with that id, or nobody with whom the caller may chat. */
    USER_NOT_FOUND("User not found"),
    /** No such room, or not the caller's (D-C1, D-S11). */
    ROOM_NOT_FOUND("Chat room not found"),
    /** Join has nothing new. */
    NOTHING_NEW("No message to load"),
    /** The text is not allowed, or the partner blocks the caller or has left (D-C8). */
    NOT_SENT("Message Send Error"),
    /** A poll of a room, or of rooms, has nothing new. */
    NOTHING_IN_ROOM("Chat room timeout"),
    /** A poll of the list has nothing new. */
    NOTHING_IN_LIST("Chat Message List timeout"),
    /** The body does not say what it must. */
    INVALID("Invalid Input");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** What the client is told. */
    public String text() {
      return text;
    }
  }

  private final Reason reason;

  /** A refusal for a reason. */
  public ChatRefusal(Reason reason) {
    super(reason.text(), null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
