package app.oegukmin.local.function;

/** A function ran 16 times in one chain of invocations; Lambda does not run it once more. */
public final class RecursiveInvocationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Of a function, by its logical id. */
  public RecursiveInvocationException(String function) {
    super(function + " ran 16 times in one chain of invocations");
  }
}
