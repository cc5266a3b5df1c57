/**
 * Work that is paid and that several may ask for at once. One of them does it, the others take its
 * result.
 */
package app.oegukmin.shared.claim;
