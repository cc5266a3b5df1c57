/**
 * Accounts and sessions: signing up, signing in, renewing tokens, leaving. In legacy mode it trusts
 * the id that the app sends, in strict mode it demands a Firebase ID token.
 */
package app.oegukmin.user;
