/**
 * Log lines as JSON, with the context of the invocation. It is the SLF4J provider of every
 * function; secrets, tokens, e-mails and phone numbers must never reach it.
 */
package app.oegukmin.shared.log;
