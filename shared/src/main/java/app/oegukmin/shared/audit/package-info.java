/** What administrators did, for a year. Members are named by their keys. */
package app.oegukmin.shared.audit;
