package app.oegukmin.chat;

/**
 * A message to send; both fields are of any type, so that what is not a text is refused.
 *
 * @param content the text
 * @param clientId the client's own id of it, which the shipped app does not send
 */
record SendRequest(Object content, Object clientId) {}
