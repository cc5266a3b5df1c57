/**
 * Pictures as members send them, turned into pictures that are safe to serve. The bytes decide what
 * they are, never a name or a declared type; whoever uses it ships imageio-jpeg, imageio-webp and
 * thumbnailator.
 */
package app.oegukmin.shared.image;
