/**
 * Requests to sites of other people. Each has a limit of bytes and of time and goes to public
 * addresses only, unless a server stands in for the sites.
 */
package app.oegukmin.shared.web;
