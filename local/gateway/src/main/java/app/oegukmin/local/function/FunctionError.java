package app.oegukmin.local.function;

/** What Lambda reports as FunctionError: the function threw, or ran into its timeout. */
public final class FunctionError extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;

  /**
   * An error with the class name of what the function threw and its message, as Lambda reports
   * them.
   */
  public FunctionError(String type, String message) {
    super(message);
    this.type = type;
  }

  /** The class name of what the function threw ({@code errorType} of Lambda's error payload). */
  public String type() {
    return type;
  }
}
