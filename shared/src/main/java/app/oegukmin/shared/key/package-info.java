/**
 * Keys in the key table: the ones that sign tokens, the app's HMAC secret, and Firebase's public
 * keys. Readers keep them for a while and ask again for a key that they do not know.
 */
package app.oegukmin.shared.key;
