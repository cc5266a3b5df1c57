/**
 * How much of a vendor may be used in a month. Units are reserved before a call and returned where
 * they were not used.
 */
package app.oegukmin.shared.budget;
