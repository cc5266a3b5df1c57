/**
 * The menus of the cafeterias as the app asks for them, by day and language. An administrator can
 * order a day to be read again.
 */
package app.oegukmin.menu;
