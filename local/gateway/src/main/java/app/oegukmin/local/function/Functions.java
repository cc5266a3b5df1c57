package app.oegukmin.local.function;

/** Invokes functions of the template as Lambda's Invoke does; safe for many callers at once. */
public interface Functions {

  /**
   * Invokes a function synchronously.
   *
   * @param logicalId the function's logical id in template.yaml
   * @param event the JSON payload, UTF-8
   * @return the function's JSON answer, UTF-8
   * @throws FunctionError when the function threw or ran into its timeout
   * @throws TooManyRequestsException when as many executions run as may run at once
   * @throws RequestTooLargeException when Lambda would not take the event
   */
  byte[] invoke(String logicalId, byte[] event) throws FunctionError;
}
