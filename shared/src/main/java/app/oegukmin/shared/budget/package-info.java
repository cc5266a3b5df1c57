/** What may be paid to a vendor in a month. */
package app.oegukmin.shared.budget;
