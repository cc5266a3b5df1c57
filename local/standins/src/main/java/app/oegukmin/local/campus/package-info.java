/**
 * The university's sites with sample notices and menus, and the DeepL that translates them. One
 * server plays them all: {@code https://site/path} is {@code <base>/site/path} here.
 */
package app.oegukmin.local.campus;
