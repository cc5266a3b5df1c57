/**
 * What features know of members. Data that outlives an account refers to it by a hash of the uid.
 */
package app.oegukmin.shared.member;
