package app.oegukmin.local.function;

/** Invokes functions of the template as Lambda's Invoke does; safe for many callers at once. */
public interface Functions {

  /**
   * Invokes a function synchronously.
   *
   * @param logicalId the function's logical id in template.yaml
   * @param event the JSON payload, UTF-8
   * @param trace of what made the event
   * @return the function's JSON response, UTF-8
   * @throws FunctionError when the function threw or ran into its timeout
   * @throws TooManyRequestsException when as many executions run as may run at once
   * @throws RecursiveInvocationException when it ran too often in this chain of invocations
   * @throws RequestTooLargeException when Lambda would not take the event
   */
  byte[] invoke(String logicalId, byte[] event, TraceHeader trace) throws FunctionError;

  /** The same for an event that begins a chain of invocations. */
  default byte[] invoke(String logicalId, byte[] event) throws FunctionError {
    return invoke(logicalId, event, TraceHeader.NONE);
  }
}
