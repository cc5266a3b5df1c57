/**
 * Verifies Firebase ID tokens with Firebase's own library. The library gets Google's keys from the
 * key table, because the function has no way to Google.
 */
package app.oegukmin.user.firebase;
