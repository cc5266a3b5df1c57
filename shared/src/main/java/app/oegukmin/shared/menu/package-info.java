/**
 * The menu table and the names of cafeterias and corners in all languages. The menu crawler and the
 * translator write it, the menu function reads it.
 */
package app.oegukmin.shared.menu;
