/** The languages of the app. Notices and menus have a text in each. */
package app.oegukmin.shared.language;
