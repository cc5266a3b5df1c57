/**
 * Calls of vendors that bill each of them. A call says of its failure whether it may be billed all
 * the same.
 */
package app.oegukmin.shared.vendor;
