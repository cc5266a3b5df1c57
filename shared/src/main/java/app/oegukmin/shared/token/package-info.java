/** Verifies access tokens, ours and those of the original. Issuing them is the user function's. */
package app.oegukmin.shared.token;
