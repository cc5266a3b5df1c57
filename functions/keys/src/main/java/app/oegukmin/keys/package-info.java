/**
 * Makes and rotates the keys that sign tokens, on a schedule. Where Firebase's project is known, it
 * also fetches the keys that Firebase signs ID tokens with, because functions in the VPC cannot.
 */
package app.oegukmin.keys;
