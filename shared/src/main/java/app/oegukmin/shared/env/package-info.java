/**
 * The variables of a function. Handlers hand them down; no other class reads {@code
 * System.getenv()}.
 */
package app.oegukmin.shared.env;
